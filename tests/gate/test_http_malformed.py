"""Requests that are no requests: each has a clear answer, none is an internal error."""

import asyncio

import httpx
import pytest

from schema.gate import endpoint
from schema.gate.gate import Gate

JSON = {"content-type": "application/json"}

NO_JSON = "this is not valid JSON in UTF-8"
NO_OBJECT = "a request is one JSON object; batches are not supported"
NUL = "a string holds the character U+0000"
NUL_ESCAPED = "a string of the document holds the character U+0000"
TWICE = "a key stands twice in one object"
DEEP = "the JSON is nested too deeply"
QUERY = "`query` must be a string that holds the document"
NAME = "`operationName` must be a string or null"
VARIABLES = "`variables` must be an object or null"
EXTENSIONS = "`extensions` must be an object or null"
BIG = "a body has at most 1048576 bytes"

BODIES: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 400, NO_JSON),
    "blank": (b" \n", 400, NO_JSON),
    "number": (b"1", 422, NO_OBJECT),
    "string": (b'"abc"', 422, NO_OBJECT),
    "null": (b"null", 422, NO_OBJECT),
    "true": (b"true", 422, NO_OBJECT),
    "list": (b"[]", 422, NO_OBJECT),
    "batch": (b'[{"query":"{hello}"}]', 422, NO_OBJECT),
    "cut object": (b'{"query":"{hello}"', 400, NO_JSON),
    "cut string": (b'{"query":"{hel', 400, NO_JSON),
    "trailing comma": (b'{"query":"{hello}",}', 400, NO_JSON),
    "single quotes": (b"{'query':'{hello}'}", 400, NO_JSON),
    "comment": (b'{"query":"{hello}"/**/}', 400, NO_JSON),
    "two values": (b'{"query":"{hello}"}{}', 400, NO_JSON),
    "NaN": (b'{"query":"{hello}","variables":{"x":NaN}}', 400, NO_JSON),
    "Infinity": (b'{"query":"{hello}","variables":{"x":-Infinity}}', 400, NO_JSON),
    "huge number": (b'{"query":"{hello}","variables":{"x":1e999}}', 400, NO_JSON),
    "byte order mark": (b'\xef\xbb\xbf{"query":"{hello}"}', 400, NO_JSON),
    "not UTF-8": (b'{"query":"{hello(name:\\"\xff\\")}"}', 400, NO_JSON),
    "UTF-16": ('{"query":"{hello}"}'.encode("utf-16"), 400, NO_JSON),
    "lone surrogate in the document": (b'{"query":"{hello(name:\\"\\ud800\\")}"}', 400, NO_JSON),
    "lone surrogate in a variable": (b'{"query":"{hello}","variables":{"x":"\\udfff"}}', 400, NO_JSON),
    "lone surrogate in a key": (b'{"query":"{hello}","variables":{"\\ud800":1}}', 400, NO_JSON),
    "NUL in the document": (b'{"query":"{hello}\\u0000"}', 400, NUL),
    "NUL as an escape of GraphQL": (b'{"query":"{hello(name:\\"\\\\u0000\\")}"}', 400, NUL_ESCAPED),
    "NUL as a long escape of GraphQL": (b'{"query":"{hello(name:\\"\\\\u{000}\\")}"}', 400, NUL_ESCAPED),
    "NUL in a variable": (b'{"query":"{hello}","variables":{"x":["\\u0000"]}}', 400, NUL),
    "NUL in a key": (b'{"query":"{hello}","variables":{"\\u0000":1}}', 400, NUL),
    "NUL byte": (b'{"query":"{hello}\x00"}', 400, NO_JSON),
    "control character": (b'{"query":"{hello}\x01"}', 400, NO_JSON),
    "key twice": (b'{"query":"{hello}","query":"{nope}"}', 400, TWICE),
    "key twice, written otherwise": (b'{"query":"{hello}","\\u0071uery":"{nope}"}', 400, TWICE),
    "key twice in variables": (b'{"query":"{hello}","variables":{"x":1,"x":2}}', 400, TWICE),
    "100,000 brackets": (b"[" * 100_000, 400, NO_JSON),
    "nested lists": (b'{"query":"{hello}","variables":{"x":' + b"[" * 60 + b"]" * 60 + b"}}", 400, DEEP),
    "nested objects": (b'{"query":"{hello}","variables":' + b'{"x":' * 500 + b"1" + b"}" * 500 + b"}", 400, DEEP),
    "no query": (b"{}", 422, QUERY),
    "null query": (b'{"query":null}', 422, QUERY),
    "query of number": (b'{"query":1}', 422, QUERY),
    "query of list": (b'{"query":["{hello}"]}', 422, QUERY),
    "query of object": (b'{"query":{"a":1}}', 422, QUERY),
    "operation name of number": (b'{"query":"{hello}","operationName":1}', 422, NAME),
    "operation name of list": (b'{"query":"{hello}","operationName":["A"]}', 422, NAME),
    "variables of list": (b'{"query":"{hello}","variables":[]}', 422, VARIABLES),
    "variables of string": (b'{"query":"{hello}","variables":"{}"}', 422, VARIABLES),
    "variables of number": (b'{"query":"{hello}","variables":0}', 422, VARIABLES),
    "variables of false": (b'{"query":"{hello}","variables":false}', 422, VARIABLES),
    "extensions of list": (b'{"query":"{hello}","extensions":[]}', 422, EXTENSIONS),
    "extensions of string": (b'{"query":"{hello}","extensions":"x"}', 422, EXTENSIONS),
    "too big": (b'{"query":"{hello}#' + b"x" * 1_100_000 + b'"}', 413, BIG),
}


@pytest.mark.parametrize(("content", "status", "message"), BODIES.values(), ids=BODIES.keys())
async def test_body_that_is_no_request(http: httpx.AsyncClient, content: bytes, status: int, message: str) -> None:
    response = await http.post("/", content=content, headers=JSON)

    assert response.status_code == status
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert set(response.json()) == {"errors"}
    (error,) = response.json()["errors"]
    assert (error["message"], error["extensions"]["code"]) == (message, "BAD_REQUEST")
    assert error["extensions"]["requestId"] == response.headers["x-request-id"]


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "application/jsonp",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1",
        "application/json5",
        "json",
        "",
    ],
)
async def test_body_of_another_type(http: httpx.AsyncClient, content_type: str) -> None:
    response = await http.post("/", content=b'{"query":"{hello}"}', headers={"content-type": content_type})

    assert response.status_code == 415
    assert response.json()["errors"][0]["message"] == "a POST carries application/json in UTF-8"
    assert response.headers["accept-post"] == "application/json"


@pytest.mark.parametrize(
    ("query_string", "status"),
    [
        ("", 422),
        ("query=%ff", 400),
        ("query=%ed%a0%80", 400),
        ("query={hello}&query={hello}", 400),
        ("query={hello}&variables=1", 422),
        ("query={hello}&variables={", 400),
        ("query={hello}&variables=[]", 422),
        ("query={hello}&variables=null", 200),
        ("query={hello}&variables=", 200),
        ("query={hello}&extensions=%22x%22", 422),
        ("query={hello}%00", 400),
        ("query=", 200),
        ("query=%7B", 200),
        ("&".join(f"a{n}=1" for n in range(60)) + "&query={hello}", 400),
    ],
)
async def test_query_string_that_is_no_request(http: httpx.AsyncClient, query_string: str, status: int) -> None:
    response = await http.get(f"/?{query_string}", headers={"accept": "application/json"})

    assert response.status_code == status
    assert "internal" not in response.text


async def test_query_string_without_end(made: Gate) -> None:
    sent: list[dict[str, object]] = []
    scope = {"type": "http", "method": "GET", "headers": [], "query_string": b"query=" + b"x" * 70_000}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    await endpoint.Http(made)(scope, asyncio.Queue().get, send)  # type: ignore[arg-type]

    assert sent[0]["status"] == 414


async def test_declared_length_is_believed_before_the_body_is_read(http: httpx.AsyncClient) -> None:
    response = await http.post("/", content=b"{}", headers={**JSON, "content-length": "99999999999999999999999999"})

    assert response.status_code == 413


async def test_undeclared_length_is_counted(http: httpx.AsyncClient) -> None:
    async def endless() -> object:
        while True:
            yield b" " * 100_000

    response = await http.post("/", content=endless(), headers=JSON)  # type: ignore[arg-type]

    assert response.status_code == 413


async def test_megabyte_string_in_a_variable_is_passed_on(http: httpx.AsyncClient) -> None:
    request = {"query": "query($x:String!){hello(name:$x)}", "variables": {"x": "x" * 1_000_000}}

    response = await http.post("/", json=request)

    assert response.status_code == 200

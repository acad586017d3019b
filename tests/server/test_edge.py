import json
import logging

import orjson
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import Receive, Scope, Send

from server import answers, edge, logs
from server.edge import Edge
from tests.server import asgi


async def fine(_scope: Scope, _receive: Receive, send: Send) -> None:
    await answers.refuse(send, 200, "FINE", "fine")


async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise RuntimeError("the password is hush")


async def test_a_well_formed_request_id_is_kept() -> None:
    answer = await asgi.call(Edge(fine, is_https=False), asgi.scope(headers={"X-Request-Id": "abc-123"}))

    assert answer.headers["x-request-id"] == "abc-123"


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, "a\nb", "é"])
async def test_any_other_request_id_is_replaced(given: str) -> None:
    answer = await asgi.call(Edge(fine, is_https=False), asgi.scope(headers={"X-Request-Id": given}))

    assert answer.headers["x-request-id"] != given
    assert len(answer.headers["x-request-id"]) == 32


async def test_the_application_knows_the_request_id() -> None:
    seen: list[str] = []

    async def inner(scope: Scope, _receive: Receive, send: Send) -> None:
        seen.append(scope["state"]["request_id"])
        await answers.refuse(send, 200, "FINE", "fine")

    await asgi.call(Edge(inner, is_https=False), asgi.scope(headers={"X-Request-Id": "abc"}))

    assert seen == ["abc"]


async def test_answers_carry_safe_headers() -> None:
    answer = await asgi.call(Edge(fine, is_https=True), asgi.scope())

    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["strict-transport-security"] == "max-age=31536000"


async def test_an_exception_is_masked_with_the_request_id(caplog: pytest.LogCaptureFixture) -> None:
    answer = await asgi.call(Edge(broken, is_https=False), asgi.scope(headers={"X-Request-Id": "abc"}))

    assert answer.status == 500
    assert json.loads(answer.body) == {
        "errors": [{"message": "something went wrong here", "extensions": {"code": "INTERNAL", "requestId": "abc"}}]
    }
    assert "the password is hush" in caplog.text


async def test_a_database_that_is_away_asks_for_another_try() -> None:
    async def away(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise ConnectionRefusedError

    answer = await asgi.call(Edge(away, is_https=False), asgi.scope())

    assert answer.status == 503
    assert json.loads(answer.body)["errors"][0]["extensions"] == {"code": "OVERLOADED"}


@pytest.mark.parametrize(
    ("error", "status", "extensions", "retry_after"),
    [
        (ConnectionRefusedError(), 503, {"code": "OVERLOADED"}, "1"),
        (RuntimeError("the password is hush"), 500, {"code": "INTERNAL", "requestId": "abc"}, None),
    ],
)
async def test_an_error_in_a_layer_of_the_application_gets_the_same_answer(
    error: Exception, status: int, extensions: dict[str, str], retry_after: str | None
) -> None:
    async def layer(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise error

    app = Starlette(middleware=[Middleware(lambda _: layer)], exception_handlers={Exception: edge.unanswered})

    answer = await asgi.call(Edge(app, is_https=False), asgi.scope(headers={"X-Request-Id": "abc"}))

    assert answer.status == status
    assert json.loads(answer.body)["errors"][0]["extensions"] == extensions
    assert answer.headers.get("retry-after") == retry_after
    assert answer.headers["x-request-id"] == "abc"


async def test_a_request_is_one_log_line_whatever_its_path(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="begrip.access"):
        await asgi.call(Edge(fine, is_https=False), asgi.scope("/a\nGET /forged 200"))

    assert len(caplog.records) == 1
    assert "\n" not in caplog.records[0].getMessage()


async def test_probes_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="begrip.access"):
        await asgi.call(Edge(fine, is_https=False), asgi.scope("/livez"))

    assert caplog.records == []


def test_a_json_log_line_is_one_line_with_its_attributes() -> None:
    record = logging.LogRecord("begrip", logging.WARNING, "f.py", 1, "two\n%s", ("lines",), None)
    record.attributes = {"request_id": "abc"}

    line = logs.JsonLines().format(record)

    assert "\n" not in line
    assert {"severity_text": "WARNING", "body": "two\nlines", "attributes": {"request_id": "abc"}}.items() <= (
        orjson.loads(line).items()
    )

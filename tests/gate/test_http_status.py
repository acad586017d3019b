"""Every status of the default profile, and how each answer looks."""

import httpx
import pytest

from schema.gate import endpoint, gate
from schema.gate.answer import Answer, Outcome
from schema.gate.modes import StatusProfile
from schema.gate.options import Options
from subscriptions import live
from tests.gate import sample

NEW = "application/graphql-response+json"
OLD = "application/json"

OUTCOMES = [
    # document, variables, status for the new media type, for the old one, code
    ("{hello}", None, 200, 200, None),
    ("{missing}", None, 294, 200, "NOT_FOUND"),
    ("{busy}", None, 503, 503, "OVERLOADED"),
    ("{", None, 400, 200, "GRAPHQL_PARSE_FAILED"),
    ("", None, 400, 200, "GRAPHQL_PARSE_FAILED"),
    ("{nope}", None, 422, 200, "GRAPHQL_VALIDATION_FAILED"),
    ("{" + "hello " * 21 + "}", None, 422, 200, "OPERATION_LIMIT_EXCEEDED"),
    ("query A{hello} query B{hello}", None, 422, 200, "OPERATION_RESOLUTION_FAILURE"),
    ("fragment A on Query{hello}", None, 422, 200, "GRAPHQL_VALIDATION_FAILED"),
    ("query($x:String!){hello(name:$x)}", None, 422, 200, "BAD_USER_INPUT"),
    ("query($x:String){hello(name:$x)}", {"x": 1}, 422, 200, "BAD_USER_INPUT"),
    ("query($x:String){hello(name:$x)}", {"x": None}, 294, 200, "BAD_USER_INPUT"),
]


@pytest.mark.parametrize(("query", "variables", "status", "_legacy", "code"), OUTCOMES)
async def test_status_under_the_new_media_type(
    http: httpx.AsyncClient, query: str, variables: object, status: int, _legacy: int, code: str | None
) -> None:
    response = await http.post("/", json={"query": query, "variables": variables}, headers={"accept": NEW})

    assert response.status_code == status
    assert response.headers["content-type"] == f"{NEW}; charset=utf-8"
    assert [error["extensions"]["code"] for error in response.json().get("errors", [])][:1] == ([code] if code else [])


@pytest.mark.parametrize(("query", "variables", "_status", "legacy", "code"), OUTCOMES)
async def test_status_under_the_old_media_type(
    http: httpx.AsyncClient, query: str, variables: object, _status: int, legacy: int, code: str | None
) -> None:
    response = await http.post("/", json={"query": query, "variables": variables}, headers={"accept": OLD})

    assert response.status_code == legacy
    assert response.headers["content-type"] == f"{OLD}; charset=utf-8"
    assert ("errors" in response.json()) is (code is not None)


@pytest.mark.parametrize("is_legacy", [True, False])
@pytest.mark.parametrize(
    ("outcome", "status"),
    [(Outcome.LIMITED, 429), (Outcome.FAILED, 500), (Outcome.BUSY, 503), (Outcome.LATE, 503)],
)
def test_trouble_has_one_status_for_all_clients(outcome: Outcome, status: int, *, is_legacy: bool) -> None:
    assert Answer(outcome).status(is_legacy=is_legacy, profile=StatusProfile.SEPTEMBER_2026) == status


@pytest.mark.parametrize(
    "query", ["{", "{nope}", "query A{hello} query B{hello}", "query($x:String!){hello(name:$x)}", ""]
)
async def test_request_errors_have_no_data_entry(http: httpx.AsyncClient, query: str) -> None:
    response = await http.post("/", json={"query": query})

    assert set(response.json()) == {"errors"}


@pytest.mark.parametrize(("query", "status"), [("{", 400), ("{nope}", 400), ("{missing}", 200), ("{hello}", 200)])
async def test_audit_profile_follows_the_older_suite(query: str, status: int) -> None:
    made = gate.build(sample.SCHEMA, sample.message, live.Live(None), Options(status_profile=StatusProfile.AUDIT))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(endpoint.Http(made)), base_url="http://x") as client:
        response = await client.post("/", json={"query": query}, headers={"accept": NEW})

    assert response.status_code == status


async def test_named_operation_runs(http: httpx.AsyncClient) -> None:
    request = {"query": 'query A{hello} query B{hello(name:"B")}', "operationName": "B"}

    response = await http.post("/", json=request)

    assert response.json() == {"data": {"hello": "hello B"}}


async def test_unknown_operation_name_is_refused(http: httpx.AsyncClient) -> None:
    response = await http.post("/", json={"query": "query A{hello}", "operationName": "B"}, headers={"accept": NEW})

    assert response.status_code == 422
    assert response.json()["errors"][0]["extensions"]["code"] == "OPERATION_RESOLUTION_FAILURE"


async def test_unknown_properties_are_ignored(http: httpx.AsyncClient) -> None:
    response = await http.post("/", json={"query": "{hello}", "id": 7, "documentId": None, "onError": []})

    assert response.json() == {"data": {"hello": "hello world"}}


async def test_null_properties_count_as_absent(http: httpx.AsyncClient) -> None:
    request = {"query": "{hello}", "operationName": None, "variables": None, "extensions": None}

    response = await http.post("/", json=request)

    assert response.json() == {"data": {"hello": "hello world"}}


async def test_query_by_get(http: httpx.AsyncClient) -> None:
    parameters = {
        "query": "query A($x:String){hello(name:$x)}",
        "variables": '{"x":"ü"}',
        "operationName": "A",
        "extensions": "",
        "unknown": "1",
    }

    response = await http.get("/", params=parameters)

    assert response.status_code == 200
    assert response.json() == {"data": {"hello": "hello ü"}}


async def test_empty_operation_name_of_get_is_none(http: httpx.AsyncClient) -> None:
    response = await http.get("/", params={"query": "query A{hello}", "operationName": ""})

    assert response.status_code == 200


async def test_mutation_by_get_is_refused(http: httpx.AsyncClient) -> None:
    response = await http.get("/", params={"query": "mutation{change}"})

    assert response.status_code == 405
    assert response.headers["allow"] == "POST"
    assert set(response.json()) == {"errors"}


async def test_mutation_among_queries_is_refused_by_name(http: httpx.AsyncClient) -> None:
    parameters = {"query": "query A{hello} mutation B{change}", "operationName": "B"}

    response = await http.get("/", params=parameters)

    assert response.status_code == 405


async def test_mutation_by_post_runs(http: httpx.AsyncClient) -> None:
    response = await http.post("/", json={"query": "mutation{change(value:3)}"})

    assert response.json() == {"data": {"change": 3}}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "QUERY"])
async def test_other_methods_are_refused(http: httpx.AsyncClient, method: str) -> None:
    response = await http.request(method, "/")

    assert response.status_code == 405
    assert response.headers["allow"] == "GET, POST"


@pytest.mark.parametrize("accept", ["application/xml", "text/html", "application/json;q=0", "image/*"])
async def test_other_media_types_are_not_acceptable(http: httpx.AsyncClient, accept: str) -> None:
    response = await http.post("/", json={"query": "{hello}"}, headers={"accept": accept})

    assert response.status_code == 406
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


async def test_subscription_is_not_acceptable_as_json(http: httpx.AsyncClient) -> None:
    response = await http.post("/", json={"query": "subscription{definitionEvents{cursor}}"})

    assert response.status_code == 406


async def test_request_id_is_answered(http: httpx.AsyncClient) -> None:
    response = await http.post("/", json={"query": "{requestId}"}, headers={"x-request-id": "abc-1"})

    assert response.headers["x-request-id"] == "abc-1"
    assert response.json() == {"data": {"requestId": "abc-1"}}


async def test_request_id_that_could_forge_a_header_is_replaced(http: httpx.AsyncClient) -> None:
    response = await http.post("/", json={"query": "{requestId}"}, headers={"x-request-id": "a b"})

    assert len(response.json()["data"]["requestId"]) == 32


@pytest.mark.parametrize(
    ("accepted", "locale"),
    [
        ("nl", "nl"),
        ("nl-BE, en;q=0.9", "nl"),
        ("de, en;q=0.5, nl;q=0.7", "nl"),
        ("fr", "en"),
        ("nl;q=0", "en"),
        ("nl;q=x", "en"),
        ("nl;level=1", "nl"),
    ],
)
async def test_locale_is_negotiated(http: httpx.AsyncClient, accepted: str, locale: str) -> None:
    response = await http.post("/", json={"query": "{locale}"}, headers={"accept-language": accepted})

    assert response.json() == {"data": {"locale": locale}}


async def test_browser_gets_no_page_where_there_is_none(http: httpx.AsyncClient) -> None:
    response = await http.get("/", headers={"accept": "text/html"})

    assert response.status_code == 406

"""What scanners for GraphQL look for, one row for each of their checks: a server in production gives nothing away."""

from typing import Any

import httpx
import pytest

from schema.gate import endpoint, gate
from schema.gate.gate import Gate
from schema.gate.modes import Mode
from schema.gate.options import Options
from schema.gate.trust import Trust
from subscriptions import live
from tests.gate import sample

LIMIT, INVALID, FORBIDDEN, BAD = "OPERATION_LIMIT_EXCEEDED", "GRAPHQL_VALIDATION_FAILED", "FORBIDDEN", "BAD_REQUEST"
FORM = {"content-type": "application/x-www-form-urlencoded"}
CIRCLE = "{__schema{types{fields{type{fields{type{fields{type{fields{type{name}}}}}}}}}}}"

PROBES: dict[str, tuple[str, dict[str, Any], int, str]] = {
    "suggestions": ("POST", {"json": {"query": "{helo}"}}, 422, INVALID),
    "introspection": ("POST", {"json": {"query": "query cop{__schema{types{name fields{name}}}}"}}, 422, FORBIDDEN),
    "circular introspection": ("POST", {"json": {"query": CIRCLE}}, 422, INVALID),
    "workbench": ("GET", {"headers": {"accept": "text/html"}}, 406, BAD),
    "mutation by GET": ("GET", {"params": {"query": "mutation{change}"}}, 405, BAD),
    "request from a form": ("POST", {"content": "query={hello}", "headers": FORM}, 415, BAD),
    "101 aliases": ("POST", {"json": {"query": "{" + "".join(f"a{n}:hello " for n in range(101)) + "}"}}, 422, LIMIT),
    "batch of 10": ("POST", {"json": [{"query": "{hello}"}] * 10}, 422, BAD),
    "500 times a field": ("POST", {"json": {"query": "{" + "hello " * 500 + "}"}}, 422, LIMIT),
    "10 directives on a field": ("POST", {"json": {"query": "{hello " + "@aa" * 10 + "}"}}, 422, LIMIT),
    "fragments in a circle": (
        "POST",
        {"json": {"query": "{...A} fragment A on Query{...B} fragment B on Query{...A}"}},
        422,
        LIMIT,
    ),
    "unhandled error": ("POST", {"json": {"query": "qwerty cop { abc }"}}, 400, "GRAPHQL_PARSE_FAILED"),
}
NEW = {"accept": "application/graphql-response+json"}


def _made(mode: Mode) -> Gate:
    options = Options(restricts_introspection=True, hides_suggestions=True)
    return gate.build(sample.SCHEMA, sample.message, live.Live(None), options, trust=Trust(mode, None))


async def _sent(made: Gate, method: str, given: dict[str, Any]) -> httpx.Response:
    transport = httpx.ASGITransport(endpoint.Http(made))
    async with httpx.AsyncClient(transport=transport, base_url="http://begrip.test", headers=NEW) as http:
        return await http.request(method, "/", **given)


@pytest.mark.parametrize(("method", "given", "status", "code"), PROBES.values(), ids=PROBES)
async def test_probe_of_a_scanner_finds_nothing(method: str, given: dict[str, Any], status: int, code: str) -> None:
    response = await _sent(_made(Mode.OFF), method, given)

    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (status, code)
    assert set(response.json()) == {"errors"}
    assert "Did you mean" not in response.text
    assert "exception" not in response.text


async def test_nothing_is_traced_for_strangers() -> None:
    response = await _sent(_made(Mode.OFF), "POST", {"json": {"query": "{hello}"}})

    assert response.json() == {"data": {"hello": "hello world"}}


@pytest.mark.usefixtures("store")
async def test_query_by_get_is_run_only_when_the_operator_knows_it() -> None:
    response = await _sent(_made(Mode.ENFORCE), "GET", {"params": {"query": "{__typename}"}})

    assert response.json()["errors"][0]["extensions"]["code"] == "DOCUMENT_NOT_TRUSTED"

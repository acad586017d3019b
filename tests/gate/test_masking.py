import asyncio
import logging
from datetime import timedelta

import httpx
import pytest
from starlette.types import Message, Send

from auth.errors import Forbidden, InvalidToken
from models.errors import Refusal, VersionConflict
from resolvers.errors import InvalidInput
from schema.gate import endpoint, errors, gate
from schema.gate.gate import Gate
from schema.gate.options import Options
from subscriptions import live
from subscriptions.cursor import BadCursor
from tests.gate import sample


async def test_defect_is_masked_and_logged(http: httpx.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    response = await http.post("/", json={"query": "{broken}"}, headers={"x-request-id": "r1"})

    error = response.json()["errors"][0]
    assert error["message"] == "internal error"
    assert error["extensions"] == {"code": "INTERNAL", "requestId": "r1"}
    assert error["path"] == ["broken"]
    assert "secret@host" not in response.text
    assert "redis://secret@host" in caplog.text
    assert "r1" in caplog.text


@pytest.mark.parametrize("field", ["nothing", "colour"])
async def test_defect_found_by_the_executor_is_masked(http: httpx.AsyncClient, field: str) -> None:
    response = await http.post("/", json={"query": f"{{{field}}}"})

    assert response.json()["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert "secret" not in response.text
    assert "Query.nothing" not in response.text


async def test_refusal_keeps_its_sentence_and_code(http: httpx.AsyncClient) -> None:
    response = await http.post("/", json={"query": "{missing}"})

    error = response.json()["errors"][0]
    assert (error["message"], error["extensions"]) == ("no such definition", {"code": "NOT_FOUND"})


async def test_permission_keeps_its_sentence_and_code(http: httpx.AsyncClient) -> None:
    response = await http.post("/", json={"query": "{secret}"})

    assert response.json()["data"] == {"secret": None}
    assert response.json()["errors"][0]["message"] == "sign in first"
    assert response.json()["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED"}


async def test_busy_database_says_when_to_come_back(http: httpx.AsyncClient) -> None:
    response = await http.post("/", json={"query": "{busy}"})

    assert response.status_code == 503
    assert response.headers["retry-after"] == "1"
    assert response.json()["errors"][0]["extensions"] == {"code": "OVERLOADED", "retryAfterMs": 1000}


@pytest.mark.parametrize(
    ("refusal", "code"),
    [
        (InvalidInput("too long"), "BAD_USER_INPUT"),
        (VersionConflict(1, None, 2), "VERSION_CONFLICT"),
        (Forbidden(), "FORBIDDEN"),
        (InvalidToken(), "UNAUTHENTICATED"),
        (BadCursor(), "BAD_USER_INPUT"),
        (Refusal("no"), "REFUSED"),
    ],
)
def test_every_refusal_has_a_code(refusal: Refusal, code: str) -> None:
    assert errors.code_of(refusal) == code


async def test_deadline_ends_the_operation() -> None:

    made = gate.build(sample.SCHEMA, sample.message, live.Live(None), Options(deadline=timedelta(milliseconds=20)))
    sample.CANCELLED.clear()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(endpoint.Http(made)), base_url="http://x") as client:
        response = await client.post("/", json={"query": "{slow}"})

    assert response.status_code == 503
    assert response.json()["errors"][0]["extensions"]["code"] == "DEADLINE_EXCEEDED"
    assert set(response.json()) == {"errors"}
    assert sample.CANCELLED == ["slow"]


async def test_client_that_leaves_cancels_its_query(made: Gate) -> None:
    sent: list[Message] = []
    messages: asyncio.Queue[dict[str, object]] = asyncio.Queue()
    messages.put_nowait({"type": "http.request", "body": b'{"query":"{slow}"}'})
    messages.put_nowait({"type": "http.disconnect"})
    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", b"application/json")], "query_string": b""}
    sample.CANCELLED.clear()

    async with asyncio.timeout(5):
        await endpoint.Http(made)(scope, messages.get, _collect(sent))

    assert sample.CANCELLED == ["slow"]
    assert sent == []


async def test_client_that_leaves_does_not_stop_its_mutation(made: Gate) -> None:
    sent: list[Message] = []
    messages: asyncio.Queue[dict[str, object]] = asyncio.Queue()
    messages.put_nowait({"type": "http.request", "body": b'{"query":"mutation{changeInSteps}"}'})
    messages.put_nowait({"type": "http.disconnect"})
    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", b"application/json")], "query_string": b""}

    await endpoint.Http(made)(scope, messages.get, _collect(sent))

    assert [message.get("body") for message in sent] == [None, b'{"data":{"changeInSteps":10}}']


async def test_client_that_leaves_before_its_body_gets_nothing(made: Gate) -> None:
    sent: list[Message] = []
    messages: asyncio.Queue[dict[str, object]] = asyncio.Queue()
    messages.put_nowait({"type": "http.request", "body": b"{", "more_body": True})
    messages.put_nowait({"type": "http.disconnect"})
    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", b"application/json")], "query_string": b""}

    await endpoint.Http(made)(scope, messages.get, _collect(sent))

    assert sent == []


def _collect(sent: list[Message]) -> Send:
    async def send(message: Message) -> None:
        sent.append(message)

    return send


def test_internal_errors_are_logged_at_error_level(caplog: pytest.LogCaptureFixture) -> None:
    errors.of_defect(RuntimeError("why"), "r2")

    assert [(record.levelno, record.name) for record in caplog.records] == [(logging.ERROR, "begrip.gate")]

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import Message, Scope

from auth import errors, routes
from auth.middleware import Authentication
from auth.scopes import ANONYMOUS, OF_ROLE
from auth.viewer import SYSTEM, Client, Viewer
from models import session_rows, user_reads
from models import store as stores
from models.kinds import Role
from models.session_rows import Standing
from resolvers import identity, sessions
from resolvers.session_tokens import SignedIn
from tests import people

BODY = {
    "errors": [
        {
            "message": "the access token is not valid; sign in or refresh the session",
            "extensions": {"code": "UNAUTHENTICATED"},
        }
    ]
}


@pytest_asyncio.fixture
async def clock(store: stores.Store) -> people.Clock:
    clock = people.clock()
    await people.configure(None, clock)
    return clock


@pytest_asyncio.fixture
async def ada(clock: people.Clock) -> SignedIn:
    await people.person(role=Role.EDITOR)
    return await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)


async def _whoami(request: Request) -> JSONResponse:
    viewer: Viewer = request.state.viewer
    until = request.state.viewer_until
    client = [viewer.client.address, viewer.client.user_agent]
    return JSONResponse({"role": viewer.role, "until": until and until.isoformat(), "client": client})


def _client() -> httpx.AsyncClient:
    app = Starlette(routes=[Route("/", _whoami), routes.jwks(identity.current().keys)])
    guarded = Authentication(app, identity.current().authenticator)
    transport = httpx.ASGITransport(guarded, client=("192.0.2.9", 4711))
    return httpx.AsyncClient(transport=transport, base_url="http://test", headers={"user-agent": "Probe/1"})


async def test_request_without_credential_is_anonymous(clock: people.Clock) -> None:
    async with _client() as client:
        answer = await client.get("/")

    assert answer.json() == {"role": None, "until": None, "client": ["192.0.2.9", "Probe/1"]}


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER", " Bearer  "])
async def test_token_names_the_viewer_and_its_end(ada: SignedIn, scheme: str) -> None:
    async with _client() as client:
        answer = await client.get("/", headers={"authorization": f"{scheme} {ada.tokens.access_token}"})

    assert answer.json()["role"] == "EDITOR"
    assert answer.json()["until"] == ada.tokens.access_token_expires_at.isoformat()


@pytest.mark.parametrize(
    "value", ["", " ", "Bearer", "Bearer ", "Bearer x", "Bearer a b", "Basic YTpi", "Digest x", "x", "Bearer\u00e9 x"]
)
async def test_bad_credential_is_answered_with_one_401(ada: SignedIn, value: str) -> None:
    async with _client() as client:
        answer = await client.get("/", headers=[(b"authorization", value.encode("latin-1"))])

    assert (answer.status_code, answer.json()) == (401, BODY)
    assert answer.headers["www-authenticate"] == 'Bearer realm="begrip", error="invalid_token"'
    assert answer.headers["cache-control"] == "no-store"


async def test_two_credentials_are_one_too_many(ada: SignedIn) -> None:
    value = f"Bearer {ada.tokens.access_token}"

    async with _client() as client:
        answer = await client.get("/", headers=[("authorization", value), ("authorization", value)])

    assert (answer.status_code, answer.json()) == (401, BODY)


async def test_credential_in_url_or_cookie_is_none(ada: SignedIn) -> None:
    token = ada.tokens.access_token

    async with _client() as client:
        answer = await client.get(
            "/",
            params={"access_token": token},
            headers={"cookie": f"authorization=Bearer {token}; access_token={token}"},
        )

    assert answer.json()["role"] is None


async def test_expired_token_is_answered_with_401(ada: SignedIn, clock: people.Clock) -> None:
    headers = {"authorization": f"Bearer {ada.tokens.access_token}"}
    async with _client() as client:
        before = await client.get("/", headers=headers)
        clock.advance(timedelta(minutes=10))
        after = await client.get("/", headers=headers)

    assert (before.status_code, after.status_code, after.json()) == (200, 401, BODY)


async def test_keys_are_published(clock: people.Clock) -> None:
    async with _client() as client:
        answer = await client.get("/.well-known/jwks.json")

    assert answer.headers["content-type"] == "application/jwk-set+json"
    assert len(answer.json()["keys"]) == 2
    assert "d" not in answer.json()["keys"][0]


async def test_user_agent_is_cut_and_printable(clock: people.Clock) -> None:
    async with _client() as client:
        answer = await client.get("/", headers=[(b"user-agent", b"\x07" + b"a" * 500)])

    assert answer.json()["client"] == ["192.0.2.9", "a" * 200]


async def _websocket(
    headers: list[tuple[bytes, bytes]], extensions: dict[str, object]
) -> tuple[list[Message], list[Scope]]:
    sent: list[Message] = []
    reached: list[Scope] = []

    async def app(scope: Scope, _receive: object, _send: object) -> None:
        reached.append(scope)
        await asyncio.sleep(0)

    async def receive() -> Message:
        await asyncio.sleep(0)
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        await asyncio.sleep(0)
        sent.append(message)

    scope: Scope = {
        "type": "websocket",
        "path": "/graphql",
        "headers": headers,
        "client": None,
        "extensions": extensions,
    }
    await Authentication(app, identity.current().authenticator)(scope, receive, send)
    return sent, reached


async def test_handshake_with_a_token_names_the_viewer(ada: SignedIn) -> None:
    value = f"Bearer {ada.tokens.access_token}".encode()

    _, reached = await _websocket([(b"Authorization", value)], {})

    state = reached[0]["state"]
    assert (state["viewer"].role, state["viewer_until"]) == (Role.EDITOR, ada.tokens.access_token_expires_at)
    assert state["authenticator"] is identity.current().authenticator


async def test_handshake_with_a_bad_token_ends_before_it_is_accepted(clock: people.Clock) -> None:
    closed, reached = await _websocket([(b"authorization", b"Bearer x")], {})
    denied, _ = await _websocket([(b"authorization", b"Bearer x")], {"websocket.http.response": {}})

    assert (closed, reached) == ([{"type": "websocket.close", "code": 4401, "reason": "UNAUTHENTICATED"}], [])
    assert [message["type"] for message in denied] == ["websocket.http.response.start", "websocket.http.response.body"]
    assert denied[0]["status"] == 401


async def test_lifespan_passes_untouched(clock: people.Clock) -> None:
    reached: list[Scope] = []

    async def app(scope: Scope, _receive: object, _send: object) -> None:
        reached.append(scope)
        await asyncio.sleep(0)

    await Authentication(app, identity.current().authenticator)({"type": "lifespan"}, None, None)  # type: ignore[arg-type]

    assert reached == [{"type": "lifespan"}]


@pytest.mark.parametrize("payload", [None, {}, {"x": 1}, [], "text", {7: 8}])
async def test_payload_without_a_token_is_anonymous(clock: people.Clock, payload: object) -> None:
    assert await identity.current().authenticator.from_payload(payload) == (Viewer(), None)


async def test_payload_with_two_tokens_is_refused(ada: SignedIn) -> None:
    value = f"Bearer {ada.tokens.access_token}"

    with pytest.raises(errors.InvalidToken):
        await identity.current().authenticator.from_payload({"authorization": value, "Authorization": value})


@pytest.mark.parametrize("value", [None, 7, "", "token", ["Bearer x"], "Bearer x"])
async def test_payload_with_a_bad_token_is_refused(clock: people.Clock, value: object) -> None:
    with pytest.raises(errors.InvalidToken):
        await identity.current().authenticator.from_payload({"authorization": value})


async def test_payload_with_a_token_names_the_viewer(ada: SignedIn) -> None:
    payload = {"Authorization": f"Bearer {ada.tokens.access_token}"}

    viewer, until = await identity.current().authenticator.from_payload(payload, client=Client("192.0.2.5"))

    assert (viewer.scopes, viewer.client) == (OF_ROLE[Role.EDITOR], Client("192.0.2.5"))
    assert until == ada.tokens.access_token_expires_at


async def test_viewer_holds_until_rights_or_session_end(ada: SignedIn) -> None:
    authenticator = identity.current().authenticator
    viewer, _ = await authenticator.authenticate(ada.tokens.access_token)
    assert await authenticator.holds(viewer)
    assert await authenticator.holds(Viewer())
    assert await authenticator.holds(SYSTEM)

    await user_reads.set_rights(ada.user, role=Role.USER, is_active=True)
    identity.current().standings.forget()

    assert not await authenticator.holds(viewer)


async def test_rights_that_changed_in_the_database_end_the_token_within_a_second(
    ada: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    authenticator = identity.current().authenticator
    moment = 1000.0
    monkeypatch.setattr("auth.standings.time.monotonic", lambda: moment)
    await authenticator.authenticate(ada.tokens.access_token)
    await user_reads.set_rights(ada.user, role=Role.USER, is_active=True)
    await authenticator.authenticate(ada.tokens.access_token)

    moment = 1001.0

    with pytest.raises(errors.InvalidToken):
        await authenticator.authenticate(ada.tokens.access_token)


async def test_standing_is_known_from_when_it_was_read_until_it_may_have_changed(
    ada: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    authenticator = identity.current().authenticator
    moment = 1000.0
    monkeypatch.setattr("auth.standings.time.monotonic", lambda: moment)
    identity.current().standings.forget()
    viewer, _ = await authenticator.authenticate(ada.tokens.access_token)
    assert (authenticator.known(viewer), authenticator.known(Viewer())) == (True, True)
    assert authenticator.known(replace(viewer, role=Role.ADMIN)) is False

    moment = 1001.0

    assert authenticator.known(viewer) is None


async def test_burst_of_one_session_costs_one_query(ada: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    book = identity.current().standings
    book.forget()
    asked: list[object] = []
    standings = session_rows.standings

    async def counted(*values: object) -> dict[UUID, Standing]:
        asked.append(values)
        return await standings(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(book, "_read_rows", counted)

    await asyncio.gather(*(identity.current().authenticator.authenticate(ada.tokens.access_token) for _ in range(100)))

    assert len(asked) == 1


async def test_what_is_remembered_is_bounded(ada: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auth.authenticator._MAX_REMEMBERED", 1)
    monkeypatch.setattr("auth.standings._MAX_REMEMBERED", 1)
    other = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)
    authenticator = identity.current().authenticator

    for signed_in in (ada, other, ada):
        await authenticator.authenticate(signed_in.tokens.access_token)

    assert (len(authenticator._verified), len(identity.current().standings._seen)) == (1, 1)


async def test_extra_scope_comes_with_the_next_token(ada: SignedIn) -> None:
    await stores.run('UPDATE users SET extra_scopes = \'["audit:read", "nonsense"]\'')

    refreshed = await sessions.refresh(people.context(), ada.tokens.refresh_token)

    scopes = (await people.context_of(refreshed)).viewer.scopes
    assert scopes - OF_ROLE[Role.EDITOR] == {"audit:read"}
    assert scopes > ANONYMOUS

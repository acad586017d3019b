"""Token introspection: RFC 7662."""

from datetime import timedelta

import pytest

from models import user_reads
from models.kinds import Role
from resolvers import oauth_clients, users
from resolvers.oauth_clients import Changes
from tests import people
from tests.auth.oauth import flow
from tests.auth.oauth.flow import Server, error

INACTIVE = {"active": False}


async def test_2_1_the_caller_must_be_authorized(server: Server) -> None:
    tokens = await server.tokens()

    answer = await server.introspect(tokens["access_token"], (server.web.client_id, "wrong"))

    assert error(answer) == (401, "invalid_client")


async def test_2_1_a_public_client_may_not_ask(server: Server) -> None:
    answer = await server.http.post("/oauth/introspect", data={"token": "x", "client_id": server.app.client_id})

    assert error(answer) == (401, "invalid_client")


async def test_2_1_the_token_must_be_given_by_post(server: Server) -> None:
    got = await server.http.get("/oauth/introspect", params={"token": "x"}, auth=server.as_web)
    empty = await server.http.post("/oauth/introspect", data={}, auth=server.as_web)

    assert (got.status_code, empty.status_code) == (405, 400)


async def test_2_2_an_active_access_token_says_what_it_is(server: Server) -> None:
    tokens = await server.tokens()

    told = (await server.introspect(tokens["access_token"])).json()

    jti = told.pop("jti")
    assert len(jti) == 22
    assert told == {
        "active": True,
        "iss": flow.ISSUER,
        "client_id": server.web.client_id,
        "scope": "definitions:read drafts:read",
        "sub": str(server.ada.id),
        "exp": int((server.clock() + timedelta(minutes=10)).timestamp()),
        "iat": int(server.clock().timestamp()),
        "aud": "begrip",
        "token_type": "Bearer",
    }


async def test_2_2_an_active_refresh_token_says_what_it_is(server: Server) -> None:
    tokens = await server.tokens()

    told = (await server.introspect(tokens["refresh_token"], token_type_hint="access_token")).json()

    assert (told["active"], told["scope"]) == (True, "definitions:read drafts:read")
    assert "token_type" not in told


@pytest.mark.parametrize("token", ["nonsense", "a.b.c", "x" * 5000, "A" * 22 + "." + "B" * 43, "é"])
async def test_2_2_an_unknown_token_is_inactive_and_nothing_else(server: Server, token: str) -> None:
    answer = await server.introspect(token)

    assert (answer.status_code, answer.json()) == (200, INACTIVE)


async def test_2_2_a_token_of_another_client_is_inactive(server: Server) -> None:
    tokens = await server.tokens()

    assert (await server.introspect(tokens["access_token"], server.as_robot)).json() == INACTIVE
    assert (await server.introspect(tokens["refresh_token"], server.as_robot)).json() == INACTIVE


async def test_2_2_a_resource_server_may_ask_about_tokens_of_others(server: Server) -> None:
    tokens = await server.tokens()
    changes = Changes(may_introspect=True)
    await oauth_clients.update(people.SYSTEM_CONTEXT, server.robot.id, changes, expected_version=1)

    told = (await server.introspect(tokens["access_token"], server.as_robot)).json()

    assert (told["active"], told["client_id"]) == (True, server.web.client_id)


async def test_4_an_expired_token_must_be_inactive(server: Server) -> None:
    tokens = await server.tokens()
    server.clock.advance(timedelta(minutes=10))

    assert (await server.introspect(tokens["access_token"])).json() == INACTIVE


async def test_4_a_revoked_token_must_be_inactive(server: Server) -> None:
    tokens = await server.tokens()
    await server.revoke(tokens["access_token"])

    assert (await server.introspect(tokens["access_token"])).json() == INACTIVE
    assert (await server.introspect(tokens["refresh_token"])).json() == INACTIVE


async def test_4_a_used_refresh_token_must_be_inactive(server: Server) -> None:
    tokens = await server.tokens()
    await server.refresh(tokens["refresh_token"])

    assert (await server.introspect(tokens["refresh_token"])).json() == INACTIVE


async def test_4_a_token_of_somebody_disabled_must_be_inactive(server: Server) -> None:
    tokens = await server.tokens()
    await users.update(people.SYSTEM_CONTEXT, server.ada.id, expected_version=1, is_active=False)

    assert (await server.introspect(tokens["access_token"])).json() == INACTIVE
    assert (await server.introspect(tokens["refresh_token"])).json() == INACTIVE


async def test_4_a_token_tells_the_rights_of_today(server: Server) -> None:
    tokens = await server.tokens()
    await users.update(people.SYSTEM_CONTEXT, server.ada.id, expected_version=1, role=Role.USER)

    assert (await server.introspect(tokens["access_token"])).json() == INACTIVE
    assert (await user_reads.by_id(server.ada.id)) is not None


async def test_4_answers_must_not_be_cached(server: Server) -> None:
    answer = await server.introspect("nonsense")

    assert answer.headers["cache-control"] == "no-store"

"""Token revocation: RFC 7009."""

import pytest

from models.audit import AuditEntry
from tests.auth.oauth.flow import Server, error


async def test_2_both_kinds_of_tokens_can_be_revoked(server: Server) -> None:
    first, second = await server.tokens(), await server.tokens()

    by_refresh = await server.revoke(first["refresh_token"])
    by_access = await server.revoke(second["access_token"])

    assert (by_refresh.status_code, by_access.status_code) == (200, 200)
    assert (await server.viewer(first["access_token"])).status_code == 401
    assert (await server.viewer(second["access_token"])).status_code == 401
    assert error(await server.refresh(second["refresh_token"])) == (400, "invalid_grant")


async def test_2_1_the_token_of_a_client_on_its_own_can_be_revoked_alone(server: Server) -> None:
    first = (await server.token(server.as_robot, grant_type="client_credentials")).json()["access_token"]
    second = (await server.token(server.as_robot, grant_type="client_credentials")).json()["access_token"]

    await server.revoke(first, server.as_robot)

    assert (await server.viewer(first)).status_code == 401
    assert (await server.viewer(second)).status_code == 200


async def test_2_1_the_client_must_be_authenticated(server: Server) -> None:
    tokens = await server.tokens()

    answer = await server.revoke(tokens["refresh_token"], (server.web.client_id, "wrong"))

    assert error(answer) == (401, "invalid_client")
    assert (await server.viewer(tokens["access_token"])).status_code == 200


async def test_2_1_a_token_of_another_client_must_be_refused(server: Server) -> None:
    tokens = await server.tokens()

    answer = await server.revoke(tokens["refresh_token"], server.as_robot)

    assert error(answer) == (400, "invalid_grant")
    assert (await server.viewer(tokens["access_token"])).status_code == 200


async def test_2_1_a_public_client_revokes_its_tokens_by_name_alone(server: Server) -> None:
    answer = await server.http.post("/oauth/revoke", data={"token": "any", "client_id": server.app.client_id})

    assert answer.status_code == 200


@pytest.mark.parametrize("hint", ["access_token", "refresh_token", "nonsense"])
async def test_2_1_a_wrong_hint_must_not_keep_the_token_from_being_found(server: Server, hint: str) -> None:
    tokens = await server.tokens()

    answer = await server.revoke(tokens["refresh_token"], token_type_hint=hint)

    assert answer.status_code == 200
    assert (await server.viewer(tokens["access_token"])).status_code == 401


@pytest.mark.parametrize("token", ["nonsense", "a.b.c", "x" * 5000, "A" * 22 + "." + "B" * 43])
async def test_2_2_an_invalid_token_is_no_error(server: Server, token: str) -> None:
    answer = await server.revoke(token)

    assert (answer.status_code, answer.content) == (200, b"")


async def test_2_2_1_the_token_must_be_given(server: Server) -> None:
    answer = await server.http.post("/oauth/revoke", data={}, auth=server.as_web)

    assert error(answer) == (400, "invalid_request")


async def test_5_a_revocation_is_on_record_once(server: Server) -> None:
    tokens = await server.tokens()

    await server.revoke(tokens["refresh_token"])
    await server.revoke(tokens["refresh_token"])

    assert await AuditEntry.filter(action="oauth.revoke", subject_id=server.ada.id).count() == 1


async def test_5_revocation_by_get_is_not_offered(server: Server) -> None:
    assert (await server.http.get("/oauth/revoke", params={"token": "x"})).status_code == 405

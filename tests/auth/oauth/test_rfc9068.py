"""JWT profile for access tokens: RFC 9068, and the resources of RFC 8707."""

import base64
import json

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from auth import errors as auth_errors
from auth import tokens as access_tokens
from resolvers import identity
from tests.auth.oauth import flow
from tests.auth.oauth.flow import Server, answer_of, error


def parts(token: str) -> tuple[dict[str, object], dict[str, object]]:
    header, claims, _ = (
        json.loads(base64.urlsafe_b64decode(part + "==")) if place < 2 else {}
        for place, part in enumerate(token.split("."))
    )
    return header, claims


async def test_2_1_access_tokens_must_be_signed_and_typed(server: Server) -> None:
    header, _ = parts((await server.tokens())["access_token"])

    assert (header["typ"], header["alg"]) == ("at+jwt", "ES256")


async def test_2_1_the_signature_must_hold_under_the_published_keys(server: Server) -> None:
    tokens = await server.tokens()
    keys = KeySet.import_key_set((await server.http.get("/.well-known/jwks.json")).json())

    decoded = jwt.decode(tokens["access_token"], keys, algorithms=["ES256"])

    assert decoded.claims["sub"] == str(server.ada.id)


async def test_2_2_the_required_claims_must_be_there(server: Server) -> None:
    _, claims = parts((await server.tokens())["access_token"])

    assert {"iss", "exp", "aud", "sub", "client_id", "iat", "jti"} <= claims.keys()
    assert (claims["iss"], claims["client_id"]) == (flow.ISSUER, server.web.client_id)


async def test_2_2_the_subject_of_a_client_on_its_own_is_the_client(server: Server) -> None:
    answer = await server.token(server.as_robot, grant_type="client_credentials")

    _, claims = parts(answer.json()["access_token"])

    assert (claims["sub"], claims["client_id"]) == (str(server.robot.id), server.robot.client_id)


async def test_2_2_3_the_scope_must_be_that_of_the_grant(server: Server) -> None:
    _, claims = parts((await server.tokens(scope="drafts:read"))["access_token"])

    assert claims["scope"] == "drafts:read"


@pytest.mark.parametrize("resource", [flow.ISSUER, f"{flow.ISSUER}/graphql"])
async def test_3_the_audience_is_the_resource_that_was_asked_for(server: Server, resource: str) -> None:
    tokens = await server.tokens(resource=resource)

    assert parts(tokens["access_token"])[1]["aud"] == resource
    assert (await server.viewer(tokens["access_token"])).status_code == 200
    refreshed = (await server.refresh(tokens["refresh_token"])).json()
    assert parts(refreshed["access_token"])[1]["aud"] == resource


async def test_3_without_a_resource_the_audience_must_be_a_default(server: Server) -> None:
    assert parts((await server.tokens())["access_token"])[1]["aud"] == "begrip"


@pytest.mark.parametrize("resource", ["https://other.test", flow.ISSUER + "/", "nonsense"])
async def test_rfc8707_2_another_resource_is_an_invalid_target(server: Server, resource: str) -> None:
    assert answer_of(await server.ask(resource=resource))["error"] == "invalid_target"
    alone = await server.token(server.as_robot, grant_type="client_credentials", resource=resource)
    assert error(alone) == (400, "invalid_target")


async def test_rfc8707_2_2_a_code_serves_only_the_resource_it_was_made_for(server: Server) -> None:
    code = await server.code(resource=flow.ISSUER)

    assert error(await server.exchange(code, resource=f"{flow.ISSUER}/graphql")) == (400, "invalid_grant")


async def test_4_a_token_of_another_application_must_not_pass_as_the_users_own(server: Server) -> None:
    """The client of a token is compared with that of its session: a claim alone would prove nothing."""
    tokens = await server.tokens()
    claims = await identity.current().tokens.verify(tokens["access_token"])
    grant = access_tokens.Grant(
        claims.grant.user_id, claims.grant.session_id, claims.grant.scopes, claims.grant.permission_version
    )
    forged, _ = await identity.current().tokens.issue(grant)

    with pytest.raises(auth_errors.InvalidToken):
        await identity.current().authenticator.authenticate(forged)

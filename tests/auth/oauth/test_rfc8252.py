"""OAuth for native apps: RFC 8252."""

import pytest

from auth.oauth import redirects
from models.errors import Refusal
from resolvers import oauth_clients
from resolvers.oauth_clients import NewApplication
from tests import people
from tests.auth.oauth import flow
from tests.auth.oauth.flow import Server, answer_of


@pytest.mark.parametrize(
    "uri", ["http://127.0.0.1:51004/callback", "http://127.0.0.1/callback", "org.example.app:/callback"]
)
async def test_7_3_any_port_of_the_loopback_address_must_be_allowed(server: Server, uri: str) -> None:
    page = await server.ask(client_id=server.app.client_id, redirect_uri=uri)

    assert page.status_code == 200


async def test_7_3_ipv6_loopback_is_as_good() -> None:
    assert redirects.is_match(["http://[::1]/callback"], "http://[::1]:51004/callback")


@pytest.mark.parametrize(
    "uri",
    [
        "http://localhost:51004/callback",
        "http://127.0.0.2:51004/callback",
        "http://[::1]:51004/callback",
        "http://127.0.0.1:51004/other",
        "http://127.0.0.1:51004/callback?x=1",
        "https://127.0.0.1:51004/callback",
        "http://127.0.0.1:99999/callback",
        "http://127.0.0.1.evil.example/callback",
        "http://user@127.0.0.1:51004/callback",
        "http://127.1:51004/callback",
        "http://2130706433:51004/callback",
        "http://[::ffff:127.0.0.1]:51004/callback",
        "org.example.app:/other",
        "org.example.other:/callback",
        "org.example.app://callback",
    ],
)
async def test_8_10_the_rest_of_the_address_must_be_exact(server: Server, uri: str) -> None:
    answer = await server.ask(client_id=server.app.client_id, redirect_uri=uri)

    assert (answer.status_code, "location" in answer.headers) == (400, False)


@pytest.mark.parametrize(
    "uri",
    [
        "http://localhost/callback",
        "http://app.example/callback",
        "myapp:/callback",
        "javascript:alert(1)",
        "https://app.example/#fragment",
        "https://*.app.example/",
        "https://user:word@app.example/",
        "https:///callback",
        "//app.example/callback",
        "/callback",
        "",
        "https://app.example/\nx",
        "https://app.example:port/",
    ],
)
async def test_7_1_addresses_that_anybody_can_claim_must_not_be_registered(server: Server, uri: str) -> None:
    with pytest.raises(Refusal):
        await oauth_clients.create(
            people.SYSTEM_CONTEXT, NewApplication(name="App", redirect_uris=[uri], scopes=flow.SCOPES)
        )


async def test_8_1_native_apps_must_use_pkce(server: Server) -> None:
    answer = await server.ask(client_id=server.app.client_id, redirect_uri=flow.LOOPBACK, code_challenge=None)

    assert answer_of(answer)["error"] == "invalid_request"


async def test_8_6_requests_of_apps_must_not_be_answered_without_the_user(server: Server) -> None:
    await server.sign_in()
    asked = {"client_id": server.app.client_id, "redirect_uri": flow.LOOPBACK}
    await server.fill(await server.ask(**asked), deed="allow")

    again = await server.ask(**asked)

    assert (again.status_code, "Allow" in again.text) == (200, True)


async def test_8_5_an_app_must_not_be_treated_as_confidential(server: Server) -> None:
    answer = await server.token(
        grant_type="authorization_code",
        code="x",
        client_id=server.app.client_id,
        client_secret="invented",
        code_verifier=flow.VERIFIER,
    )

    assert answer.status_code == 401


async def test_8_4_an_app_gets_tokens_by_its_name_and_proof(server: Server) -> None:
    uri = "http://127.0.0.1:51004/callback"
    code = await server.code(client_id=server.app.client_id, redirect_uri=uri)

    answer = await server.token(
        grant_type="authorization_code",
        code=code,
        client_id=server.app.client_id,
        redirect_uri=uri,
        code_verifier=flow.VERIFIER,
    )

    assert answer.status_code == 200

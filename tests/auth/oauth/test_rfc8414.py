"""Authorization server metadata: RFC 8414."""

import pytest
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata

from auth.oauth import metadata
from tests.auth.oauth import flow
from tests.auth.oauth.flow import Server

PATH = "/.well-known/oauth-authorization-server"


async def test_3_the_document_must_be_served_as_json_by_get(server: Server) -> None:
    answer = await server.http.get(PATH)

    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")


async def test_2_authlib_finds_the_document_valid(server: Server) -> None:
    told = (await server.http.get(PATH)).json()

    AuthorizationServerMetadata(told).validate()


async def test_3_3_the_issuer_must_be_identical_to_the_one_asked(server: Server) -> None:
    assert (await server.http.get(PATH)).json()["issuer"] == flow.ISSUER


async def test_2_what_is_listed_is_what_works(server: Server) -> None:
    told = (await server.http.get(PATH)).json()

    assert told["response_types_supported"] == ["code"]
    assert told["code_challenge_methods_supported"] == ["S256"]
    assert told["grant_types_supported"] == ["authorization_code", "refresh_token", "client_credentials"]
    assert told["token_endpoint_auth_methods_supported"] == ["client_secret_basic", "client_secret_post", "none"]
    assert told["introspection_endpoint_auth_methods_supported"] == ["client_secret_basic", "client_secret_post"]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("authorization_endpoint", 405),
        ("token_endpoint", 400),
        ("revocation_endpoint", 400),
        ("introspection_endpoint", 400),
        ("jwks_uri", 405),
    ],
)
async def test_2_every_endpoint_listed_is_there(server: Server, name: str, status: int) -> None:
    told = (await server.http.get(PATH)).json()

    answer = await server.http.put(told[name]) if status == 405 else await server.http.post(told[name])

    assert answer.status_code == status


@pytest.mark.parametrize("issuer", ["http://begrip.test", "https://begrip.test?x=1", "https://begrip.test#x", ""])
def test_2_the_issuer_must_be_https_without_query_or_fragment(issuer: str) -> None:
    with pytest.raises(ValueError, match="issuer"):
        metadata.document(issuer)


def test_2_an_issuer_on_this_machine_may_do_without_tls() -> None:
    assert metadata.document("http://127.0.0.1:8000")["issuer"] == "http://127.0.0.1:8000"

"""Authorization server issuer identification: RFC 9207."""

import pytest

from tests.auth.oauth import flow
from tests.auth.oauth.flow import Server, answer_of


async def test_2_a_response_with_a_code_must_name_the_issuer(server: Server) -> None:
    await server.sign_in()

    answer = answer_of(await server.fill(await server.ask(), deed="allow"))

    assert (answer["iss"], "code" in answer) == (flow.ISSUER, True)


@pytest.mark.parametrize("changes", [{"response_type": "token"}, {"scope": "nonsense"}, {"code_challenge": None}])
async def test_2_a_response_with_an_error_must_name_the_issuer(server: Server, changes: dict[str, str | None]) -> None:
    answer = answer_of(await server.ask(**changes))

    assert (answer["iss"], "error" in answer) == (flow.ISSUER, True)


async def test_2_a_refusal_of_the_user_must_name_the_issuer(server: Server) -> None:
    await server.sign_in()

    assert answer_of(await server.fill(await server.ask(), deed="deny"))["iss"] == flow.ISSUER


async def test_2_3_the_metadata_must_say_so_with_the_same_issuer(server: Server) -> None:
    told = (await server.http.get("/.well-known/oauth-authorization-server")).json()

    assert told["authorization_response_iss_parameter_supported"] is True
    assert told["issuer"] == flow.ISSUER


async def test_2_an_issuer_that_the_client_sends_is_not_echoed(server: Server) -> None:
    answer = answer_of(await server.ask(iss="https://evil.example", scope="nonsense"))

    assert answer["iss"] == flow.ISSUER

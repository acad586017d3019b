"""Proof Key for Code Exchange: RFC 7636, with S256 only (RFC 9700 2.1.1)."""

import pytest

from auth.oauth import pkce
from tests.auth.oauth import flow
from tests.auth.oauth.flow import Server, answer_of, error


def test_appendix_b_the_example_of_the_rfc_holds() -> None:
    assert pkce.is_right("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")


@pytest.mark.parametrize("changes", [{"code_challenge": None}, {"code_challenge": None, "code_challenge_method": None}])
async def test_4_4_1_a_request_without_a_challenge_must_be_answered_with_an_error(
    server: Server, changes: dict[str, None]
) -> None:
    answer = answer_of(await server.ask(**changes))

    assert answer["error"] == "invalid_request"


@pytest.mark.parametrize("method", [None, "plain", "s256", "S512", "none"])
async def test_4_4_1_a_method_that_is_not_supported_must_be_answered_with_an_error(
    server: Server, method: str | None
) -> None:
    assert answer_of(await server.ask(code_challenge_method=method))["error"] == "invalid_request"


@pytest.mark.parametrize(
    "challenge", ["short", flow.CHALLENGE + "=", flow.CHALLENGE + "A", flow.CHALLENGE[:-1] + "+", flow.CHALLENGE + "\n"]
)
async def test_4_2_a_challenge_is_base64url_of_a_digest(server: Server, challenge: str) -> None:
    assert answer_of(await server.ask(code_challenge=challenge))["error"] == "invalid_request"


@pytest.mark.parametrize(
    "verifier",
    [flow.VERIFIER[:-1] + "4", flow.VERIFIER + "\n", flow.CHALLENGE, "a" * 42, "a" * 129, "é" * 43, " " * 43, "*" * 50],
)
async def test_4_6_a_verifier_that_differs_must_be_answered_with_invalid_grant(server: Server, verifier: str) -> None:
    code = await server.code()

    assert error(await server.exchange(code, code_verifier=verifier)) == (400, "invalid_grant")


async def test_4_6_a_wrong_verifier_spends_the_code(server: Server) -> None:
    code = await server.code()
    await server.exchange(code, code_verifier="x" * 43)

    assert error(await server.exchange(code)) == (400, "invalid_grant")


async def test_4_5_the_verifier_must_be_sent(server: Server) -> None:
    code = await server.code()

    assert error(await server.exchange(code, code_verifier=None)) == (400, "invalid_request")


async def test_4_6_the_right_verifier_brings_tokens(server: Server) -> None:
    assert (await server.exchange(await server.code())).status_code == 200

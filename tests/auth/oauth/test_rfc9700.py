"""Best current practice for OAuth security: RFC 9700; and what our own pages promise."""

import asyncio
from datetime import timedelta

import pytest

from auth.errors import Forbidden, SessionEnded
from models.audit import AuditEntry
from models.user import Session
from resolvers import accounts, identity, oauth_clients, oauth_grants, sessions, users
from resolvers.context import Context
from resolvers.oauth_clients import Changes
from tests import people
from tests.auth.oauth import flow
from tests.auth.oauth.flow import Server, answer_of, error


async def test_2_1_1_a_stolen_code_is_worth_nothing_without_the_verifier(server: Server) -> None:
    code = await server.code()

    answer = await server.exchange(code, code_verifier="b" * 43)

    assert error(answer) == (400, "invalid_grant")
    assert await Session.filter(client_id=server.web.id).count() == 0


async def test_2_2_2_refresh_tokens_must_be_rotated(server: Server) -> None:
    tokens = await server.tokens()

    following = (await server.refresh(tokens["refresh_token"])).json()

    assert following["refresh_token"] != tokens["refresh_token"]


async def test_4_14_2_a_refresh_token_used_again_must_end_the_family(server: Server) -> None:
    first = await server.tokens()
    second = (await server.refresh(first["refresh_token"])).json()
    third = (await server.refresh(second["refresh_token"])).json()

    again = await server.refresh(first["refresh_token"])

    assert error(again) == (400, "invalid_grant")
    assert error(await server.refresh(third["refresh_token"])) == (400, "invalid_grant")
    assert (await server.viewer(third["access_token"])).status_code == 401
    assert await AuditEntry.filter(action="session.reuse").count() == 1


async def test_4_14_2_a_lost_answer_is_given_again_for_ten_seconds(server: Server) -> None:
    first = await server.tokens()
    second = (await server.refresh(first["refresh_token"])).json()
    server.clock.advance(timedelta(seconds=10))

    again = (await server.refresh(first["refresh_token"])).json()

    assert again["refresh_token"] == second["refresh_token"]


async def test_4_14_2_after_ten_seconds_the_parent_ends_the_family(server: Server) -> None:
    first = await server.tokens()
    await server.refresh(first["refresh_token"])
    server.clock.advance(timedelta(seconds=11))

    assert error(await server.refresh(first["refresh_token"])) == (400, "invalid_grant")


async def test_4_14_2_fifty_uses_at_once_yield_one_family(server: Server) -> None:
    tokens = await server.tokens()

    answers = await asyncio.gather(*(server.refresh(tokens["refresh_token"]) for _ in range(50)))

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1


async def test_4_14_refresh_tokens_expire_when_idle(server: Server) -> None:
    tokens = await server.tokens()
    server.clock.advance(timedelta(days=14))

    assert error(await server.refresh(tokens["refresh_token"])) == (400, "invalid_grant")


async def test_4_14_refresh_tokens_end_with_the_password(server: Server) -> None:
    tokens = await server.tokens()
    ctx = await people.context_of(await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD))
    await users.change_password(ctx, current=people.PASSWORD, new="another lantern drifts 9")

    assert error(await server.refresh(tokens["refresh_token"])) == (400, "invalid_grant")
    assert (await server.viewer(tokens["access_token"])).status_code == 401


async def test_2_3_scopes_taken_from_a_client_are_gone_from_its_tokens(server: Server) -> None:
    tokens = await server.tokens()
    await oauth_clients.update(
        people.SYSTEM_CONTEXT, server.web.id, Changes(scopes=["definitions:read"]), expected_version=1
    )

    seen = (await server.viewer(tokens["access_token"])).json()

    assert seen["scopes"] == ["definitions:read"]


async def test_a_retired_client_may_do_nothing(server: Server) -> None:
    tokens = await server.tokens()
    await oauth_clients.retire(people.SYSTEM_CONTEXT, server.web.id)

    assert (await server.viewer(tokens["access_token"])).status_code == 401
    assert error(await server.refresh(tokens["refresh_token"])) == (401, "invalid_client")
    assert (await server.ask()).status_code == 400


async def test_a_former_secret_proves_nothing(server: Server) -> None:
    _, secret = await oauth_clients.rotate_secret(people.SYSTEM_CONTEXT, server.robot.id)

    former = await server.token(server.as_robot, grant_type="client_credentials")
    present = await server.token((server.robot.client_id, secret), grant_type="client_credentials")

    assert (former.status_code, present.status_code) == (401, 200)


async def test_a_client_whose_owner_is_disabled_may_do_nothing(server: Server) -> None:
    token = (await server.token(server.as_robot, grant_type="client_credentials")).json()["access_token"]
    await users.update(people.SYSTEM_CONTEXT, server.ada.id, expected_version=1, is_active=False)

    assert (await server.viewer(token)).status_code == 401
    assert error(await server.token(server.as_robot, grant_type="client_credentials")) == (401, "invalid_client")


async def test_2_1_a_remembered_consent_is_not_asked_for_again(server: Server) -> None:
    await server.tokens()

    again = await server.ask(scope="definitions:read")

    assert "code" in answer_of(again)


async def test_2_1_more_than_what_was_allowed_is_asked_for(server: Server) -> None:
    await server.tokens()

    more = await server.ask(scope="definitions:read definitions:write")

    assert (more.status_code, "Allow" in more.text) == (200, True)


async def test_a_consent_taken_back_ends_its_tokens_and_is_asked_for_again(server: Server) -> None:
    tokens = await server.tokens()
    ctx = await people.context_of(await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD))
    (consent,) = await oauth_grants.consents(ctx)

    await oauth_grants.take_back(ctx, consent.id)

    assert (await server.viewer(tokens["access_token"])).status_code == 401
    assert error(await server.refresh(tokens["refresh_token"])) == (400, "invalid_grant")
    assert (await server.ask()).status_code == 200


async def test_an_application_may_not_end_sessions_or_change_passwords(server: Server) -> None:
    tokens = await server.tokens()
    ctx = await _authenticated(tokens["access_token"])

    with pytest.raises(Forbidden, match="an application may not"):
        await sessions.sign_out(ctx, everywhere=True)
    with pytest.raises(Forbidden, match="an application may not"):
        await users.change_password(ctx, current=people.PASSWORD, new="another lantern drifts 9")


async def test_a_refresh_token_of_an_application_opens_no_session_of_the_user(server: Server) -> None:
    tokens = await server.tokens()

    with pytest.raises(SessionEnded, match="this session has ended"):
        await sessions.refresh(people.context(), tokens["refresh_token"])
    assert (await server.refresh(tokens["refresh_token"])).status_code == 200


async def test_a_refresh_token_of_the_user_is_none_of_an_application(server: Server) -> None:
    signed_in = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)

    assert error(await server.refresh(signed_in.tokens.refresh_token)) == (400, "invalid_grant")
    assert (await server.introspect(signed_in.tokens.refresh_token)).json() == {"active": False}


async def test_4_12_a_redirect_after_a_password_must_be_303(server: Server) -> None:
    answer = await server.sign_in()

    assert answer.status_code == 303


async def test_the_address_of_a_redirect_after_sign_in_is_our_own(server: Server) -> None:
    answer = await server.sign_in()

    assert answer.headers["location"].startswith("/oauth/authorize?")


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("nobody@example.org", people.PASSWORD),
        ("ada@example.org", "wrong wrong wrong!"),
        ("", ""),
        ("\x00", "x" * 2000),
    ],
)
async def test_unknown_account_and_wrong_password_look_alike(server: Server, email: str, password: str) -> None:
    answer = await server.sign_in(email=email, password=password)

    assert answer.status_code == 400
    assert "No active account" in answer.text or "grown old" in answer.text
    assert [name for name in server.browser.cookies if name.endswith("browser")] == []


async def test_sign_in_on_the_page_is_throttled(server: Server) -> None:
    for _ in range(10):
        await server.sign_in(password="wrong wrong wrong!")

    answer = await server.sign_in()

    assert (answer.status_code, answer.headers["retry-after"]) == (429, "900")


async def test_cookies_are_bound_to_host_and_https_and_hidden_from_scripts(server: Server) -> None:
    answer = await server.sign_in()

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-begrip_browser=")
    assert all(flag in cookie for flag in ("HttpOnly", "Path=/", "SameSite=lax", "Secure"))
    assert "Domain" not in cookie


async def test_the_cookie_is_no_credential_of_the_api(server: Server) -> None:
    await server.sign_in()

    seen = (await server.browser.get("/viewer")).json()

    assert seen["user"] == "None"


async def test_pages_hold_no_script_and_no_style_of_their_own(server: Server) -> None:
    page = await server.ask()

    policy = page.headers["content-security-policy"]
    assert "unsafe-inline" not in policy
    assert "script-src" not in policy
    assert "<script" not in page.text
    assert "style=" not in page.text
    assert (await server.browser.get("/oauth/pages.css")).headers["content-type"].startswith("text/css")


async def test_the_policy_lets_the_form_lead_to_the_application_and_nowhere_else(server: Server) -> None:
    page = await server.ask()

    assert "form-action 'self' https://app.example" in page.headers["content-security-policy"]


@pytest.mark.parametrize(("accepted", "word"), [("nl-NL,en;q=0.5", "Aanmelden"), ("fr", "Sign in"), ("", "Sign in")])
async def test_pages_speak_the_language_of_the_reader(server: Server, accepted: str, word: str) -> None:
    page = await server.browser.get("/oauth/authorize", params=server.asked(), headers={"accept-language": accepted})

    assert f"<h1>{word}</h1>" in page.text


async def test_somebody_else_can_sign_in_instead(server: Server) -> None:
    await server.sign_in()
    page = await server.ask()

    answer = await server.fill(page, deed="switch")

    assert answer.status_code == 303
    assert "Sign in" in (await server.ask()).text


async def test_a_one_time_password_is_not_spent_on_the_page(server: Server) -> None:
    secret = await _one_time(server)

    answer = await server.sign_in(password=secret)

    assert (answer.status_code, "one-time password" in answer.text) == (400, True)
    assert (await sessions.sign_in(people.context(), "ada@example.org", secret)).user.id == server.ada.id


async def test_the_browser_session_ends_after_half_a_day(server: Server) -> None:
    await server.sign_in()
    server.clock.advance(timedelta(hours=12))

    assert "<h1>Sign in</h1>" in (await server.ask()).text


@pytest.mark.parametrize("path", ["/oauth/token", "/oauth/revoke", "/oauth/introspect"])
async def test_4_2_4_tokens_in_the_address_are_not_read(server: Server, path: str) -> None:
    answer = await server.http.post(
        f"{path}?{flow.query(token='x', grant_type='client_credentials')}", auth=server.as_robot
    )

    assert answer.status_code == 400


@pytest.mark.parametrize(
    "query", ["%ff", "client_id=%00", "client_id=" + "x" * 15000, "a=" * 60, "client_id[]=x", "&&&"]
)
async def test_a_query_that_is_nonsense_brings_no_500_and_no_redirect(server: Server, query: str) -> None:
    answer = await server.browser.get(f"/oauth/authorize?{query}")

    assert (answer.status_code, "location" in answer.headers) == (400, False)


async def _authenticated(token: str) -> Context:
    viewer, _ = await identity.current().authenticator.authenticate(token)
    return people.context(viewer)


async def _one_time(server: Server) -> str:
    return await accounts.reset_password(people.SYSTEM_CONTEXT, server.ada.id)

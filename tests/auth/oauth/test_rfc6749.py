"""The OAuth 2.0 framework: RFC 6749, as far as RFC 9700 left it."""

import base64
from datetime import timedelta

import pytest

from models.audit import AuditEntry
from resolvers import oauth_clients
from tests import people
from tests.auth.oauth import flow
from tests.auth.oauth.flow import Server, answer_of, error


async def test_3_1_parameters_sent_without_a_value_must_be_treated_as_omitted(server: Server) -> None:
    answer = await server.ask(response_type="")

    assert answer_of(answer)["error"] == "invalid_request"


async def test_3_1_unrecognized_parameters_must_be_ignored(server: Server) -> None:
    page = await server.ask(colour="blue")

    assert page.status_code == 200


@pytest.mark.parametrize("name", ["scope", "state", "code_challenge", "response_type"])
async def test_3_1_parameters_must_not_be_included_more_than_once(server: Server, name: str) -> None:
    query = flow.query(**server.asked())

    answer = await server.browser.get(f"/oauth/authorize?{query}&{name}=again")

    assert answer_of(answer)["error"] == "invalid_request"


@pytest.mark.parametrize("name", ["client_id", "redirect_uri"])
async def test_3_1_a_repeated_client_or_address_sends_nobody_anywhere(server: Server, name: str) -> None:
    query = flow.query(**server.asked())

    answer = await server.browser.get(f"/oauth/authorize?{query}&{name}=https://evil.example/")

    assert (answer.status_code, "location" in answer.headers) == (400, False)


async def test_3_1_1_response_type_is_required(server: Server) -> None:
    assert answer_of(await server.ask(response_type=None))["error"] == "invalid_request"


@pytest.mark.parametrize("kind", ["token", "id_token", "code token", "none", "CODE"])
async def test_3_1_1_other_response_types_must_be_answered_with_an_error(server: Server, kind: str) -> None:
    assert answer_of(await server.ask(response_type=kind))["error"] == "unsupported_response_type"


async def test_3_1_2_the_query_of_the_redirect_uri_must_be_retained(server: Server) -> None:
    await server.sign_in()

    answer = answer_of(await server.fill(await server.ask(), deed="allow"))

    assert answer["from"] == "begrip"


@pytest.mark.parametrize(
    "uri",
    [
        "https://evil.example/",
        "https://app.example/callback",
        "https://app.example/callback?from=begrip&more=1",
        "https://app.example/callback?from=begrip#there",
        "https://app.example/callback/?from=begrip",
        "https://app.example:444/callback?from=begrip",
        "https://APP.example/callback?from=begrip",
        "http://app.example/callback?from=begrip",
        "https://app.example@evil.example/callback?from=begrip",
        "https://app.example.evil.example/callback?from=begrip",
        "https://app.example/callback?from=begrip%00",
        "https://app.example\\@evil.example/callback?from=begrip",
        "//app.example/callback?from=begrip",
        "javascript:alert(1)",
        "data:text/html,hello",
    ],
)
async def test_3_1_2_4_the_user_agent_must_not_be_redirected_to_an_invalid_uri(server: Server, uri: str) -> None:
    answer = await server.ask(redirect_uri=uri)

    assert (answer.status_code, "location" in answer.headers) == (400, False)
    assert "evil" not in answer.text


async def test_3_1_2_3_an_omitted_redirect_uri_is_the_one_registered(server: Server) -> None:
    code = await server.code(redirect_uri=None)

    answer = await server.exchange(code, redirect_uri=None)

    assert answer.status_code == 200


async def test_3_1_2_3_the_redirect_uri_must_be_given_where_several_are_registered(server: Server) -> None:
    answer = await server.ask(client_id=server.app.client_id, redirect_uri=None)

    assert answer.status_code == 400


async def test_2_2_an_unknown_client_looks_like_one_with_a_wrong_address(server: Server) -> None:
    unknown = await server.ask(client_id="nobody")

    wrong = await server.ask(redirect_uri="https://evil.example/")

    assert (unknown.status_code, unknown.text) == (wrong.status_code, wrong.text)


async def test_2_3_a_client_must_not_use_more_than_one_authentication_method(server: Server) -> None:
    answer = await server.token(server.as_robot, grant_type="client_credentials", client_secret=server.robot_secret)

    assert error(answer) == (400, "invalid_request")


async def test_2_3_1_the_server_must_support_http_basic(server: Server) -> None:
    answer = await server.token(server.as_robot, grant_type="client_credentials")

    assert answer.status_code == 200


async def test_2_3_1_the_parts_of_basic_are_form_encoded(server: Server) -> None:
    pair = f"{server.robot.client_id.replace('-', '%2D')}:{server.robot_secret}"
    basic = base64.b64encode(pair.encode()).decode()

    answer = await server.http.post(
        "/oauth/token", data={"grant_type": "client_credentials"}, headers={"authorization": f"Basic {basic}"}
    )

    assert answer.status_code == 200


async def test_2_3_1_credentials_may_stand_in_the_body(server: Server) -> None:
    answer = await server.token(
        grant_type="client_credentials", client_id=server.robot.client_id, client_secret=server.robot_secret
    )

    assert answer.status_code == 200


async def test_2_3_1_credentials_must_not_stand_in_the_uri(server: Server) -> None:
    place = flow.query(client_id=server.robot.client_id, client_secret=server.robot_secret)

    answer = await server.http.post(f"/oauth/token?{place}", data={"grant_type": "client_credentials"})

    assert error(answer) == (401, "invalid_client")


async def test_2_3_1_the_endpoint_must_be_protected_against_guessing(server: Server) -> None:
    wrong = (server.robot.client_id, "guess")
    for _ in range(10):
        await server.token(wrong, grant_type="client_credentials")

    answer = await server.token(wrong, grant_type="client_credentials")

    assert (answer.status_code, answer.headers["retry-after"]) == (429, "900")
    assert (await server.token(server.as_robot, grant_type="client_credentials")).status_code == 200


async def test_3_2_the_client_must_use_post(server: Server) -> None:
    assert (await server.http.get("/oauth/token")).status_code == 405


async def test_3_2_parameters_must_not_be_included_more_than_once(server: Server) -> None:
    answer = await server.http.post(
        "/oauth/token",
        content="grant_type=client_credentials&grant_type=client_credentials",
        headers={"content-type": "application/x-www-form-urlencoded"},
        auth=server.as_robot,
    )

    assert error(answer) == (400, "invalid_request")


async def test_3_2_other_media_types_are_refused(server: Server) -> None:
    answer = await server.http.post("/oauth/token", json={"grant_type": "client_credentials"}, auth=server.as_robot)

    assert error(answer) == (400, "invalid_request")


async def test_3_2_1_confidential_clients_must_authenticate(server: Server) -> None:
    code = await server.code()

    answer = await server.token(
        grant_type="authorization_code",
        code=code,
        client_id=server.web.client_id,
        redirect_uri=flow.CALLBACK,
        code_verifier=flow.VERIFIER,
    )

    assert error(answer) == (401, "invalid_client")


@pytest.mark.parametrize("scope", ["unknown:thing", "definitions:read unknown", "users:write", "DEFINITIONS:READ", " "])
async def test_3_3_a_scope_beyond_what_the_client_may_is_invalid(server: Server, scope: str) -> None:
    await server.sign_in()

    assert answer_of(await server.ask(scope=scope))["error"] == "invalid_scope"


async def test_3_3_an_omitted_scope_has_a_default_value(server: Server) -> None:
    tokens = await server.tokens(scope=None)

    assert tokens["scope"] == "definitions:read definitions:write drafts:read"


async def test_3_3_scopes_that_differ_from_those_asked_for_must_be_told(server: Server) -> None:
    await server.sign_in()
    await oauth_clients.update(
        people.SYSTEM_CONTEXT,
        server.web.id,
        oauth_clients.Changes(scopes=["definitions:read", "users:read"]),
        expected_version=1,
    )

    tokens = await server.tokens(scope="definitions:read users:read")

    assert tokens["scope"] == "definitions:read"


async def test_4_1_1_state_must_come_back_exactly(server: Server) -> None:
    await server.sign_in()
    state = 'a+b&c=d é"<>'

    answer = answer_of(await server.fill(await server.ask(state=state), deed="allow"))

    assert answer["state"] == state


async def test_4_1_2_the_code_must_expire_shortly(server: Server) -> None:
    code = await server.code()
    server.clock.advance(timedelta(seconds=60))

    assert error(await server.exchange(code)) == (400, "invalid_grant")


async def test_4_1_2_the_code_must_not_be_used_twice_and_its_tokens_are_revoked(server: Server) -> None:
    code = await server.code()
    tokens = (await server.exchange(code)).json()

    again = await server.exchange(code)

    assert error(again) == (400, "invalid_grant")
    assert (await server.viewer(tokens["access_token"])).status_code == 401
    assert error(await server.refresh(tokens["refresh_token"])) == (400, "invalid_grant")
    assert await AuditEntry.filter(action="oauth.code_reuse").count() == 1


async def test_4_1_2_1_a_refusal_is_told_as_access_denied(server: Server) -> None:
    await server.sign_in()

    answer = answer_of(await server.fill(await server.ask(), deed="deny"))

    assert (answer["error"], answer["state"]) == ("access_denied", "a state")


async def test_4_1_2_1_a_client_without_the_grant_is_unauthorized(server: Server) -> None:
    await oauth_clients.update(
        people.SYSTEM_CONTEXT,
        server.robot.id,
        oauth_clients.Changes(redirect_uris=[flow.CALLBACK]),
        expected_version=1,
    )

    answer = await server.ask(client_id=server.robot.client_id)

    assert answer_of(answer)["error"] == "unauthorized_client"


async def test_4_1_3_the_code_must_have_been_issued_to_the_authenticated_client(server: Server) -> None:
    code = await server.code()

    answer = await server.token(
        grant_type="authorization_code",
        code=code,
        client_id=server.app.client_id,
        redirect_uri=flow.CALLBACK,
        code_verifier=flow.VERIFIER,
    )

    assert error(answer) == (400, "invalid_grant")
    assert (await server.exchange(code)).status_code == 200


@pytest.mark.parametrize("uri", [None, "https://app.example/other", flow.CALLBACK + "&x=1"])
async def test_4_1_3_the_redirect_uri_must_be_identical(server: Server, uri: str | None) -> None:
    code = await server.code()

    assert error(await server.exchange(code, redirect_uri=uri)) == (400, "invalid_grant")


async def test_4_3_there_is_no_password_grant(server: Server) -> None:
    answer = await server.token(
        server.as_web, grant_type="password", username="ada@example.org", password=people.PASSWORD
    )

    assert error(answer) == (400, "unsupported_grant_type")


async def test_4_4_client_credentials_must_only_be_used_by_confidential_clients(server: Server) -> None:
    answer = await server.token(grant_type="client_credentials", client_id=server.app.client_id)

    assert error(answer) == (400, "unauthorized_client")


async def test_4_4_3_client_credentials_bring_no_refresh_token(server: Server) -> None:
    answer = await server.token(server.as_robot, grant_type="client_credentials")

    assert "refresh_token" not in answer.json()


async def test_4_4_a_client_on_its_own_has_no_more_rights_than_its_owner(server: Server) -> None:
    answer = await server.token(server.as_robot, grant_type="client_credentials")

    assert answer.json()["scope"] == "definitions:read definitions:write drafts:read"
    seen = (await server.viewer(answer.json()["access_token"])).json()
    assert (seen["user"], seen["application"]) == (str(server.ada.id), server.robot.client_id)


async def test_5_1_answers_with_tokens_must_not_be_cached(server: Server) -> None:
    answer = await server.token(server.as_robot, grant_type="client_credentials")

    assert (answer.headers["cache-control"], answer.headers["pragma"]) == ("no-store", "no-cache")


async def test_5_1_an_answer_has_token_type_and_lifetime(server: Server) -> None:
    tokens = await server.tokens()

    assert (tokens["token_type"], str(tokens["expires_in"])) == ("Bearer", "600")


async def test_5_2_basic_that_fails_must_be_answered_with_401_and_the_scheme(server: Server) -> None:
    answer = await server.token(("nobody", "secret"), grant_type="client_credentials")

    assert error(answer) == (401, "invalid_client")
    assert answer.headers["www-authenticate"].startswith("Basic")


async def test_5_2_unknown_client_and_wrong_secret_look_alike(server: Server) -> None:
    unknown = await server.token(("nobody", "secret"), grant_type="client_credentials")

    wrong = await server.token((server.robot.client_id, "secret"), grant_type="client_credentials")

    assert (unknown.status_code, unknown.text) == (wrong.status_code, wrong.text)


@pytest.mark.parametrize(
    "header",
    ["Basic", "Basic !!", "Basic bm9jb2xvbg==", "Basic /w==", "Bearer abc", "Digest x", "Basic Og==", "Basic OjpcMDA="],
)
async def test_5_2_malformed_credentials_are_invalid_client(server: Server, header: str) -> None:
    answer = await server.http.post(
        "/oauth/token", data={"grant_type": "client_credentials"}, headers={"authorization": header}
    )

    assert error(answer) == (401, "invalid_client")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({}, "invalid_request"),
        ({"grant_type": "magic"}, "unsupported_grant_type"),
        ({"grant_type": "implicit"}, "unsupported_grant_type"),
        ({"grant_type": "client_credentials"}, "unauthorized_client"),
        ({"grant_type": "authorization_code"}, "invalid_request"),
        ({"grant_type": "authorization_code", "code": "x"}, "invalid_request"),
        ({"grant_type": "authorization_code", "code": "x", "code_verifier": "y"}, "invalid_grant"),
        ({"grant_type": "authorization_code", "code": "x" * 9000, "code_verifier": "y"}, "invalid_grant"),
        ({"grant_type": "authorization_code", "code": "\0", "code_verifier": "y"}, "invalid_request"),
        ({"grant_type": "refresh_token"}, "invalid_request"),
        ({"grant_type": "refresh_token", "refresh_token": "x"}, "invalid_grant"),
        ({"grant_type": "refresh_token", "refresh_token": "é" * 40}, "invalid_grant"),
    ],
)
async def test_5_2_a_bad_request_is_answered_with_its_code(server: Server, form: dict[str, str], expected: str) -> None:
    assert error(await server.token(server.as_web, **form)) == (400, expected)


@pytest.mark.parametrize("body", [b"\xff\xfe", b"%ff=%ff", b"=&=&", b"&" * 100, b"a" * 20_000, b"grant_type=%zz"])
async def test_5_2_bytes_that_are_no_form_bring_no_500(server: Server, body: bytes) -> None:
    answer = await server.http.post(
        "/oauth/token", content=body, headers={"content-type": "application/x-www-form-urlencoded"}
    )

    assert answer.status_code in {400, 401}


async def test_6_the_refresh_token_is_bound_to_its_client(server: Server) -> None:
    tokens = await server.tokens()

    answer = await server.token(
        grant_type="refresh_token", refresh_token=tokens["refresh_token"], client_id=server.app.client_id
    )

    assert error(answer) == (400, "invalid_grant")
    assert (await server.refresh(tokens["refresh_token"])).status_code == 200


async def test_6_a_refresh_must_not_bring_scopes_that_were_not_granted(server: Server) -> None:
    tokens = await server.tokens(scope="definitions:read")

    answer = await server.refresh(tokens["refresh_token"], scope="definitions:read drafts:read")

    assert error(answer) == (400, "invalid_scope")
    assert (await server.refresh(tokens["refresh_token"])).status_code == 200


async def test_6_a_narrowed_refresh_narrows_one_access_token_only(server: Server) -> None:
    tokens = await server.tokens()

    narrow = (await server.refresh(tokens["refresh_token"], scope="definitions:read")).json()
    whole = (await server.refresh(narrow["refresh_token"])).json()

    assert (narrow["scope"], whole["scope"]) == ("definitions:read", "definitions:read drafts:read")


async def test_10_2_a_public_client_must_not_be_issued_a_secret(server: Server) -> None:
    assert server.app.secret_hash is None


async def test_10_3_scopes_of_the_token_hold_at_the_api(server: Server) -> None:
    tokens = await server.tokens()

    seen = (await server.viewer(tokens["access_token"])).json()

    assert seen["scopes"] == ["definitions:read", "drafts:read"]
    assert (seen["user"], seen["application"]) == (str(server.ada.id), server.web.client_id)


async def test_10_12_a_form_without_its_token_changes_nothing(server: Server) -> None:
    await server.sign_in()
    page = await server.ask()

    answer = await server.browser.post(page.request.url, data={"deed": "allow"})

    assert (answer.status_code, "location" in answer.headers) == (400, False)


async def test_10_12_a_form_of_another_browser_changes_nothing(server: Server) -> None:
    await server.sign_in()
    page = await server.ask()
    stranger = await server.http.get("/oauth/authorize", params=server.asked())

    answer = await server.browser.post(
        page.request.url, data={"deed": "allow", "form_token": flow.form_token(stranger)}
    )

    assert answer.status_code == 400


async def test_10_12_a_form_sent_by_another_site_changes_nothing(server: Server) -> None:
    await server.sign_in()
    page = await server.ask()

    answer = await server.browser.post(
        page.request.url,
        data={"deed": "allow", "form_token": flow.form_token(page)},
        headers={"sec-fetch-site": "cross-site"},
    )

    assert answer.status_code == 400


async def test_10_13_pages_must_not_be_framed(server: Server) -> None:
    page = await server.ask()

    assert page.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


async def test_10_14_the_name_of_a_client_is_escaped(server: Server) -> None:
    page = await server.ask()

    assert "Web &lt;b&gt;" in page.text
    assert "<b>" not in page.text

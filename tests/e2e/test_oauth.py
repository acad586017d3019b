"""Applications, registered and retired through the whole server."""

from tests.e2e.site import Site

CREATE = """
mutation ($input: CreateOauthClientInput!) { createOauthClient(input: $input) { client { id version } secret errors { code } } }
"""
UPDATE = """
mutation ($input: UpdateOauthClientInput!) { updateOauthClient(input: $input) { client { version name } errors { code } } }
"""
ROTATE = """
mutation ($input: RotateOauthClientSecretInput!) { rotateOauthClientSecret(input: $input) { secret errors { code } } }
"""
RETIRE = """
mutation ($input: RetireOauthClientInput!) { retireOauthClient(input: $input) { client { retiredAt } errors { code } } }
"""
LIST = "{ oauthClients(first: 10) { nodes { clientId name retiredAt } } viewer { consents { id } } }"
REVOKE = "mutation ($input: RevokeConsentInput!) { revokeConsent(input: $input) { revokedId errors { code path } } }"
WISH = {"name": "Wiki", "clientId": "wiki", "isConfidential": True, "scopes": ["definitions:read"]}


async def test_the_life_of_an_application(site: Site) -> None:
    admin = site.people.admin
    made = await admin.ask(CREATE, input=WISH)
    key = made["createOauthClient.client.id"]
    changed = await admin.ask(UPDATE, input={"id": key, "expectedVersion": 1, "name": "Wiki 2"})
    rotated = await admin.ask(ROTATE, input={"id": key})
    retired = await admin.ask(RETIRE, input={"id": key})

    listed = await admin.ask(LIST)

    assert changed["updateOauthClient.client"] == {"version": 2, "name": "Wiki 2"}
    assert rotated["rotateOauthClientSecret.secret"] != made["createOauthClient.secret"]
    assert retired["retireOauthClient.errors"] == []
    assert listed["oauthClients.nodes.0.name"] == "Wiki 2"
    assert listed["viewer.consents"] == []


async def test_a_consent_of_nowhere_is_refused_as_data(site: Site) -> None:
    answer = await site.people.author.ask(REVOKE, input={"id": "bm93aGVyZQ"})

    assert answer["revokeConsent.errors"] == [{"code": "INVALID_INPUT", "path": ["id"]}]

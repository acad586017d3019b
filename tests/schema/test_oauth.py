"""Applications by GraphQL: administrators register them, people take back what they allowed."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from models import oauth_client_rows, oauth_grant_rows
from models import store as stores
from models.audit import AuditEntry
from models.kinds import Role
from resolvers import identity, oauth_clients, sessions
from resolvers.context import Context
from resolvers.oauth_clients import NewApplication
from schema import ids
from tests import people
from tests.schema.asking import ask

CREATE = """
mutation ($input: CreateOauthClientInput!) { createOauthClient(input: $input) {
  client { id version clientId isConfidential redirectUris grantTypes scopes owner { displayName } retiredAt } secret
  errors { code path message } } }
"""
UPDATE = """
mutation ($input: UpdateOauthClientInput!) { updateOauthClient(input: $input) {
  client { version name scopes } errors { __typename code path } } }
"""
ROTATE = """
mutation ($input: RotateOauthClientSecretInput!) { rotateOauthClientSecret(input: $input) {
  client { version } secret errors { code } } }
"""
RETIRE = "mutation ($input: RetireOauthClientInput!) { retireOauthClient(input: $input) { client { retiredAt } errors { code } } }"
REVOKE = "mutation ($input: RevokeConsentInput!) { revokeConsent(input: $input) { revokedId errors { code } } }"
WISH = {
    "name": "Wiki",
    "clientId": "wiki",
    "isConfidential": True,
    "redirectUris": ["https://wiki.example/callback"],
    "scopes": ["drafts:read", "definitions:read"],
}


@pytest_asyncio.fixture
async def admin(store: stores.Store, redis: Redis) -> AsyncIterator[Context]:
    await people.configure(redis)
    await people.person(role=Role.ADMIN)
    yield await people.context_of(await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD))


async def test_an_administrator_registers_an_application(admin: Context) -> None:
    answer = await ask(CREATE, admin, input=WISH)

    assert answer["createOauthClient.errors"] == []
    assert answer["createOauthClient.client.grantTypes"] == ["authorization_code", "refresh_token"]
    assert answer["createOauthClient.client.scopes"] == ["definitions:read", "drafts:read"]
    assert answer["createOauthClient.client.owner"] == {"displayName": "Ada"}
    assert str(answer["createOauthClient.secret"]).startswith("begrip_client_")
    row = await oauth_client_rows.by_client_id("wiki")
    assert row is not None
    assert row.secret_hash not in {None, answer["createOauthClient.secret"]}
    assert await AuditEntry.filter(action="oauth_client.create", subject_id=row.id).count() == 1


@pytest.mark.parametrize(
    "name", ["createOauthClient", "updateOauthClient", "retireOauthClient", "rotateOauthClientSecret"]
)
async def test_anybody_else_may_not(admin: Context, name: str) -> None:
    del admin
    kind = name[0].upper() + name[1:]
    inputs: dict[str, dict[str, object]] = {
        "createOauthClient": WISH,
        "updateOauthClient": {"id": "x", "expectedVersion": 1},
    }

    answer = await ask(
        f"mutation ($input: {kind}Input!) {{ {name}(input: $input) {{ errors {{ code }} }} }}",
        people.context(),
        input=inputs.get(name, {"id": "x"}),
    )

    assert answer.code == "UNAUTHENTICATED"


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"name": " "}, ["name"]),
        ({"clientId": "Wiki!"}, ["clientId"]),
        ({"redirectUris": ["http://wiki.example/"]}, ["redirectUris", "0"]),
        ({"redirectUris": ["https://a.example/", "x"]}, ["redirectUris", "1"]),
        ({"redirectUris": ["https://a.example/"] * 11}, ["redirectUris"]),
        ({"scopes": []}, ["scopes"]),
        ({"scopes": ["everything"]}, ["scopes"]),
        ({"grantTypes": ["password"]}, ["grantTypes"]),
        ({"grantTypes": ["client_credentials"], "isConfidential": False}, ["grantTypes"]),
        ({"redirectUris": [], "isConfidential": False}, ["redirectUris"]),
        ({"redirectUris": [], "grantTypes": ["authorization_code"]}, ["redirectUris"]),
        ({"mayIntrospect": True, "isConfidential": False}, ["mayIntrospect"]),
        ({"ownerId": "nonsense"}, ["ownerId"]),
    ],
)
async def test_what_will_not_do_is_told_with_its_path(
    admin: Context, changes: dict[str, object], path: list[str]
) -> None:
    answer = await ask(CREATE, admin, input={**WISH, **changes})

    assert answer["createOauthClient.errors.0.path"] == path
    assert await oauth_client_rows.by_client_id("wiki") is None


async def test_a_client_id_is_taken_for_ever(admin: Context) -> None:
    first = await ask(CREATE, admin, input=WISH)
    await ask(RETIRE, admin, input={"id": first["createOauthClient.client.id"]})

    again = await ask(CREATE, admin, input=WISH)

    assert again["createOauthClient.errors.0.code"] == "TAKEN"


async def test_an_application_changes_at_its_version(admin: Context) -> None:
    made = await ask(CREATE, admin, input=WISH)
    wish = {"id": made["createOauthClient.client.id"], "expectedVersion": 1, "scopes": ["definitions:read"]}

    changed = await ask(UPDATE, admin, input=wish)
    late = await ask(UPDATE, admin, input=wish)

    assert changed["updateOauthClient.client"] == {"version": 2, "name": "Wiki", "scopes": ["definitions:read"]}
    assert late["updateOauthClient.errors.0.code"] == "CONFLICT"


async def test_a_rotated_secret_is_another_one(admin: Context) -> None:
    made = await ask(CREATE, admin, input=WISH)

    rotated = await ask(ROTATE, admin, input={"id": made["createOauthClient.client.id"]})

    assert rotated["rotateOauthClientSecret.secret"] not in {None, made["createOauthClient.secret"]}


async def test_a_public_client_has_no_secret_to_rotate(admin: Context) -> None:
    made = await ask(CREATE, admin, input={**WISH, "isConfidential": False})

    rotated = await ask(ROTATE, admin, input={"id": made["createOauthClient.client.id"]})

    assert made["createOauthClient.secret"] is None
    assert rotated["rotateOauthClientSecret.errors.0.code"] == "CONFLICT"


async def test_somebody_takes_back_what_they_allowed(admin: Context) -> None:
    wiki = NewApplication(name="Wiki", is_confidential=True, scopes=["definitions:read"])
    client, _ = await oauth_clients.create(admin, wiki)
    assert admin.viewer.user_id is not None
    await oauth_grant_rows.keep_consent(admin.viewer.user_id, client.id, ["definitions:read"], identity.now())
    given = await ask("{ viewer { consents { id application scopes } } }", admin)

    taken = await ask(REVOKE, admin, input={"id": given["viewer.consents.0.id"]})

    assert given["viewer.consents.0.application"] == "Wiki"
    assert taken["revokeConsent.revokedId"] == given["viewer.consents.0.id"]
    assert (await ask("{ viewer { consents { id } } }", admin))["viewer.consents"] == []


async def test_nobody_takes_back_what_others_allowed(admin: Context) -> None:
    bob = await people.person("bob@example.org")
    wiki = NewApplication(name="Wiki", is_confidential=True, scopes=["definitions:read"])
    client, _ = await oauth_clients.create(admin, wiki)
    consent = await oauth_grant_rows.keep_consent(bob.id, client.id, ["definitions:read"], identity.now())

    answer = await ask(REVOKE, admin, input={"id": ids.encode("OauthConsent", consent)})

    assert answer["revokeConsent.errors.0.code"] == "NOT_FOUND"
    assert await oauth_grant_rows.consent(bob.id, client.id) is not None

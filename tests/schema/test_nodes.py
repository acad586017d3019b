from collections.abc import AsyncIterator
from uuid import UUID

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from models import oauth_grant_rows
from models import store as stores
from models.keys import uuid7
from models.kinds import Role
from resolvers import api_keys, bulk_validations, identity, oauth_clients, sessions
from resolvers.api_keys import NewKey
from resolvers.context import Context
from resolvers.oauth_clients import NewApplication
from schema import ids
from tests import people
from tests.resolvers import failures, writing
from tests.schema.asking import ask, schema

FOUND = {
    "Definition": "definitions.nodes.0.id",
    "DefinitionVersion": "definitions.nodes.0.versions.nodes.0.id",
    "Glossary": "glossaries.nodes.0.id",
    "Concept": "definitions.nodes.0.concept.id",
    "Rule": "rules.nodes.0.id",
    "ValidationRun": "validationRuns.nodes.0.id",
    "Finding": "definitions.nodes.0.findings.nodes.0.id",
    "User": "viewer.user.id",
    "Session": "viewer.sessions.0.id",
    "AuditEntry": "auditEntries.nodes.0.id",
    "Job": "jobs.nodes.0.id",
    "ApiKey": "viewer.apiKeys.nodes.0.id",
    "DeadLetter": "deadLetters.nodes.0.id",
    "OauthClient": "oauthClients.nodes.0.id",
    "OauthConsent": "viewer.consents.0.id",
}
EVERYTHING = """{
  definitions { nodes { id concept { id } versions { nodes { id } } findings(filter: {}) { nodes { id } } } }
  glossaries { nodes { id } } rules(first: 1) { nodes { id } } validationRuns { nodes { id } }
  viewer { user { id } sessions { id } consents { id } apiKeys { nodes { id } } } deadLetters { nodes { id } } oauthClients { nodes { id } } auditEntries { nodes { id } } jobs { nodes { id } }
}"""


@pytest_asyncio.fixture
async def admin(store: stores.Store, redis: Redis) -> AsyncIterator[Context]:
    """Somebody signed in, with a row of every kind."""
    await people.configure(redis)
    await people.person(role=Role.ADMIN)
    ctx = await people.context_of(await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD))
    owner = await writing.glossary()
    await writing.draft(ctx, owner.id, text="is when a glossary holds a glossary")
    job = (await bulk_validations.start(ctx, owner.id)).job
    await failures.buried(job)
    await api_keys.create(ctx, NewKey(name="CI", scopes=("definitions:read",)))
    wiki = NewApplication(name="Wiki", is_confidential=True, scopes=["definitions:read"])
    client, _ = await oauth_clients.create(ctx, wiki)
    await oauth_grant_rows.keep_consent(ctx.viewer.user_id or uuid7(), client.id, [], identity.now())
    yield ctx


def test_every_kind_of_node_is_walked() -> None:
    assert set(FOUND) == {one.name for one in schema().get_possible_types(schema().type_map["Node"])}  # type: ignore[arg-type]
    assert set(FOUND) == set(ids.KINDS.values())


@pytest.mark.parametrize("kind", FOUND)
async def test_every_node_comes_back_by_its_id(admin: Context, kind: str) -> None:
    found = await ask(EVERYTHING, admin)

    answer = await ask("query ($id: ID!) { node(id: $id) { __typename id } }", admin, id=found[FOUND[kind]])

    assert answer["node"] == {"__typename": kind, "id": found[FOUND[kind]]}


async def test_nodes_come_in_the_order_asked_for(admin: Context) -> None:
    found = await ask(EVERYTHING, admin)
    wanted = [
        found[FOUND["Rule"]],
        "nonsense",
        found[FOUND["Glossary"]],
        ids.encode("Definition", uuid7()),
        found[FOUND["Rule"]],
    ]

    answer = await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }", admin, ids=wanted)

    assert answer["nodes"] == [{"__typename": "Rule"}, None, {"__typename": "Glossary"}, None, {"__typename": "Rule"}]


async def test_more_than_a_hundred_ids_are_too_many(store: stores.Store) -> None:
    answer = await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", writing.ANONYMOUS, ids=["x"] * 101)

    assert answer.code == "LimitExceeded"


@pytest.mark.parametrize("kind", sorted(set(FOUND) - {"Rule", "Glossary"}))
async def test_a_node_hides_what_a_list_would_hide(admin: Context, kind: str) -> None:
    found = await ask(EVERYTHING, admin)

    answer = await ask("query ($id: ID!) { node(id: $id) { id } }", writing.ANONYMOUS, id=found[FOUND[kind]])

    assert answer.data == {"node": None}


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "Tm9uc2Vuc2U6MTIz", "\0", ids.encode("Nonsense", UUID(int=7)), ids.encode("Rule", "XXX-01")],
)
async def test_what_names_nothing_is_null(store: stores.Store, text: str) -> None:
    answer = await ask("query ($id: ID!) { node(id: $id) { id } }", writing.ANONYMOUS, id=text)

    assert answer.data == {"node": None}

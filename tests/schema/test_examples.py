"""One operation for every root field, as a client would send it; each validates, and each query and mutation runs.

Names in capitals, such as GLOSSARY_ID, stand for what only a running server knows.
"""

import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from graphql import NoDeprecatedCustomRule, OperationDefinitionNode, OperationType, parse, specified_rules, validate
from redis.asyncio import Redis

from models import oauth_grant_rows
from models import store as stores
from models.keys import uuid7
from models.kinds import Role
from resolvers import api_keys, bulk_validations, identity, oauth_clients, pattern_rules, sessions, validations, waivers
from resolvers.api_keys import NewKey
from resolvers.context import Context
from resolvers.oauth_clients import NewApplication
from resolvers.paging import Slice
from resolvers.rates import Rate
from schema import ids
from schema.stream import asking
from subscriptions import cursor
from tests import people
from tests.resolvers import failures, ruling, writing
from tests.schema.asking import ask, asked, schema

EXAMPLES = Path(__file__).parents[2] / "examples"
BENCH = "".join(file.read_text(encoding="utf-8") for file in sorted((EXAMPLES.parent / "web" / "src").glob("*.js*")))
OF_THE_BENCH = re.findall(r"query: `([^`]+)`", BENCH)
CURRENT = (*specified_rules, NoDeprecatedCustomRule)
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.graphql"))
ROOTS = [name for kind in ("Query", "Mutation", "Subscription") for name in schema().type_map[kind].fields]  # type: ignore[attr-defined]


def document(name: str) -> str:
    return (EXAMPLES / f"{name}.graphql").read_text(encoding="utf-8")


def operation(name: str) -> OperationDefinitionNode:
    (found,) = parse(document(name)).definitions
    assert isinstance(found, OperationDefinitionNode)
    return found


STREAMS = [name for name in NAMES if operation(name).operation is OperationType.SUBSCRIPTION]


def test_every_root_field_has_an_example_with_variables() -> None:
    assert sorted(ROOTS) == NAMES
    assert sorted(path.stem for path in EXAMPLES.glob("*.json")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_valid_and_uses_what_it_declares(name: str) -> None:
    declared = {one.variable.name.value for one in operation(name).variable_definitions or ()}
    given = set(json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8")))

    assert validate(schema(), parse(document(name)), CURRENT) == []
    assert given <= declared


@pytest.mark.parametrize("name", NAMES)
def test_an_example_begins_with_a_sentence_that_explains_it(name: str) -> None:
    first = document(name).partition("\n")[0]

    assert re.fullmatch(r"# [A-Z].{12,}[.:;,?]", first)
    assert operation(name).name is not None


@pytest.mark.parametrize("text", OF_THE_BENCH)
def test_the_workbench_uses_what_is_there_and_not_deprecated(text: str) -> None:
    assert validate(schema(), parse(text), CURRENT) == []


def test_the_workbench_has_tabs() -> None:
    assert len(OF_THE_BENCH) == 4


@dataclass(frozen=True, slots=True)
class Server:
    """Somebody signed in, and what the names in capitals stand for."""

    ctx: Context
    known: dict[str, str]

    def variables(self, name: str) -> dict[str, object]:
        text = (EXAMPLES / f"{name}.json").read_text(encoding="utf-8")
        for word, value in self.known.items():
            text = text.replace(f'"{word}"', json.dumps(value))
        found: dict[str, object] = json.loads(text)
        return found


@pytest_asyncio.fixture
async def server(store: stores.Store, redis: Redis) -> AsyncIterator[Server]:
    await people.configure(redis)
    cursor.configure(people.SECRET)
    await people.person(role=Role.ADMIN)
    signed_in = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)
    ctx = await people.context_of(signed_in)
    ctx.rate = Rate(limit=100, remaining=90, per_second=1, cost=0)
    other = await writing.somebody()
    owner = await writing.glossary("renting-a-home")
    record = await writing.draft(ctx, owner.id, "tenant", text="is when a tenant rents a home, home <br> etc.")
    record = await writing.edit(ctx, record, notes=("Not a guest.",))
    found = await validations.findings(ctx, record, Slice(first=10))
    first, second = found.edges[0].node, found.edges[1].node
    fixable = next(edge.node for edge in found.edges if edge.node.fix is not None)
    run = (await validations.start(ctx, record.id)).run
    job = (await bulk_validations.start(ctx, owner.id)).job
    hype = (await pattern_rules.create(ctx, ruling.jargon(await writing.glossary("spare"), code="X-HYPE"))).rule
    machine = (await api_keys.create(ctx, NewKey(name="CI", scopes=("definitions:read",)))).key
    await waivers.waive(ctx, second.id, reason="agreed")
    letter = await failures.buried(job)
    assert other.viewer.user_id is not None
    assert ctx.viewer.session_id is not None
    application, _ = await oauth_clients.create(
        ctx, NewApplication(name="Wiki", is_confidential=True, scopes=["definitions:read"])
    )
    consent = await oauth_grant_rows.keep_consent(ctx.viewer.user_id or uuid7(), application.id, [], identity.now())
    known = {
        "OAUTH_CLIENT_ID": ids.of(application),
        "CONSENT_ID": ids.encode("OauthConsent", consent),
        "GLOSSARY_ID": ids.of(owner),
        "DEFINITION_ID": ids.of(record),
        "CONCEPT_ID": ids.encode("Concept", record.concept_id),
        "FINDING_ID": ids.of(first),
        "WAIVED_FINDING_ID": ids.of(second),
        "FIXABLE_FINDING_ID": ids.of(fixable),
        "RUN_ID": ids.of(run),
        "JOB_ID": ids.of(job),
        "DEAD_LETTER_ID": ids.encode("DeadLetter", letter),
        "RULE_ID": ids.of(hype),
        "USER_ID": ids.encode("User", other.viewer.user_id),
        "API_KEY_ID": ids.of(machine),
        "SESSION_ID": ids.encode("Session", ctx.viewer.session_id),
        "REFRESH_TOKEN": signed_in.tokens.refresh_token,
    }
    yield Server(ctx, known)


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(STREAMS)))
async def test_an_example_runs(server: Server, name: str) -> None:
    answer = await ask(document(name), server.ctx, **server.variables(name))

    assert answer.errors == []
    assert answer[name] is not None
    assert name not in schema().type_map["Mutation"].fields or answer[f"{name}.errors"] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", STREAMS)
async def test_an_example_of_a_stream_is_followed(server: Server, name: str) -> None:
    source = await asked(document(name), server.ctx, **server.variables(name))

    assert isinstance(source, asking.Source)

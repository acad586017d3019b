"""What a nested query costs the database."""

from collections.abc import Awaitable, Callable

import asyncpg
import pytest

from models import store as stores
from models.kinds import Role
from resolvers import bulk
from resolvers.inputs import BulkUpsert, UpsertItem
from tests.resolvers import writing
from tests.schema.asking import ask

NESTED = """{ definitions(first: 50) { nodes { term glossary { name } concept { uri } createdBy { displayName }
  latestValidation { verdict score } findings(first: 5) { nodes { message run { id } } } viewerCan } pageInfo { hasNextPage } } }"""
NOT_COUNTED = ("BEGIN", "COMMIT", "SELECT pg_advisory", "RESET", "SET ")


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that reaches a connection from here on."""
    statements: list[str] = []
    for name in ("fetch", "fetchrow", "fetchval", "execute", "executemany"):
        monkeypatch.setattr(asyncpg.Connection, name, counted(getattr(asyncpg.Connection, name), statements))
    return statements


def counted(method: Callable[..., Awaitable[object]], statements: list[str]) -> Callable[..., Awaitable[object]]:
    async def call(self: object, query: str, *args: object, **options: object) -> object:
        if not query.lstrip().startswith(NOT_COUNTED):
            statements.append(query)
        return await method(self, query, *args, **options)

    return call


async def test_fifty_definitions_with_their_relations_cost_eight_statements(
    store: stores.Store, sent: list[str]
) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    items = tuple(UpsertItem(term=f"term {n}", locale="en", text="is when we do it etc.") for n in range(50))
    await bulk.upsert(editor, BulkUpsert(glossary_id=owner.id, items=items))
    sent.clear()

    answer = await ask(NESTED, editor)

    nodes = answer["definitions.nodes"]
    assert isinstance(nodes, list)
    assert len(nodes) == 50
    assert all(one["findings"]["nodes"] and one["latestValidation"] for one in nodes)
    assert len(sent) <= 8

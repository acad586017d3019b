"""The shape of connections, and walks through every one of them (Relay cursor connections)."""

from itertools import pairwise

import pytest
from graphql import GraphQLObjectType

from models import store as stores
from models.kinds import Role
from resolvers.context import Context
from schema.directives import ListSize
from tests.resolvers import writing
from tests.schema.asking import Answer, ask, schema

SIZES = (1, 2, 100)
SIZES_OF = {"rules": (30, 100)}
"""Of lists too long to be walked row by row."""
CONNECTIONS = [name for name in schema().type_map if name.endswith("Connection")]
PAGED = [
    (kind.name, name)
    for kind in schema().type_map.values()
    if isinstance(kind, GraphQLObjectType) and not kind.name.startswith("__")
    for name, field in kind.fields.items()
    if str(field.type).rstrip("!").endswith("Connection")
]
SELECTION = "edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount { value isExact }"
WALKS = {
    "definitions": "definitions({args}) {{ {selection} }}",
    "glossaries": "glossaries({args}) {{ {selection} }}",
    "rules": "rules({args}) {{ {selection} }}",
    "validationRuns": "validationRuns({args}) {{ {selection} }}",
    "users": "users({args}) {{ {selection} }}",
    "auditEntries": "auditEntries({args}) {{ {selection} }}",
    "glossary.definitions": 'glossary(by: {{ slug: "renting" }}) {{ definitions({args}) {{ {selection} }} }}',
    "glossary.concepts": 'glossary(by: {{ slug: "renting" }}) {{ concepts({args}) {{ {selection} }} }}',
    "glossary.findings": 'glossary(by: {{ slug: "renting" }}) {{ findings({args}) {{ {selection} }} }}',
    "definition.versions": "definition(by: {by}) {{ versions({args}) {{ {selection} }} }}",
    "definition.findings": "definition(by: {by}) {{ findings({args}) {{ {selection} }} }}",
    "definition.validationRuns": "definition(by: {by}) {{ validationRuns({args}) {{ {selection} }} }}",
    "definition.auditEntries": "definition(by: {by}) {{ auditEntries({args}) {{ {selection} }} }}",
    "definition.usedBy": "definition(by: {by}) {{ usedBy({args}) {{ {selection} }} }}",
    "definition.uses": "definition(by: {by}) {{ uses({args}) {{ {selection} }} }}",
    "definition.latestValidation.findings": "definition(by: {by}) {{ latestValidation {{ findings({args}) {{ {selection} }} }} }}",
}
BY = '{ slug: { glossarySlug: "renting", slug: "renter" } }'


@pytest.mark.parametrize("name", CONNECTIONS)
def test_a_connection_has_the_shape_of_relay(name: str) -> None:
    connection, noun = schema().type_map[name], name.removesuffix("Connection")
    edge = schema().type_map[f"{noun}Edge"]
    assert isinstance(connection, GraphQLObjectType)
    assert isinstance(edge, GraphQLObjectType)

    assert {field: str(one.type) for field, one in connection.fields.items()} == {
        "edges": f"[{noun}Edge!]!",
        "nodes": f"[{noun}!]!",
        "pageInfo": "PageInfo!",
        "totalCount": "Count!",
    }
    assert (str(edge.fields["cursor"].type), str(edge.fields["node"].type)) == ("String!", f"{noun}!")


@pytest.mark.parametrize(("kind", "name"), PAGED)
def test_a_paged_field_takes_both_directions_and_says_its_size(kind: str, name: str) -> None:
    field = schema().type_map[kind].fields[name]  # type: ignore[attr-defined]
    arguments = {argument: str(given.type) for argument, given in field.args.items()}
    sizes = [one for one in field.extensions["strawberry-definition"].directives if isinstance(one, ListSize)]

    assert {name: arguments.get(name) for name in ("first", "after", "last", "before")} == {
        "first": "Int",
        "after": "String",
        "last": "Int",
        "before": "String",
    }
    assert [one.slicing_arguments for one in sizes] == [["first", "last"]]


async def shelf() -> Context:
    """Enough rows in every list; the editor among them is an administrator too."""
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)
    await writing.somebody()
    await writing.glossary("other")
    record = await writing.draft(
        admin, owner.id, "renter", text="is when the person is renting and the person is a lease"
    )
    record = await writing.edit(admin, record, text="is a person who is the renter of a home and a lease")
    await writing.edit(admin, record, notes=("x",))
    for term in ("home", "lease", "renter of a room"):
        await writing.draft(admin, owner.id, term, text="place where a renter is")
    return admin


async def page(ctx: Context, walk: str, args: str) -> dict[str, object]:
    answer: Answer = await ask("{ " + WALKS[walk].format(args=args, selection=SELECTION, by=BY) + " }", ctx)
    found = answer[walk]
    assert isinstance(found, dict)
    return found


async def walked(ctx: Context, walk: str, size: int, *, backward: bool) -> list[object]:
    """Ids of all rows in their order, fetched page by page."""
    count, place, more, end = (
        ("last", "before", "hasPreviousPage", "startCursor")
        if backward
        else ("first", "after", "hasNextPage", "endCursor")
    )
    rows: list[object] = []
    args = f"{count}: {size}"
    while True:
        found = await page(ctx, walk, args)
        ids = [one["id"] for one in found["nodes"]]  # type: ignore[attr-defined]
        rows = [*ids, *rows] if backward else [*rows, *ids]
        info: dict[str, object] = found["pageInfo"]  # type: ignore[assignment]
        if not info[more]:
            return rows
        args = f'{count}: {size}, {place}: "{info[end]}"'


@pytest.mark.parametrize("walk", WALKS)
async def test_every_walk_meets_every_row_once(store: stores.Store, walk: str) -> None:
    ctx = await shelf()

    sizes = SIZES_OF.get(walk, SIZES)
    walks = [await walked(ctx, walk, size, backward=backward) for size in sizes for backward in (False, True)]
    total = await page(ctx, walk, "first: 1")

    assert all(one == other for one, other in pairwise(walks))
    assert len(set(map(str, walks[0]))) == len(walks[0]) > 1
    assert total["totalCount"] == {"value": len(walks[0]), "isExact": True}


@pytest.mark.parametrize(
    "args",
    [
        "first: 0",
        "first: 101",
        "last: -1",
        "first: 1, last: 1",
        'after: "nonsense"',
        'before: ""',
        'last: 1, after: "x"',
    ],
)
@pytest.mark.parametrize("walk", ["definitions", "rules"])
async def test_a_slice_out_of_bounds_is_refused(store: stores.Store, walk: str, args: str) -> None:
    answer = await ask(f"{{ {walk}({args}) {{ nodes {{ id }} }} }}", writing.ANONYMOUS)

    assert answer.code == "InvalidInput"


async def test_a_cursor_of_another_list_is_refused(store: stores.Store) -> None:
    found = await page(await shelf(), "rules", "first: 1")
    cursor = found["pageInfo"]["endCursor"]  # type: ignore[index]

    answer = await ask(f'{{ definitions(after: "{cursor}") {{ nodes {{ id }} }} }}', writing.ANONYMOUS)

    assert answer.code == "InvalidInput"


async def test_a_count_stops_at_its_limit(store: stores.Store) -> None:
    ctx = await shelf()

    answer = await ask(
        "{ definitions { totalCount(limit: 2) { value isExact } } rules { totalCount(limit: 2) { value isExact } } }",
        ctx,
    )
    refused = await ask("{ definitions { totalCount(limit: 0) { value } } }", ctx)

    assert answer["definitions.totalCount"] == answer["rules.totalCount"] == {"value": 2, "isExact": False}
    assert refused.code == "InvalidInput"

from models import store as stores
from models.kinds import Role
from schema import ids
from tests.resolvers import writing
from tests.schema.asking import ask

UPSERT = """
mutation ($input: BulkUpsertDefinitionsInput!) { bulkUpsertDefinitions(input: $input) {
  appliedCount errors { code path } results { index outcome definition { term version } errors { code path } } } }
"""
STEPS = """
mutation ($input: BulkTransitionDefinitionsInput!) { bulkTransitionDefinitions(input: $input) {
  appliedCount errors { code path } results { index outcome definition { status } errors { code path } } } }
"""


def item(term: str, **fields: object) -> dict[str, object]:
    return {"term": term, "locale": "en", "text": writing.GOOD} | fields


async def test_rows_are_created_updated_or_left(store: stores.Store) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await writing.draft(editor, owner.id, "b")
    await writing.draft(editor, owner.id, "c")

    answer = await ask(
        UPSERT,
        editor,
        input={"glossaryId": ids.of(owner), "items": [item("a"), item("b", notes=["new"]), item("c")]},
    )

    assert answer["bulkUpsertDefinitions.appliedCount"] == 2
    assert answer["bulkUpsertDefinitions.results"] == [
        {"index": 0, "outcome": "CREATED", "definition": {"term": "a", "version": 1}, "errors": []},
        {"index": 1, "outcome": "UPDATED", "definition": {"term": "b", "version": 2}, "errors": []},
        {"index": 2, "outcome": "UNCHANGED", "definition": {"term": "c", "version": 1}, "errors": []},
    ]


async def test_a_dry_run_changes_nothing(store: stores.Store) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)

    answer = await ask(UPSERT, editor, input={"glossaryId": ids.of(owner), "items": [item("a")], "dryRun": True})

    assert answer["bulkUpsertDefinitions.results.0.outcome"] == "CREATED"
    assert await writing.count("definitions") == 0


async def test_a_refused_row_stops_all_unless_skipped(store: stores.Store) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    wish = {"glossaryId": ids.of(owner), "items": [item("a"), item("b", locale="fr")]}

    stopped = await ask(UPSERT, editor, input=wish)
    skipped = await ask(UPSERT, editor, input=wish | {"onError": "SKIP_FAILED"})

    assert stopped["bulkUpsertDefinitions.appliedCount"] == 0
    assert skipped["bulkUpsertDefinitions.appliedCount"] == 1
    assert skipped["bulkUpsertDefinitions.results.1.errors"] == [
        {"code": "INVALID_INPUT", "path": ["items", "1", "locale"]}
    ]


async def test_more_than_a_hundred_rows_are_too_many(store: stores.Store) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)

    answer = await ask(
        UPSERT, editor, input={"glossaryId": ids.of(owner), "items": [item(str(number)) for number in range(101)]}
    )

    assert answer["bulkUpsertDefinitions.errors"] == [{"code": "LIMIT_EXCEEDED", "path": ["items"]}]


async def test_many_take_the_same_step(store: stores.Store) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    records = [await writing.draft(editor, owner.id, term) for term in ("a", "b")]

    answer = await ask(
        STEPS,
        editor,
        input={"transition": "SUBMIT", "items": [{"id": ids.of(one), "expectedVersion": 1} for one in records]},
    )

    assert answer["bulkTransitionDefinitions.appliedCount"] == 2
    assert answer["bulkTransitionDefinitions.results.1.definition"] == {"status": "IN_REVIEW"}


async def test_a_wrong_id_in_a_row_says_which(store: stores.Store) -> None:
    answer = await ask(
        STEPS,
        await writing.somebody(Role.EDITOR),
        input={"transition": "SUBMIT", "items": [{"id": "nonsense", "expectedVersion": 1}]},
    )

    assert answer["bulkTransitionDefinitions.errors"] == [{"code": "INVALID_INPUT", "path": ["items", "0", "id"]}]

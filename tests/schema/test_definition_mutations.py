from models import store as stores
from models.kinds import Role, Transition
from resolvers.context import Context
from schema import ids
from tests.resolvers import writing
from tests.schema.asking import Answer, ask

CREATE = """
mutation ($input: CreateDefinitionInput!) { createDefinition(input: $input) {
  definition { id version term status contexts { kind name } designations { text kind form } sources { title url }
    examples notes explanation category }
  errors { __typename code message path }
} }
"""
UPDATE = """
mutation ($input: UpdateDefinitionInput!) { updateDefinition(input: $input) {
  definition { id version text explanation notes category status concept { id } }
  errors { __typename code message path
    ... on VersionConflictError { current { version ... on Definition { text } } changes { path before after } } }
} }
"""
STEP = """
mutation ($input: TransitionDefinitionInput!) { transitionDefinition(input: $input) {
  definition { status version }
  errors { __typename code message path
    ... on InvalidTransitionError { from allowed }
    ... on GateError { gate { outcome conditions { code isMet } } }
    ... on ForbiddenError { requiredScopes } }
} }
"""
DELETE = (
    "mutation ($input: DeleteDefinitionInput!) { deleteDefinition(input: $input) { deletedId errors { code path } } }"
)
RESTORE = """
mutation ($input: RestoreDefinitionVersionInput!) { restoreDefinitionVersion(input: $input) {
  definition { version text } errors { code path } } }
"""


async def test_a_definition_is_created_with_all_it_says(store: stores.Store) -> None:
    owner, author = await writing.glossary(), await writing.somebody()

    answer = await ask(
        CREATE,
        author,
        input={
            "glossaryId": ids.of(owner),
            "term": "tenant",
            "text": "person who rents a home",
            "locale": "en",
            "category": "TYPE",
            "contexts": [{"kind": "LEGAL", "name": "tenancy law"}],
            "designations": [{"text": "renter", "kind": "ADMITTED"}],
            "sources": [{"title": "Act", "url": "https://example.org/act"}],
            "explanation": "whoever rents",
            "examples": ["The tenant pays."],
            "notes": ["Not a guest."],
        },
    )

    made = answer["createDefinition.definition"]
    assert isinstance(made, dict)
    assert {name: value for name, value in made.items() if name != "id"} == {
        "version": 1,
        "term": "tenant",
        "status": "DRAFT",
        "contexts": [{"kind": "LEGAL", "name": "tenancy law"}],
        "designations": [{"text": "renter", "kind": "ADMITTED", "form": "FULL_FORM"}],
        "sources": [{"title": "Act", "url": "https://example.org/act"}],
        "examples": ["The tenant pays."],
        "notes": ["Not a guest."],
        "explanation": "whoever rents",
        "category": "TYPE",
    }


async def test_repeating_a_creation_returns_the_first_result(store: stores.Store) -> None:
    owner, author = await writing.glossary(), await writing.somebody()
    wish = {"glossaryId": ids.of(owner), "term": "a", "text": "a thing", "locale": "en", "idempotencyKey": "once"}

    first = await ask(CREATE, author, input=wish)
    second = await ask(CREATE, author, input=wish)
    other = await ask(CREATE, author, input=wish | {"term": "b"})

    assert first["createDefinition.definition.id"] == second["createDefinition.definition.id"]
    assert other["createDefinition.errors.0.code"] == "IDEMPOTENCY_KEY_REUSED"
    assert await writing.count("definitions") == 1


async def test_anonymous_callers_create_nothing(store: stores.Store) -> None:
    owner = await writing.glossary()

    answer = await ask(
        CREATE, writing.ANONYMOUS, input={"glossaryId": ids.of(owner), "term": "a", "text": "b", "locale": "en"}
    )

    assert answer.code == "UNAUTHENTICATED"
    assert await writing.count("definitions") == 0


async def test_a_wrong_glossary_id_is_an_input_error(store: stores.Store) -> None:
    answer = await ask(
        CREATE, await writing.somebody(), input={"glossaryId": "nonsense", "term": "a", "text": "b", "locale": "en"}
    )

    assert answer["createDefinition.errors"] == [
        {
            "__typename": "InputError",
            "code": "INVALID_INPUT",
            "message": "this is not the id of a Glossary",
            "path": ["glossaryId"],
        }
    ]


async def test_an_update_leaves_what_is_omitted_and_clears_what_is_null(store: stores.Store) -> None:
    owner, author = await writing.glossary(), await writing.somebody()
    record = await writing.draft(author, owner.id, explanation="long", notes=("one",))

    answer = await ask(
        UPDATE, author, input={"id": ids.of(record), "expectedVersion": 1, "explanation": None, "text": "another thing"}
    )

    changed = answer["updateDefinition.definition"]
    assert isinstance(changed, dict)
    assert (changed["version"], changed["text"], changed["explanation"], changed["notes"]) == (
        2,
        "another thing",
        None,
        ["one"],
    )


async def test_a_term_cannot_be_cleared(store: stores.Store) -> None:
    owner, author = await writing.glossary(), await writing.somebody()
    record = await writing.draft(author, owner.id)

    answer = await ask(UPDATE, author, input={"id": ids.of(record), "expectedVersion": 1, "term": None})

    assert answer["updateDefinition.errors.0.code"] == "INVALID_INPUT"
    assert answer["updateDefinition.errors.0.path"] == ["term"]


async def test_an_outdated_version_tells_what_won(store: stores.Store) -> None:
    owner, author = await writing.glossary(), await writing.somebody()
    record = await writing.draft(author, owner.id)
    await writing.edit(author, record, text="text that won")

    answer = await ask(UPDATE, author, input={"id": ids.of(record), "expectedVersion": 1, "text": "text that lost"})

    assert answer["updateDefinition.errors"] == [
        {
            "__typename": "VersionConflictError",
            "code": "CONFLICT",
            "message": "version 1 was replaced by version 2",
            "path": ["expectedVersion"],
            "current": {"version": 2, "text": "text that won"},
            "changes": [{"path": ["text"], "before": writing.GOOD, "after": "text that won"}],
        }
    ]


async def test_errors_speak_the_language_of_the_caller(store: stores.Store) -> None:
    author = await writing.somebody()
    dutch = Context(viewer=author.viewer, request_id="test", locale="nl")

    answer = await ask(
        CREATE,
        dutch,
        input={
            "glossaryId": ids.encode("Glossary", author.viewer.user_id or ""),
            "term": "a",
            "text": "b",
            "locale": "en",
        },
    )

    assert answer["createDefinition.errors.0.message"] == "deze begrippenlijst bestaat niet"


async def step(ctx: Context, definition_id: str, version: int, transition: str, **fields: object) -> Answer:
    return await ask(
        STEP, ctx, input={"id": definition_id, "expectedVersion": version, "transition": transition, **fields}
    )


async def test_a_text_walks_to_force(store: stores.Store) -> None:
    owner, author, approver = await writing.glossary(), await writing.somebody(), await writing.somebody(Role.EDITOR)
    record = await writing.draft(author, owner.id)

    submitted = await step(author, ids.of(record), 1, "SUBMIT")
    approved = await step(approver, ids.of(record), 2, "APPROVE", consents=[{"organisation": "Court"}])

    assert submitted["transitionDefinition.definition"] == {"status": "IN_REVIEW", "version": 2}
    assert approved["transitionDefinition.definition"] == {"status": "ESTABLISHED", "version": 3}


async def test_an_impossible_step_tells_what_is_possible(store: stores.Store) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.draft(editor, owner.id)

    answer = await step(editor, ids.of(record), 1, "RESTORE")

    assert answer["transitionDefinition.errors.0.__typename"] == "InvalidTransitionError"
    assert answer["transitionDefinition.errors.0.from"] == "DRAFT"
    assert answer["transitionDefinition.errors.0.allowed"] == ["SUBMIT", "ARCHIVE"]


async def test_the_gate_refuses_condition_by_condition(store: stores.Store) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.step(editor, await writing.draft(editor, owner.id), Transition.SUBMIT)

    answer = await step(editor, ids.of(record), 2, "APPROVE")

    assert answer["transitionDefinition.errors.0.__typename"] == "GateError"
    assert answer["transitionDefinition.errors.0.code"] == "GATE_BLOCKED"
    assert {"code": "approver-is-not-author", "isMet": False} in answer["transitionDefinition.errors.0.gate.conditions"]  # type: ignore[operator]


async def test_somebody_elses_draft_is_not_there(store: stores.Store) -> None:
    owner, author, other = await writing.glossary(), await writing.somebody(), await writing.somebody()
    record = await writing.draft(author, owner.id)

    answer = await ask(UPDATE, other, input={"id": ids.of(record), "expectedVersion": 1, "text": "mine"})

    assert answer["updateDefinition.errors.0.__typename"] == "NotFoundError"
    assert answer["updateDefinition.errors.0.code"] == "NOT_FOUND"


async def test_an_earlier_version_comes_back(store: stores.Store) -> None:
    owner, author = await writing.glossary(), await writing.somebody()
    record = await writing.edit(author, await writing.draft(author, owner.id), text="second thought")

    answer = await ask(RESTORE, author, input={"id": ids.of(record), "expectedVersion": 2, "number": 1})

    assert answer["restoreDefinitionVersion.definition"] == {"version": 3, "text": writing.GOOD}


async def test_only_administrators_delete(store: stores.Store) -> None:
    owner, editor, admin = (
        await writing.glossary(),
        await writing.somebody(Role.EDITOR),
        await writing.somebody(Role.ADMIN),
    )
    record = await writing.draft(editor, owner.id)
    wish = {"id": ids.of(record), "expectedVersion": 1}

    refused = await ask(DELETE, editor, input=wish)
    done = await ask(DELETE, admin, input=wish)

    assert refused.code == "FORBIDDEN"
    assert done["deleteDefinition"] == {"deletedId": ids.of(record), "errors": []}


async def test_each_mutation_of_a_document_reads_what_the_one_before_changed(store: stores.Store) -> None:
    owner, author = await writing.glossary(), await writing.somebody()
    record = await writing.draft(author, owner.id)
    selection = "{ definition { latestValidation { definition { version } } } errors { code } }"

    answer = await ask(
        f"""mutation ($id: ID!) {{
          a: updateDefinition(input: {{ id: $id, expectedVersion: 1, text: "second" }}) {selection}
          b: updateDefinition(input: {{ id: $id, expectedVersion: 2, text: "third" }}) {selection} }}""",
        author,
        id=ids.of(record),
    )

    assert answer["a.definition.latestValidation.definition.version"] == 2
    assert answer["b.definition.latestValidation.definition.version"] == 3

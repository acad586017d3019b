"""Text that the database cannot hold, numbers it cannot count with: refused or not found, never a bug."""

import pytest

from models import store as stores
from models.errors import Refusal
from models.kinds import Role
from schema import ids
from tests.resolvers import writing
from tests.schema.asking import ask

NASTY = ["a\0b", "a\ud800b", "x" * 1_000_000]
READS = {
    "search": "query ($text: String!) { definitions(search: $text) { nodes { id } } }",
    "term": "query ($text: String!) { definitions(filter: { term: { contains: $text } }) { nodes { id } } }",
    "term eq": "query ($text: String!) { definitions(filter: { term: { eq: $text, startsWith: $text } }) { nodes { id } } }",
    "context": "query ($text: String!) { definitions(filter: { contexts: { name: { in: [$text] } } }) { nodes { id } } }",
    "glossary": "query ($text: String!) { glossary(by: { slug: $text }) { id } }",
    "slug": "query ($text: String!) { definition(by: { slug: { glossarySlug: $text, slug: $text } }) { id } }",
    "rule": "query ($text: String!) { rule(by: { code: $text }) { id } }",
    "cursor": "query ($text: String!) { definitions(after: $text) { nodes { id } } }",
    "action": "query ($text: String!) { auditEntries(filter: { action: { eq: $text } }) { nodes { id } } }",
    "run of rule": "query ($text: ID!) { validationRuns(filter: { ruleId: { eq: $text } }) { nodes { id } } }",
}
CREATE = "mutation ($input: CreateDefinitionInput!) { createDefinition(input: $input) { errors { code path } } }"


@pytest.mark.parametrize("text", NASTY, ids=["nul", "surrogate", "megabyte"])
@pytest.mark.parametrize("name", READS)
async def test_a_read_with_nasty_text_is_answered(store: stores.Store, name: str, text: str) -> None:
    answer = await ask(READS[name], await writing.somebody(Role.ADMIN), text=text)

    assert [one for one in answer.errors if not isinstance(one.original_error, Refusal)] == []


@pytest.mark.parametrize("text", NASTY, ids=["nul", "surrogate", "megabyte"])
@pytest.mark.parametrize("field", ["term", "text", "explanation", "idempotencyKey"])
async def test_a_write_with_nasty_text_is_refused_and_changes_nothing(
    store: stores.Store, field: str, text: str
) -> None:
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)
    wish = {"glossaryId": ids.of(owner), "term": "a", "text": "b", "locale": "en", field: text}

    answer = await ask(CREATE, admin, input=wish)

    assert answer["createDefinition.errors.0.code"] in {"INVALID_INPUT", "LIMIT_EXCEEDED"}
    assert await writing.count("definitions") == 0


@pytest.mark.parametrize("number", [0, -1, 2**31 - 1])
async def test_a_version_that_never_was_is_a_conflict(store: stores.Store, number: int) -> None:
    owner, author = await writing.glossary(), await writing.somebody()
    record = await writing.draft(author, owner.id)

    answer = await ask(
        "mutation ($input: UpdateDefinitionInput!) { updateDefinition(input: $input) { errors { code } } }",
        author,
        input={"id": ids.of(record), "expectedVersion": number, "text": "other"},
    )

    assert answer["updateDefinition.errors"] == [{"code": "CONFLICT"}]


@pytest.mark.parametrize("by", [{}, {"id": "x", "slug": "y"}, {"id": None}])
async def test_one_name_is_enough(by: dict[str, object]) -> None:
    answer = await ask("query ($by: GlossaryBy!) { glossary(by: $by) { id } }", writing.ANONYMOUS, by=by)

    assert answer.data is None
    assert "exactly one" in answer.errors[0].message or "non-null" in answer.errors[0].message.lower()

"""Introspection, and every root field called through the application at least once."""

import ast
from pathlib import Path

from graphql import GraphQLError, OperationDefinitionNode, build_client_schema, get_introspection_query, parse
from graphql.language import FieldNode

from tests.e2e.site import Site

HERE = Path(__file__).parent
READS = """
{ rule(by: {code: "FRM-08"}) { id name } rules(first: 2) { nodes { code } } ruleProfiles { name style }
  validationRuns(first: 1) { nodes { id } } jobs(first: 1) { nodes { id } } definitions(first: 1) { nodes { id } }
  glossary(by: {slug: "letting"}) { id } glossaries(first: 1) { nodes { slug } } eventCursor nodes(ids: []) { id }
  viewer { scopes } users(first: 10) { nodes { email } } auditEntries(first: 1) { nodes { action } } }
"""
CONCEPT = "query ($id: ID!) { concept(by: {id: $id}) { id } }"
PREVIEW = """
query ($input: ValidationPreviewInput!) { validationPreview(input: $input) { verdict score findings { message } } }
"""


async def test_every_list_answers_an_administrator(site: Site) -> None:
    answer = await site.people.admin.ask(READS)

    assert answer["glossary.id"] == site.glossary_id
    assert sorted(user["email"] for user in answer["users.nodes"]) == [
        "admin@localhost",
        "author@example.org",
        "editor@example.org",
    ]


async def test_a_preview_stores_nothing(site: Site) -> None:
    wish = {"glossaryId": site.glossary_id, "term": "hut", "text": "A hut is a shed.", "locale": "en"}

    answer = await site.people.author.ask(PREVIEW, input=wish)

    assert answer["validationPreview.verdict"] == "REJECTED"
    assert (await site.people.author.ask("{ definitions(first: 1) { nodes { id } } }"))["definitions.nodes"] == []


async def test_a_concept_of_nowhere_is_null(site: Site) -> None:
    assert (await site.people.admin.ask(CONCEPT, id="bm93aGVyZQ"))["concept"] is None


async def test_introspection_yields_the_schema(site: Site) -> None:
    answer = await site.people.anonymous.ask(get_introspection_query(input_value_deprecation=True))

    schema = build_client_schema(answer.json["data"])
    roots = (schema.query_type, schema.mutation_type, schema.subscription_type)
    named = {field for root in roots if root is not None for field in root.fields}
    assert named - _called() == set()


def _called() -> set[str]:
    """Root fields of every operation that stands in these tests as a text."""
    texts = [text for file in HERE.glob("*.py") for text in _texts(file)]
    return {field for text in texts for field in _fields(text)}


def _texts(file: Path) -> list[str]:
    found = ast.walk(ast.parse(file.read_text()))
    return [node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _fields(text: str) -> set[str]:
    try:
        operations = [node for node in parse(text).definitions if isinstance(node, OperationDefinitionNode)]
    except GraphQLError:
        return set()
    return {
        field.name.value for one in operations for field in one.selection_set.selections if isinstance(field, FieldNode)
    }

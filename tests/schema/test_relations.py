from models.kinds import Role
from schema import ids
from tests.resolvers import shelf
from tests.schema.asking import ask

RELATE = """
mutation ($input: RelateConceptsInput!) { relateConcepts(input: $input) {
  concept { relations(first: 5) { totalCount { value } nodes { kind uri concept { id definitions { term } } } } }
  target { id } errors { __typename code message path ... on InputError { constraint } } } }
"""
UNRELATE = """
mutation ($input: UnrelateConceptsInput!) { unrelateConcepts(input: $input) {
  concept { relations(first: 5) { nodes { kind } } } target { id } errors { code path } } }
"""


async def test_a_relation_is_made_shown_and_taken_back(store: object) -> None:
    owner, editor = await shelf.glossary(base_uri="https://homes.example/"), await shelf.person(Role.EDITOR)
    lease, rent = await shelf.in_force(owner, "lease"), await shelf.in_force(owner, "rent")
    lease_id, rent_id = (ids.encode("Concept", one.concept_id) for one in (lease, rent))
    wish = {"conceptId": lease_id, "kind": "RELATED", "target": {"id": rent_id}}

    made = await ask(RELATE, editor, input=wish)
    outside = await ask(RELATE, editor, input=wish | {"kind": "EXACT_MATCH", "target": {"uri": "https://x.example/1"}})
    left = await ask(UNRELATE, editor, input=wish)

    assert made["relateConcepts.target.id"] == rent_id
    assert made["relateConcepts.concept.relations.nodes"] == [
        {
            "kind": "RELATED",
            "uri": f"https://homes.example/{rent.concept_id}",
            "concept": {"id": rent_id, "definitions": [{"term": "rent"}]},
        }
    ]
    assert outside["relateConcepts.concept.relations.nodes.1"] == {
        "kind": "EXACT_MATCH",
        "uri": "https://x.example/1",
        "concept": None,
    }
    assert left["unrelateConcepts.concept.relations.nodes"] == [{"kind": "EXACT_MATCH"}]


async def test_a_circle_is_an_error_as_data(store: object) -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    lease, rent = await shelf.in_force(owner, "lease"), await shelf.in_force(owner, "rent")
    lease_id, rent_id = (ids.encode("Concept", one.concept_id) for one in (lease, rent))
    await ask(RELATE, editor, input={"conceptId": lease_id, "kind": "BROADER", "target": {"id": rent_id}})

    refused = await ask(RELATE, editor, input={"conceptId": rent_id, "kind": "BROADER", "target": {"id": lease_id}})
    nowhere = await ask(RELATE, editor, input={"conceptId": rent_id, "kind": "BROADER", "target": {"id": "x"}})

    assert refused["relateConcepts.errors"] == [
        {
            "__typename": "InputError",
            "code": "CONFLICT",
            "message": "would close a circle of broader concepts: rent → lease → rent",
            "path": ["target"],
            "constraint": "no-circle",
        }
    ]
    assert nowhere["relateConcepts.errors.0.path"] == ["target", "id"]

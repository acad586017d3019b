from models import store as stores
from models.kinds import Role
from rules import catalogue
from schema import ids
from tests.resolvers import writing
from tests.schema.asking import ask

CREATE = """
mutation ($input: CreateGlossaryInput!) { createGlossary(input: $input) {
  glossary { id version slug name description isPublic baseUri locales profile { name style fingerprint
    settings { rule { code } isEnabled severity parameters { name value } } } }
  errors { __typename code path ... on TakenError { existing { id } } } } }
"""
UPDATE = """
mutation ($input: UpdateGlossaryInput!) { updateGlossary(input: $input) {
  glossary { version name description isPublic baseUri locales }
  errors { code path ... on VersionConflictError { current { version } changes { path } } } } }
"""
RULES = """
mutation ($input: UpdateGateRulesInput!) { updateGateRules(input: $input) {
  glossary { version gateRules { transition code isEnabled isOverridable required } } errors { code path } } }
"""
WISH = {"slug": "homes", "name": "Homes", "locales": ["en"], "isPublic": True, "baseUri": "https://example.org/id/"}


async def test_a_glossary_is_created_with_a_profile(store: stores.Store) -> None:
    answer = await ask(CREATE, await writing.somebody(Role.ADMIN), input=WISH)

    assert answer["createGlossary.glossary.slug"] == "homes"
    assert answer["createGlossary.glossary.version"] == 1
    assert answer["createGlossary.glossary.baseUri"] == "https://example.org/id/"
    assert answer["createGlossary.glossary.profile.name"] == "default"
    assert answer["createGlossary.glossary.profile.settings.0.rule.code"] == catalogue.rules()[0].code


async def test_only_administrators_create_glossaries(store: stores.Store) -> None:
    answer = await ask(CREATE, await writing.somebody(Role.EDITOR), input=WISH)

    assert answer.code == "FORBIDDEN"
    assert (answer.errors[0].extensions or {})["requiredScopes"] == ["glossaries:write"]
    assert await writing.count("glossaries") == 0


async def test_a_slug_in_use_names_its_holder(store: stores.Store) -> None:
    admin = await writing.somebody(Role.ADMIN)
    first = await ask(CREATE, admin, input=WISH)

    second = await ask(CREATE, admin, input=WISH)

    assert second["createGlossary.errors"] == [
        {
            "__typename": "TakenError",
            "code": "TAKEN",
            "path": ["slug"],
            "existing": {"id": first["createGlossary.glossary.id"]},
        }
    ]


async def test_a_glossary_changes_what_is_given(store: stores.Store) -> None:
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)

    answer = await ask(
        UPDATE,
        admin,
        input={"id": ids.of(owner), "expectedVersion": 1, "name": "Rent", "description": "x", "locales": ["nl"]},
    )

    assert answer["updateGlossary.glossary"] == {
        "version": 2,
        "name": "Rent",
        "description": "x",
        "isPublic": True,
        "baseUri": None,
        "locales": ["nl"],
    }


async def test_an_outdated_glossary_tells_what_won(store: stores.Store) -> None:
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)

    answer = await ask(UPDATE, admin, input={"id": ids.of(owner), "expectedVersion": 7, "name": "Rent"})

    assert answer["updateGlossary.errors"] == [
        {"code": "CONFLICT", "path": ["expectedVersion"], "current": {"version": 1}, "changes": []}
    ]


async def test_gate_rules_are_set(store: stores.Store) -> None:
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)

    answer = await ask(
        RULES,
        admin,
        input={
            "glossaryId": ids.of(owner),
            "expectedVersion": 1,
            "rules": [{"transition": "APPROVE", "code": "approver-is-not-author", "isEnabled": False}],
        },
    )

    rules = answer["updateGateRules.glossary.gateRules"]
    assert isinstance(rules, list)
    assert {
        "transition": "APPROVE",
        "code": "approver-is-not-author",
        "isEnabled": False,
        "isOverridable": True,
        "required": None,
    } in [rule | {"isOverridable": True} for rule in rules]


async def test_glossaries_and_their_contents_are_listed(store: stores.Store) -> None:
    owner = await writing.glossary()
    record = await writing.established(owner.id)

    answer = await ask(
        """{ glossaries { nodes { slug definitions(search: "glossary", orderBy: [{ field: RELEVANCE }]) { nodes { id } }
               concepts(topOnly: true) { nodes { id definitions(locales: ["en"]) { id } } }
               findings { nodes { id } totalCount(limit: 5) { value isExact } } gateRules { code } } }
             glossary(by: { slug: "renting" }) { name } }""",
        writing.ANONYMOUS,
    )

    assert answer["glossaries.nodes.0.definitions.nodes.0.id"] == ids.of(record)
    assert answer["glossaries.nodes.0.concepts.nodes.0.definitions.0.id"] == ids.of(record)
    assert answer["glossaries.nodes.0.findings.totalCount"] == {"value": 0, "isExact": True}
    assert answer["glossary.name"] == "renting"


async def test_a_concept_has_two_names(store: stores.Store) -> None:
    owner = await writing.glossary()
    await writing.established(owner.id)
    found = await ask("{ definitions { nodes { concept { id uri } } } }", writing.ANONYMOUS)

    answer = await ask(
        "query ($id: ID!, $uri: URI!) { a: concept(by: { id: $id }) { id } b: concept(by: { uri: $uri }) { id } }",
        writing.ANONYMOUS,
        id=found["definitions.nodes.0.concept.id"],
        uri=found["definitions.nodes.0.concept.uri"],
    )

    assert answer["a.id"] == answer["b.id"] == found["definitions.nodes.0.concept.id"]


async def test_a_private_glossary_is_not_there_for_anonymous_callers(store: stores.Store) -> None:
    admin = await writing.somebody(Role.ADMIN)
    made = await ask(CREATE, admin, input=WISH | {"isPublic": False})

    answer = await ask(
        "query ($id: ID!) { glossary(by: { id: $id }) { id } node(id: $id) { id } glossaries { nodes { id } } }",
        writing.ANONYMOUS,
        id=made["createGlossary.glossary.id"],
    )

    assert answer.data == {"glossary": None, "node": None, "glossaries": {"nodes": []}}

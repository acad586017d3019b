from models import store as stores
from models.kinds import Role, Transition
from schema import ids
from tests.resolvers import writing
from tests.schema.asking import ask

EVERYTHING = """
query ($by: DefinitionBy!) { definition(by: $by) {
  __typename id version createdAt updatedAt slug term text locale category status origin generation { model }
  contexts { kind name } designations { text kind form } sources { title url locator } explanation examples notes
  glossary { id slug name isPublic locales baseUri description profile { name style fingerprint } }
  concept { id uri notation glossary { slug } definitions { term } }
  establishedVersion { number status note term definition { id } changes { path before after } createdBy { displayName }
    decision { transition decidedAt overrideReason decidedBy { displayName } consents { organisation } validationRun { status } } }
  gate(transition: ARCHIVE) { outcome conditions { code message isMet isBlocking isOverridable actual required } }
  createdBy { __typename displayName } updatedBy { displayName } viewerCan viewerTransitions
  versions { nodes { number status } totalCount { value isExact } }
  versionByNumber(number: 1) { number textDiff(againstNumber: 1) { kind text } }
  latestValidation { status verdict score isStale ruleCount evaluatedRuleCount definition { id } definitionVersion { number }
    startedBy { displayName } scoreContributions { rule { code } weight earned } findings { nodes { id } } }
  validationRuns { nodes { status } }
  findings { nodes { rule { code } message } }
  uses { nodes { term } } usedBy { nodes { term } }
} }
"""


async def test_every_field_of_a_definition_answers(store: stores.Store) -> None:
    owner = await writing.glossary()
    record = await writing.established(owner.id, sources=())

    answer = await ask(EVERYTHING, await writing.somebody(Role.ADMIN), by={"id": ids.of(record)})

    assert answer["definition.term"] == "glossary"
    assert answer["definition.status"] == "ESTABLISHED"
    assert answer["definition.establishedVersion.decision.transition"] == "APPROVE"
    assert answer["definition.glossary.slug"] == "renting"
    assert answer["definition.concept.definitions.0.term"] == "glossary"
    assert answer["definition.createdBy"] == {"__typename": "User", "displayName": "Somebody"}


async def test_a_definition_has_three_names(store: stores.Store) -> None:
    owner = await writing.glossary()
    record = await writing.established(owner.id)
    names = (
        {"id": ids.of(record)},
        {"slug": {"glossarySlug": "renting", "slug": record.slug}},
        {"term": {"glossaryId": ids.of(owner), "term": "glossary", "locale": "en"}},
    )

    found = [
        await ask("query ($by: DefinitionBy!) { definition(by: $by) { id } }", writing.ANONYMOUS, by=by) for by in names
    ]

    assert [answer["definition.id"] for answer in found] == [ids.of(record)] * 3


async def test_what_is_no_id_names_nothing(store: stores.Store) -> None:
    answer = await ask(
        '{ definition(by: { id: "nonsense" }) { id } glossary(by: { id: "" }) { id } }', writing.ANONYMOUS
    )

    assert answer.data == {"definition": None, "glossary": None}


async def test_anonymous_callers_see_no_draft_and_no_people(store: stores.Store) -> None:
    owner = await writing.glossary()
    record = await writing.established(owner.id)
    await writing.draft(await writing.somebody(Role.EDITOR), owner.id, "draft")

    answer = await ask(
        "{ definitions { nodes { id createdBy { displayName } updatedBy { displayName } "
        "latestValidation { startedBy { displayName } } establishedVersion { decision { transition } } } } }",
        writing.ANONYMOUS,
    )

    assert answer["definitions.nodes"] == [
        {
            "id": ids.of(record),
            "createdBy": None,
            "updatedBy": None,
            "latestValidation": {"startedBy": None},
            "establishedVersion": {"decision": None},
        }
    ]


async def test_search_scores_and_filters_combine(store: stores.Store) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await writing.draft(editor, owner.id, "tenant")
    await writing.draft(editor, owner.id, "landlord")

    answer = await ask(
        """query ($filter: DefinitionFilter) {
             definitions(search: "tenant", filter: $filter) { edges { score node { term } } }
           }""",
        editor,
        filter={
            "glossaryId": {"eq": ids.of(owner)},
            "not": {"term": {"eq": "landlord"}},
            "or": [{"status": ["DRAFT"]}, {"latestValidation": {"score": {"gte": 101}}}],
        },
    )

    assert answer["definitions.edges.0.node.term"] == "tenant"
    assert 0 < float(str(answer["definitions.edges.0.score"])) <= 1


async def test_definitions_come_in_the_order_asked_for(store: stores.Store) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await writing.draft(editor, owner.id, "a")
    await writing.draft(editor, owner.id, "b")

    answer = await ask(
        "{ definitions(orderBy: [{ field: TERM, direction: DESC }], first: 2) { nodes { term } } }", editor
    )

    assert answer["definitions.nodes"] == [{"term": "b"}, {"term": "a"}]


async def test_an_id_of_another_kind_in_a_filter_is_refused(store: stores.Store) -> None:
    answer = await ask(
        "query ($id: ID) { definitions(filter: { glossaryId: { eq: $id } }) { nodes { id } } }",
        writing.ANONYMOUS,
        id=ids.encode("Rule", "FRM-01"),
    )

    assert answer.code == "InvalidInput"


async def test_provenance_is_for_those_who_may_change_the_text(store: stores.Store) -> None:
    owner, author = await writing.glossary(), await writing.somebody()
    reader = await writing.somebody()
    made = await ask(
        """mutation ($input: CreateDefinitionInput!) { createDefinition(input: $input) { errors { message }
             definition { id origin generation { model prompt parameters } } } }""",
        author,
        input={
            "glossaryId": ids.of(owner),
            "term": "a",
            "text": "a thing",
            "locale": "en",
            "generation": {"model": "m"},
        },
    )

    record = await ask("{ definitions { nodes { id } } }", reader)

    assert made["createDefinition.definition.generation"] == {"model": "m", "prompt": None, "parameters": None}
    assert made["createDefinition.definition.origin"] == "GENERATED"
    assert record["definitions.nodes"] == []


async def test_a_rejected_text_tells_its_author_why(store: stores.Store) -> None:
    owner, author, reviewer = await writing.glossary(), await writing.somebody(), await writing.somebody(Role.EDITOR)
    record = await writing.step(author, await writing.draft(author, owner.id), Transition.SUBMIT)
    await writing.step(reviewer, record, Transition.REJECT, note="too wide")

    answer = await ask(
        "{ definitions { nodes { status versions(first: 1) { nodes { note decision { transition } } } } } }", author
    )

    assert answer["definitions.nodes.0.versions.nodes"] == [{"note": "too wide", "decision": {"transition": "REJECT"}}]

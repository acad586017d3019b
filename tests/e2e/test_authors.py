"""What authors do with findings and with each other's terms, end to end."""

from tests.e2e import operations
from tests.e2e.shelf import draft
from tests.e2e.site import Site

FIX = """mutation Fix($input: ApplyFixesInput!) { applyFixes(input: $input) {
  definition { version text } errors { code message path } } }"""
ANNOTATE = """query Annotate($input: AnnotateTextInput!) { annotateText(input: $input) {
  span { start end excerpt } definitions { term } } }"""
RELATE = """mutation Relate($input: RelateConceptsInput!) { relateConcepts(input: $input) {
  concept { relations(first: 5) { nodes { kind concept { id } } } } target { id } errors { code message path } } }"""
UNRELATE = """mutation Unrelate($input: UnrelateConceptsInput!) { unrelateConcepts(input: $input) {
  concept { relations(first: 5) { nodes { kind } } } errors { code message path } } }"""
FIXABLE = """query Fixable($id: ID!) { definition(by: { id: $id }) { findings(first: 20) { nodes { id fix { replacement } } } } }"""
CONCEPT = "query Concept($id: ID!) { definition(by: { id: $id }) { concept { id } } }"
BUDGET = "{ rateLimit { limit } }"


async def _made(site: Site, term: str, text: str) -> str:
    made = await site.people.editor.ask(operations.CREATE, input=draft(site, term=term, text=text))
    return made.text("createDefinition.definition.id")


async def test_fixes_are_applied_as_one_edit(site: Site) -> None:
    id_ = await _made(site, "loft", "Room under a roof  for rent.")
    found = (await site.people.editor.ask(FIXABLE, id=id_))["definition.findings.nodes"]
    asked = [finding["id"] for finding in found if finding["fix"] is not None]

    done = await site.people.editor.ask(FIX, input={"definitionId": id_, "expectedVersion": 1, "findingIds": asked})

    assert done["applyFixes.errors"] == []
    assert done["applyFixes.definition"]["version"] == 2


async def test_defined_terms_are_found_in_a_text_in_their_plural(site: Site) -> None:
    await _made(site, "mezzanine", "floor that lies between two others")
    wanted = {"glossaryIds": [site.glossary_id], "text": "Both mezzanines are let.", "locale": "en"}

    found = (await site.people.editor.ask(ANNOTATE, input=wanted))["annotateText"]

    assert [(one["span"]["excerpt"], one["definitions"]) for one in found] == [("mezzanines", [{"term": "mezzanine"}])]


async def test_concepts_are_related_seen_from_both_ends_and_parted(site: Site) -> None:
    first, second = [
        (await site.people.editor.ask(CONCEPT, id=await _made(site, term, text))).text("definition.concept.id")
        for term, text in (
            ("tower", "building that is much higher than wide"),
            ("keep", "tower in which a castle ends"),
        )
    ]
    relation = {"conceptId": second, "kind": "BROADER", "target": {"id": first}}

    related = await site.people.editor.ask(RELATE, input=relation)
    refused = await site.people.editor.ask(
        RELATE, input={"conceptId": first, "kind": "BROADER", "target": {"id": second}}
    )
    parted = await site.people.editor.ask(UNRELATE, input=relation)

    assert related["relateConcepts.concept.relations.nodes"] == [{"kind": "BROADER", "concept": {"id": first}}]
    assert [error["code"] for error in refused["relateConcepts.errors"]] == ["CONFLICT"]
    assert parted["unrelateConcepts.concept.relations.nodes"] == []


async def test_site_without_a_bucket_has_no_budget_to_tell(site: Site) -> None:
    assert (await site.people.anonymous.ask(BUDGET))["rateLimit"] is None

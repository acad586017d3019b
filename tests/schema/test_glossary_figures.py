"""How good a glossary is, and the contexts it speaks of: of what the caller reads, and of nothing else."""

import pytest

from models import store as stores
from models.kinds import Role
from resolvers import bulk, validations, waivers
from resolvers.context import Context
from resolvers.inputs import BulkUpsert, ContextInput, UpsertItem
from resolvers.paging import Slice
from rules.kit import ContextKind
from tests.resolvers import writing
from tests.schema.asking import ask
from tests.schema.test_statements import sent

__all__ = ["sent"]
QUALITY = """{ glossaries { nodes { quality { definitionCount validatedCount meanScore openErrorCount openWarningCount
  worstRules(first: 1) { count rule { code } } } } } }"""
CONTEXTS = """query ($kind: [ContextKind!], $name: StringFilter, $first: Int, $after: String) { glossaries { nodes {
  contexts(kind: $kind, name: $name, first: $first, after: $after) {
    edges { cursor definitionCount node { kind name } } nodes { name } pageInfo { hasNextPage } totalCount { value } } } } }"""
FAULTY = "is when a tenant rents a home, home etc."
CLEAN = {
    "definitionCount": 1, "validatedCount": 1, "meanScore": 100.0, "openErrorCount": 0, "openWarningCount": 0, "worstRules": [],
}  # fmt: skip


async def quality(ctx: Context) -> dict[str, object]:
    answer = await ask(QUALITY, ctx)
    found = answer["glossaries.nodes.0.quality"]
    assert isinstance(found, dict)
    return found


async def contexts(ctx: Context, **variables: object) -> list[tuple[object, ...]]:
    answer = await ask(CONTEXTS, ctx, **variables)
    edges = answer["glossaries.nodes.0.contexts.edges"]
    assert isinstance(edges, list)
    return [(edge["node"]["kind"], edge["node"]["name"], edge["definitionCount"]) for edge in edges]


@pytest.fixture
def legal() -> tuple[ContextInput, ...]:
    return (ContextInput(ContextKind.LEGAL, "Tenancy law"),)


async def test_figures_of_drafts_are_not_for_the_anonymous(store: stores.Store) -> None:
    owner = await writing.glossary()
    await writing.established(owner.id, "glossary")
    editor = await writing.somebody(Role.EDITOR)
    before = await quality(writing.ANONYMOUS)
    await writing.draft(editor, owner.id, "tenant", text=FAULTY)

    after, seen = await quality(writing.ANONYMOUS), await quality(editor)

    assert before == after == CLEAN
    assert (seen["definitionCount"], seen["validatedCount"]) == (2, 2)
    assert seen["openErrorCount"] != 0


async def test_a_waived_finding_is_not_open(store: stores.Store) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.draft(editor, owner.id, "tenant", text=FAULTY)
    found = [edge.node for edge in (await validations.findings(editor, record, Slice(first=100))).edges]
    before = await quality(editor)
    error = next(one for one in found if one.severity == "ERROR")
    await waivers.waive(editor, error.id, reason="agreed")

    after = await quality(editor)

    assert after["openErrorCount"] == int(str(before["openErrorCount"])) - 1
    assert after["openWarningCount"] == before["openWarningCount"]


async def test_web_findings_count_for_readers_of_drafts_only(store: stores.Store) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.established(owner.id, "tenant", text="person who rents a home")
    run = (await validations.start(editor, record.id)).run
    await stores.run(
        """INSERT INTO findings (id, definition_id, fingerprint, rule_code, outcome, severity, confidence, opened_run_id,
        opened_version, is_web) VALUES (gen_random_uuid(), $1, 'f', 'GLO-01', 'VIOLATED', 'ERROR', 'CERTAIN', $2, 1, TRUE)""",
        record.id,
        run.id,
    )

    assert ((await quality(editor))["openErrorCount"], (await quality(writing.ANONYMOUS))["openErrorCount"]) == (1, 0)


async def test_the_worst_rule_comes_first_and_many_glossaries_cost_two_statements(
    store: stores.Store, sent: list[str]
) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await writing.glossary("other")
    items = tuple(UpsertItem(term=f"term {n}", locale="en", text=f"<br> number {n} of them") for n in range(3))
    await bulk.upsert(editor, BulkUpsert(glossary_id=owner.id, items=items))
    sent.clear()

    answer = await ask(QUALITY, editor)

    nodes = answer["glossaries.nodes"]
    assert isinstance(nodes, list)
    assert {"count": 3, "rule": {"code": "FRM-19"}} in [one for node in nodes for one in node["quality"]["worstRules"]]
    assert len(sent) == 3  # the list itself, texts, findings


async def test_a_bound_of_the_worst_rules_is_kept(store: stores.Store) -> None:
    await writing.glossary()

    answer = await ask("{ glossaries { nodes { quality { worstRules(first: 0) { count } } } } }", writing.ANONYMOUS)

    assert answer.code == "InvalidInput"


async def test_contexts_of_drafts_are_not_for_the_anonymous(
    store: stores.Store, legal: tuple[ContextInput, ...]
) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await writing.draft(editor, owner.id, contexts=legal)

    assert (await contexts(writing.ANONYMOUS), await contexts(editor)) == ([], [("LEGAL", "Tenancy law", 1)])


async def test_contexts_are_counted_whatever_their_letter_case_most_used_first(
    store: stores.Store, legal: tuple[ContextInput, ...]
) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    shouted = (ContextInput(ContextKind.LEGAL, "TENANCY LAW"), ContextInput(ContextKind.ORGANISATIONAL, "Kadaster"))
    for term, given in (("a1", shouted), ("b1", legal), ("c1", legal)):
        await writing.draft(editor, owner.id, term, contexts=given)

    first = await ask(CONTEXTS, editor, first=1)

    assert await contexts(editor) == [("LEGAL", "Tenancy law", 3), ("ORGANISATIONAL", "Kadaster", 1)]
    assert first["glossaries.nodes.0.contexts.pageInfo.hasNextPage"] is True
    assert first["glossaries.nodes.0.contexts.totalCount.value"] == 2
    after = first["glossaries.nodes.0.contexts.edges.0.cursor"]
    assert await contexts(editor, after=after) == [("ORGANISATIONAL", "Kadaster", 1)]
    assert await contexts(editor, kind=["LEGAL"], name={"startsWith": "ten"}) == [("LEGAL", "Tenancy law", 3)]
    assert await contexts(editor, name={"contains": "x"}) == []


async def test_a_filter_of_contexts_keeps_its_bounds(store: stores.Store) -> None:
    await writing.glossary()

    answer = await ask(CONTEXTS, writing.ANONYMOUS, name={"in": ["x"] * 101})

    assert answer.code == "InvalidInput"

"""The law: whatever happens to drafts, everything that a reader of texts in force can fetch stays byte-equal."""

from uuid import UUID

import pytest

from models import visibility
from models.keys import uuid7
from models.kinds import Role, Transition
from models.records import DefinitionRecord
from models.visibility import Reader
from resolvers import concepts, definitions, findings_pages, glossaries, nodes, validations, versions
from resolvers.context import Context
from resolvers.inputs import TermKey
from resolvers.paging import Slice
from tests.resolvers import shelf, writing

pytestmark = pytest.mark.usefixtures("store")

WORDS = ("glossary", "organised", "castle", "field")


async def everything_seen(ctx: Context) -> str:
    """All that this reader can fetch, as one text."""
    seen: list[object] = [await glossaries.page(ctx, Slice())]
    page = await definitions.page(ctx, Slice())
    seen += [page.edges, await page.count(100)]
    seen += [(await definitions.page(ctx, Slice(), search=word)).edges for word in WORDS]
    for glossary in [edge.node for edge in (await glossaries.page(ctx, Slice())).edges]:
        seen.append((await validations.findings(ctx, glossary, Slice())).edges)
        seen.append([edge.node.id for edge in (await concepts.page(ctx, glossary, Slice())).edges])
        seen += [await definitions.by_term(ctx, TermKey(glossary.id, word, "en")) for word in WORDS]
    for edge in page.edges:
        seen += await _around(ctx, edge.node)
    seen += [edge.node for edge in (await validations.page(ctx, Slice())).edges]
    return "\n".join(_text(one) for one in seen)


async def _around(ctx: Context, one: DefinitionRecord) -> list[object]:
    concept = await concepts.get(ctx, one.concept_id)
    shown: list[object] = [await nodes.load(ctx, "Definition", one.id), await versions.established(ctx, one)]
    for version in (edge.node for edge in (await versions.page(ctx, one, Slice())).edges):
        shown += [version, await versions.decision(ctx, version)]
    findings = [edge.node for edge in (await findings_pages.of_definition(ctx, one, Slice())).edges]
    shown += [await ctx.loaders.run_of_finding.load(finding) for finding in findings]
    runs = [edge.node for edge in (await validations.page(ctx, Slice(), definition=one)).edges]
    shown += [await ctx.loaders.version_of_run.load(run) for run in runs]
    return [
        *shown, *findings, *runs, await validations.latest(ctx, one), await concepts.definitions(ctx, concept),
        (await definitions.uses(ctx, one, Slice())).edges, (await definitions.used_by(ctx, one, Slice())).edges,
    ]  # fmt: skip


def _text(one: object) -> str:
    edges = getattr(one, "edges", None)
    return repr([vars(edge.node) for edge in edges] if edges is not None else one)


async def seen_by_anonymous() -> str:
    return await everything_seen(shelf.anonymous())


async def test_no_step_of_a_successor_shines_through() -> None:
    glossary = await writing.glossary()
    author, reviewer = await writing.somebody(Role.EDITOR), await writing.somebody(Role.EDITOR)
    record = await writing.established(glossary.id)
    other = await writing.established(glossary.id, "field", text="The glossary of the castle is the best.")
    stranger = await writing.somebody()
    before, strangers = await seen_by_anonymous(), await everything_seen(shelf.again(stranger.viewer))
    assert "glossary" in before

    draft = await writing.edit(
        author, await _read(author, record.id), text="The castle is a castle, which is big.", term="castle"
    )
    assert await seen_by_anonymous() == before
    assert await everything_seen(shelf.again(stranger.viewer)) == strangers
    rejected = await writing.step(author, draft, Transition.SUBMIT)
    rejected = await writing.step(reviewer, rejected, Transition.REJECT, note="no")
    assert await seen_by_anonymous() == before
    await writing.step(author, rejected, Transition.DISCARD_DRAFT)
    assert await seen_by_anonymous() == before

    await writing.draft(author, glossary.id, "castle", text="field of the glossary")
    again = await writing.edit(author, await _read(author, other.id), text="area of land that somebody uses for crops")
    assert await seen_by_anonymous() == before

    again = await writing.step(author, again, Transition.SUBMIT)
    await writing.step(reviewer, again, Transition.APPROVE)
    assert await seen_by_anonymous() != before


async def test_a_draft_of_others_leaves_a_user_unmoved_and_an_own_one_does_not() -> None:
    glossary = await writing.glossary()
    ann, editor = await writing.somebody(), await writing.somebody(Role.EDITOR)
    own = await writing.draft(ann, glossary.id, "castle")
    other = await writing.draft(editor, glossary.id, "field")
    before = await everything_seen(shelf.again(ann.viewer))

    await writing.edit(editor, other, text="castle")
    assert await everything_seen(shelf.again(ann.viewer)) == before

    await writing.edit(ann, own, text="large house")
    assert await everything_seen(shelf.again(ann.viewer)) != before


async def test_what_is_archived_is_gone_for_readers_of_texts_in_force() -> None:
    glossary, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    before = await seen_by_anonymous()
    record = await writing.established(glossary.id)

    await writing.step(editor, await _read(editor, record.id), Transition.ARCHIVE)

    assert await seen_by_anonymous() == before


async def _read(ctx: Context, definition_id: UUID) -> DefinitionRecord:
    return await definitions.get(shelf.again(ctx.viewer), definition_id)


ANN = uuid7()


@pytest.mark.parametrize(
    ("reader", "of_draft", "of_own", "of_force", "of_hidden_force"),
    [
        (Reader(), False, False, True, False),
        (Reader(is_signed_in=True), False, False, True, True),
        (Reader(user_id=ANN, is_signed_in=True), False, True, True, True),
        (Reader(user_id=ANN, is_signed_in=True, sees_all_drafts=True), True, True, True, True),
    ],
)
def test_events_follow_the_rule_of_their_rows(
    *, reader: Reader, of_draft: bool, of_own: bool, of_force: bool, of_hidden_force: bool
) -> None:
    def sees(author: UUID | None, *, force: bool, public: bool) -> bool:
        return visibility.sees_event(reader, author_id=author, concerns_force=force, glossary_is_public=public)

    assert sees(uuid7(), force=False, public=True) is of_draft
    assert sees(None, force=False, public=True) is of_draft
    assert sees(ANN, force=False, public=True) is of_own
    assert sees(uuid7(), force=True, public=True) is of_force
    assert sees(uuid7(), force=True, public=False) is of_hidden_force

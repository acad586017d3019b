"""The upkeep of a glossary: what one change leads to, exactly; and that nothing is lost or doubled, whoever dies when."""

import asyncio
import hashlib
from datetime import timedelta
from uuid import UUID

import pytest

from auth.viewer import SYSTEM
from exchange.rows import ImportRow
from models import glossary_changes, store
from models.glossary import Glossary
from models.job_queue import LeaseLost
from models.kinds import Role, Transition
from models.records import DefinitionRecord
from resolvers import (
    bulk,
    checking,
    definitions,
    glossaries,
    imports,
    job_work,
    run_work,
    upkeep,
    upkeep_items,
    upkeep_storing,
    validations,
    waivers,
)
from resolvers.context import Context
from resolvers.errors import GateRefused
from resolvers.inputs import BulkUpsert, UpsertItem
from resolvers.paging import Slice
from resolvers.upkeep_memory import Memory
from resolvers.upkeep_storing import Judged
from resolvers.work import work
from tests.resolvers import writing

pytestmark = pytest.mark.usefixtures("store")

LETTERS = str.maketrans("0123456789", "ghijklmnop")
LEASE = "contract that a lessor signs"
LESSOR = "party to a lease"
PLAIN = "person who lets a dwelling"


async def kept(memory: Memory | None = None) -> int:
    """Everything that waits is dealt with; how many runs that took."""
    before = await web_runs()
    memory = memory or Memory()
    while await upkeep.work_one(memory):
        pass
    return len(await web_runs()) - len(before)


async def web_runs() -> list[UUID]:
    rows = await store.rows("SELECT definition_id FROM validation_runs WHERE is_web ORDER BY id")
    return [row["definition_id"] for row in rows]


async def waiting() -> int:
    return await writing.count("glossary_changes")


async def held_against(ctx: Context, record: DefinitionRecord, code: str = "GLO-01") -> list[list[str | None]]:
    """The definitions that findings of this rule name as evidence, finding by finding."""
    fresh = Context(ctx.viewer, "test")
    page = await validations.findings(fresh, record, Slice(first=50))
    found = [edge.node for edge in page.edges if edge.node.rule_code == code]
    return [[piece["definition_id"] for piece in one.evidence] for one in found]


async def seen_by(ctx: Context, definition_id: UUID) -> list[object]:
    """What a reader gets to see of a definition and of how it was validated."""
    fresh = Context(ctx.viewer, "test")
    record = await definitions.get(fresh, definition_id)
    glossary_ = await glossaries.get(fresh, record.glossary_id)
    pages = [
        await validations.findings(fresh, record, Slice(first=50)),
        await validations.findings(fresh, glossary_, Slice(first=50)),
        await validations.page(fresh, Slice(first=50)),
    ]
    return [record, await validations.latest(fresh, record), *([edge.node for edge in page.edges] for page in pages)]


async def many(editor: Context, owner: Glossary, count: int) -> None:
    """Drafts that have nothing to do with each other."""
    items = []
    for place in range(count):
        words = [hashlib.sha256(f"{place} {part}".encode()).hexdigest()[:24].translate(LETTERS) for part in range(4)]
        items.append(UpsertItem(locale="en", term=words[0], text=" ".join(words[1:])))
    for start in range(0, count, 100):
        await bulk.upsert(editor, BulkUpsert(glossary_id=owner.id, items=tuple(items[start : start + 100])))


async def expire() -> None:
    await store.run("UPDATE glossary_upkeep SET lease_until = now()")


async def circle(editor: Context, owner: Glossary) -> tuple[DefinitionRecord, DefinitionRecord]:
    """Two drafts that need each other, not yet looked at."""
    lessor = await writing.draft(editor, owner.id, "lessor", text=LESSOR)
    return lessor, await writing.draft(editor, owner.id, "lease", text=LEASE)


async def test_a_circle_is_held_against_both_until_it_is_broken() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    memory = Memory()
    lessor, lease = await circle(editor, owner)

    await kept(memory)
    closed = [await held_against(editor, one) for one in (lessor, lease)]
    broken = await writing.edit(editor, lessor, text=PLAIN)
    await kept(memory)

    assert closed == [[[str(lease.id)]], [[str(lessor.id)]]]
    assert [await held_against(editor, one) for one in (broken, lease)] == [[], []]
    assert await waiting() == 0


async def test_a_whole_run_scores_the_working_text_and_leaves_the_text_in_force_alone() -> None:
    owner = await writing.glossary()
    lessor = await writing.established(owner.id, "lessor", text=LESSOR)
    before = await store.row("SELECT score, latest_run_id FROM definitions_in_force")
    editor = await writing.somebody(Role.EDITOR)
    lease = await writing.draft(editor, owner.id, "lease", text=LEASE)

    await kept()

    rows = await store.rows("SELECT id, score, verdict FROM definitions ORDER BY id")
    assert [row["verdict"] for row in rows] == ["REJECTED", "REJECTED"]
    assert await store.row("SELECT score, latest_run_id FROM definitions_in_force") == before
    assert await held_against(editor, lessor) == [[str(lease.id)]]


async def test_what_is_found_across_the_glossary_is_nothing_to_readers_of_the_text_in_force() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    lessor = await writing.established(owner.id, "lessor", text=LESSOR)
    await writing.draft(editor, owner.id, "lease", text=LEASE)
    user = await writing.somebody()
    unseen = [await seen_by(ctx, lessor.id) for ctx in (Context(user.viewer, "test"), writing.ANONYMOUS)]

    await kept()

    assert [await seen_by(ctx, lessor.id) for ctx in (Context(user.viewer, "test"), writing.ANONYMOUS)] == unseen
    assert await seen_by(editor, lessor.id) != unseen[0]


async def test_an_author_sees_no_working_text_of_others_through_a_finding() -> None:
    owner, ann, editor = await writing.glossary(), await writing.somebody(), await writing.somebody(Role.EDITOR)
    memory = Memory()
    mine = await writing.draft(ann, owner.id, "lessor", text=LESSOR)
    theirs = await writing.draft(editor, owner.id, "lease", text=LEASE)
    await kept(memory)
    hidden = await held_against(ann, mine)

    own = await writing.draft(ann, owner.id, "landlord", text="owner who pays a steward")
    other = await writing.draft(ann, owner.id, "steward", text="servant of a landlord")
    await kept(memory)

    assert hidden == []
    assert await held_against(editor, mine) == [[str(theirs.id)]]
    assert await held_against(ann, own) == [[str(other.id)]]
    authors = {
        event["author_id"] for event in await writing.events("FindingOpened") if event["definition_id"] == str(mine.id)
    }
    assert None in authors


async def test_one_change_among_many_makes_the_runs_that_it_can_affect() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    memory = Memory()
    lessor = await writing.draft(editor, owner.id, "lessor", text=PLAIN)
    lease = await writing.draft(editor, owner.id, "lease", text=LEASE)
    await many(editor, owner, 58)
    first = await kept(memory)
    before = len(await web_runs())

    await writing.edit(editor, lessor, text=LESSOR)
    await kept(memory)

    assert first == 60
    assert set((await web_runs())[before:]) == {lessor.id, lease.id}


async def test_a_process_that_knows_nothing_makes_the_same_runs() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    lessor = await writing.draft(editor, owner.id, "lessor", text=PLAIN)
    lease = await writing.draft(editor, owner.id, "lease", text=LEASE)
    await many(editor, owner, 20)
    await kept()
    before = len(await web_runs())

    await writing.edit(editor, lessor, text=LESSOR)
    await expire()
    await kept(Memory())

    assert set((await web_runs())[before:]) == {lessor.id, lease.id}


async def test_a_worker_that_dies_before_it_stores_loses_nothing() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    lessor, lease = await circle(editor, owner)
    held = await glossary_changes.claim(Memory().holder, timedelta(seconds=30))
    assert held is not None

    meanwhile = await kept(Memory())
    await expire()
    afterwards = await kept(Memory())

    assert (meanwhile, afterwards) == (0, 2)
    assert [await held_against(editor, one) for one in (lessor, lease)] == [[[str(lease.id)]], [[str(lessor.id)]]]


async def test_a_worker_that_dies_before_it_says_so_doubles_nothing() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await circle(editor, owner)
    rows = await store.rows("SELECT id, glossary_id, definition_ids, concept_ids, created_at FROM glossary_changes")
    await kept()
    told = await writing.told()
    for row in rows:
        await store.run("INSERT INTO glossary_changes VALUES ($1, $2, $3, $4, $5)", *row.values())

    await expire()
    again = await kept(Memory())

    assert again == 0
    assert await waiting() == 0
    assert await writing.told() == told


async def test_a_worker_whose_lease_went_to_another_stores_nothing() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await circle(editor, owner)
    slow = Memory()
    held = await glossary_changes.claim(slow.holder, timedelta(0))
    assert held is not None
    await kept(Memory())
    told = await writing.told()
    await writing.draft(editor, owner.id, "rent", text="sum that a lessor gets")

    with pytest.raises(LeaseLost):
        await upkeep.look(slow, held)

    assert (await writing.told())[len(told) :] == ["DefinitionCreated", "ValidationStatusChanged"]
    assert await waiting() == 1


async def test_a_text_saved_since_it_was_read_is_passed_over_and_looked_at_again() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    memory = Memory()
    lessor, lease = await circle(editor, owner)
    held = await glossary_changes.claim(memory.holder, timedelta(seconds=30))
    assert held is not None
    judged = Judged(lessor.id, lessor.version, checking.entry(lessor), ())
    edited = await writing.edit(editor, lessor, text=PLAIN)

    stored = await upkeep_storing.store(held, owner, [judged])
    await kept(memory)

    assert stored == 0
    assert [await held_against(editor, one) for one in (edited, lease)] == [[], []]


async def test_a_waiver_survives_another_look_and_a_gate_counts_what_is_not_waived() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    memory = Memory()
    lessor, lease = await circle(editor, owner)
    await kept(memory)
    page = await validations.findings(editor, lease, Slice(first=50))
    found = next(edge.node for edge in page.edges if edge.node.rule_code == "GLO-01")

    waived = await waivers.waive(editor, found.id, reason="agreed")
    await writing.edit(editor, lessor, notes=("Of a dwelling.",))
    await kept(memory)
    await validations.start(editor, lease.id)

    again = await validations.finding(Context(editor.viewer, "test"), waived.id)
    assert again.waiver is not None
    assert await held_against(editor, lease) == [[str(lessor.id)]]


async def test_rules_that_changed_bring_the_whole_glossary_up_to_date() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    memory = Memory()
    await circle(editor, owner)
    await kept(memory)

    await store.run("UPDATE glossaries SET profile = 'iso704'")
    async with work(editor) as tell:
        tell.touch(owner.id)
    await kept(memory)

    rows = await store.rows("SELECT DISTINCT profile_fingerprint FROM validation_runs WHERE is_web")
    assert len(rows) == 2


async def test_an_archived_definition_is_out_of_the_web() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    memory = Memory()
    lessor, lease = await circle(editor, owner)
    await kept(memory)

    gone = await writing.step(editor, lessor, Transition.ARCHIVE)
    await kept(memory)

    assert [await held_against(editor, one) for one in (gone, lease)] == [[], []]


async def test_a_validation_asked_for_leaves_the_standing_findings_and_gets_its_whole_run() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    memory = Memory()
    lessor, lease = await circle(editor, owner)
    await kept(memory)
    before = await store.rows("SELECT id FROM findings WHERE is_web AND resolved_run_id IS NULL ORDER BY id")

    await validations.start(editor, lessor.id)
    await run_work.work_one(Context(SYSTEM, "test"))
    runs = await kept(memory)

    assert runs == 1
    assert await store.rows("SELECT id FROM findings WHERE is_web AND resolved_run_id IS NULL ORDER BY id") == before
    assert await held_against(editor, lease) == [[str(lessor.id)]]


async def test_a_discarded_draft_takes_the_circle_along() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    memory = Memory()
    lessor = await writing.established(owner.id, "lessor", text=PLAIN)
    lease = await writing.draft(editor, owner.id, "lease", text=LEASE)
    redraft = await writing.edit(editor, lessor, text=LESSOR)
    await kept(memory)
    closed = await held_against(editor, redraft)

    back = await writing.step(editor, redraft, Transition.DISCARD_DRAFT)
    await kept(memory)

    assert closed == [[str(lease.id)]]
    assert [await held_against(editor, one) for one in (back, lease)] == [[], []]


async def test_what_enters_force_has_the_score_of_its_own_text() -> None:
    owner = await writing.glossary()
    author, approver = await writing.somebody(Role.EDITOR), await writing.somebody(Role.EDITOR)
    memory = Memory()
    lessor = await writing.draft(author, owner.id, "tenant", text="person to whom a steward lets a dwelling")
    await writing.draft(author, owner.id, "steward", text="servant of a tenant, a guest and a butler")
    own = await store.row("SELECT latest_run_id, score FROM definitions WHERE id = $1", lessor.id)
    await kept(memory)
    whole = await store.row("SELECT latest_run_id, score FROM definitions WHERE id = $1", lessor.id)
    submitted = await writing.step(author, lessor, Transition.SUBMIT)

    with pytest.raises(GateRefused, match="comes back to its own term"):
        await writing.step(approver, submitted, Transition.APPROVE, override_reason="known to all")
    await store.run("UPDATE findings SET severity = 'WARNING' WHERE is_web")
    await writing.step(approver, submitted, Transition.APPROVE, override_reason="known to all")

    assert whole != own
    assert await store.row("SELECT latest_run_id, score FROM definitions_in_force") == own


async def test_a_failure_puts_one_glossary_off_and_not_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    editor, memory = await writing.somebody(Role.EDITOR), Memory()
    broken, sound = await writing.glossary("broken"), await writing.glossary("sound")
    await writing.draft(editor, broken.id, "lessor", text=PLAIN)
    await writing.draft(editor, sound.id, "lessor", text=PLAIN)
    everything = upkeep_items.everything

    async def failing(glossary_id: UUID) -> list[upkeep_items.Read]:
        if glossary_id == broken.id:
            raise LookupError
        return await everything(glossary_id)

    monkeypatch.setattr(upkeep_items, "everything", failing)
    runs = await kept(memory)
    left = [len((await glossary_changes.waiting(one.id)).ids) for one in (broken, sound)]
    monkeypatch.undo()
    await expire()

    assert (runs, left) == (1, [1, 0])
    assert await kept(memory) == 1


async def test_a_lease_that_ends_in_between_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await circle(editor, owner)
    memory = Memory()
    everything = upkeep_items.everything

    async def overtaken(glossary_id: UUID) -> list[upkeep_items.Read]:
        found = await everything(glossary_id)
        await expire()
        assert await glossary_changes.claim(Memory().holder, timedelta(0)) is not None
        return found

    monkeypatch.setattr(upkeep_items, "everything", overtaken)
    did = await upkeep.work_one(memory)

    assert did
    assert (await web_runs(), memory.recall(owner.id)) == ([], None)


async def test_an_import_under_way_is_waited_for() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    row = ImportRow(line=1, term="lessor", text=PLAIN, locale="en", given=frozenset())
    job = await imports.start(editor, owner.id, [row])
    claim = await job_work.claimed(job.id)
    assert claim is not None
    await writing.draft(editor, owner.id, "lease", text=LEASE)

    meanwhile = await kept()
    await job_work.carry_out(claim, asyncio.Event())

    assert (meanwhile, await kept()) == (0, 2)


async def test_the_webs_used_last_stay_in_memory() -> None:
    editor, memory = await writing.somebody(Role.EDITOR), Memory(most=3)
    first, second = await writing.glossary("first"), await writing.glossary("second")

    await circle(editor, first)
    await kept(memory)
    known = memory.recall(first.id)
    await circle(editor, second)
    await kept(memory)

    assert known is not None
    assert memory.recall(first.id) is None
    assert memory.recall(second.id) is not None

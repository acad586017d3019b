"""Laws that hold after any walk through the workflow."""

import random

import pytest

from models import definition_writes
from models import store as stores
from models.errors import Refusal
from models.kinds import Role, Transition
from models.records import DefinitionRecord
from resolvers.context import Context
from tests.resolvers import writing

pytestmark = pytest.mark.usefixtures("store")

TEXTS = (
    writing.GOOD,
    "organised list of names that belong to a trade",
    "is when you pay",
    "glossary",
    "",
    "ordered set of words with what they mean",
)

# Approvals must come often enough for drafts to have something in force behind them; archived ones end most walks.
LIKELY = (
    *Transition,
    *[Transition.SUBMIT, Transition.APPROVE, Transition.RESTORE] * 4,
    *[Transition.DISCARD_DRAFT] * 2,
)

# Each statement finds the rows that break one law; together they find none.
LAWS = {
    "something is in force exactly where its definition says so": """
        SELECT d.id FROM definitions d LEFT JOIN definitions_in_force f ON f.definition_id = d.id
        WHERE d.established_version IS DISTINCT FROM f.version""",
    "what is in force is what that version said": """
        SELECT f.definition_id FROM definitions_in_force f JOIN definition_versions v
            ON v.definition_id = f.definition_id AND v.number = f.version
        WHERE v.text_hash <> f.text_hash OR v.status <> 'ESTABLISHED' OR v.concept_id <> f.concept_id""",
    "versions have no gaps": """
        SELECT d.id FROM definitions d JOIN definition_versions v ON v.definition_id = d.id
        GROUP BY d.id HAVING count(*) <> d.version OR max(v.number) <> d.version""",
    "the last version is the working text": """
        SELECT d.id FROM definitions d JOIN definition_versions v ON v.definition_id = d.id AND v.number = d.version
        WHERE v.text_hash <> d.text_hash OR v.status <> d.status""",
    "the score is that of a run of this text": """
        SELECT d.id FROM definitions d JOIN validation_runs r ON r.id = d.latest_run_id
        WHERE r.text_hash <> d.text_hash OR r.score <> d.score""",
    "every version is on record": """
        SELECT d.id FROM definitions d
        WHERE d.version <> (SELECT count(*) FROM audit_log a WHERE a.subject_id = d.id)""",
    "every version is told": """
        SELECT v.id FROM definition_versions v WHERE NOT EXISTS (SELECT 1 FROM outbox o
            WHERE o.subject_id = v.definition_id AND (o.data ->> 'version')::int = v.number)""",
    "no fault stands twice": """
        SELECT definition_id FROM findings WHERE resolved_run_id IS NULL
        GROUP BY definition_id, fingerprint HAVING count(*) > 1""",
}


async def moved(ctx: Context, record: DefinitionRecord, dice: random.Random) -> DefinitionRecord:
    """The definition after one more thing happened to it, or was refused."""
    try:
        if dice.random() < 0.3:
            return await writing.edit(ctx, record, text=dice.choice(TEXTS))
        return await writing.step(ctx, record, dice.choice(LIKELY), note="why", override_reason="because")
    except Refusal:
        row = await definition_writes.find(record.id)
        assert row is not None
        return definition_writes.record(row)


async def walk(seed: int) -> None:
    """Two editors at work on two definitions of one glossary."""
    dice = random.Random(seed)
    glossary = await writing.glossary()
    editors = [await writing.somebody(Role.EDITOR) for _ in range(2)]
    records = [await writing.draft(editors[0], glossary.id, term) for term in ("glossary", "word list")]
    for _ in range(40):
        index = dice.randrange(2)
        records[index] = await moved(dice.choice(editors), records[index], dice)


@pytest.mark.parametrize("seed", range(8))
async def test_rows_agree_after_any_walk(seed: int) -> None:
    await walk(seed)

    broken = {law: await stores.rows(statement) for law, statement in LAWS.items()}
    assert {law: rows for law, rows in broken.items() if rows} == {}

"""Rows of glossaries and of what their steps demand: added, locked, changed. Inside a transaction."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID

from models import store
from models.glossary import GateRule, Glossary
from models.keys import term_key, uuid7

name_key = term_key
"""What two spellings of one name share, and what glossaries are sorted by."""


async def lock(glossary_id: UUID) -> Glossary | None:
    """The row, locked until the transaction ends."""
    return await Glossary.filter(id=glossary_id).select_for_update().first()


async def holder_of_slug(slug: str) -> UUID | None:
    """Whoever has this key; until the transaction ends nobody else can take it."""
    await store.rows("SELECT pg_advisory_xact_lock(hashtextextended('glossary:' || $1, 0))", slug)
    row = await store.row("SELECT id FROM glossaries WHERE slug = $1::text", slug)
    return None if row is None else row["id"]


async def add(fields: Mapping[str, object]) -> Glossary:
    """A new row with these columns."""
    glossary = Glossary(**fields)
    await glossary.save(force_create=True)
    return glossary


async def change(glossary: Glossary, fields: Mapping[str, object]) -> None:
    """The row and its instance hold these columns, one version further."""
    changed = {**fields, "version": glossary.version + 1, "updated_at": datetime.now(UTC)}
    glossary.update_from_dict(changed)
    await glossary.save(update_fields=list(changed))


async def put_gate_rules(glossary_id: UUID, rules: Sequence[Mapping[str, object]]) -> None:
    """These rules replace those of the same step and code."""
    rows = [GateRule(id=uuid7(), glossary_id=glossary_id, **rule) for rule in rules]
    await GateRule.bulk_create(
        rows,
        on_conflict=["glossary_id", "transition", "code"],
        update_fields=["is_enabled", "is_overridable", "required"],
    )

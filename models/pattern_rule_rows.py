"""Rules of a glossary's own: added, retired, and found by code or glossary by those who may know of the glossary."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID

from models import store, visibility
from models.glossary import PatternRule
from models.visibility import Reader
from rules.kit import Severity

_FIELDS = (
    "id", "glossary_id", "code", "name", "question", "severity", "locale", "pattern", "examples", "created_at", "created_by_id",
    "retired_at",
)  # fmt: skip
_COLUMNS = ", ".join(f"r.{name}" for name in _FIELDS)


async def holder_of_code(code: str) -> UUID | None:
    """The glossary whose rule has or had this code; until the transaction ends nobody else can take it."""
    await store.rows("SELECT pg_advisory_xact_lock(hashtextextended('rule:' || $1, 0))", code)
    row = await store.row("SELECT glossary_id FROM pattern_rules WHERE code = $1::text", code)
    return None if row is None else row["glossary_id"]


async def add(fields: Mapping[str, object]) -> PatternRule:
    """A new row with these columns."""
    row = PatternRule(**fields)
    await row.save(force_create=True)
    return row


async def retire(row: PatternRule) -> None:
    """The rule is no longer applied; its code stays taken."""
    row.retired_at = datetime.now(UTC)
    await row.save(update_fields=["retired_at"])


async def by_codes(reader: Reader, codes: Sequence[str]) -> dict[str, PatternRule]:
    """Those of the rules whose glossary the reader may know of, retired ones included."""
    return {row.code: row for row in await _select(reader, "r.code = ANY($1::text[])", list(codes))}


async def of_glossaries(reader: Reader, glossary_ids: Sequence[UUID]) -> list[PatternRule]:
    """The rules of those glossaries that the reader may know of, retired ones included, by code."""
    return await _select(reader, "r.glossary_id = ANY($1::uuid[])", list(glossary_ids))


async def _select(reader: Reader, condition: str, value: object) -> list[PatternRule]:
    rows = await store.rows(
        f"""SELECT {_COLUMNS} FROM pattern_rules r JOIN glossaries g ON g.id = r.glossary_id
        WHERE {condition} AND {visibility.glossary_predicate(reader)} ORDER BY r.code COLLATE "C" """,
        value,
    )
    return [_rule(row) for row in rows]


def _rule(row: store.Row) -> PatternRule:
    fields = {name: row[name] for name in _FIELDS} | {"severity": Severity(row["severity"])}
    return PatternRule.construct(_saved_in_db=True, **fields)

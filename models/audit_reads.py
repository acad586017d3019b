"""Entries of the audit trail, read: newest first, as a filter asks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from models import store
from models.audit import AuditEntry
from models.paging import Key, Listing
from models.value_filters import (
    DateTimeFilter,
    IdFilter,
    StringFilter,
    date_conditions,
    id_conditions,
    string_conditions,
)
from models.values import Values

KEYS = (Key("d.id", "uuid", is_descending=True),)
"""Keys are UUIDv7: their order is that of time, to the millisecond."""
_COLUMNS = (
    "id",
    "occurred_at",
    "actor_kind",
    "actor_id",
    "action",
    "subject_kind",
    "subject_id",
    "changes",
    "request_id",
)
_SLACK_MS = 3_600_000
"""An entry's key is made when its transaction ends, its instant is when it began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFilter:
    """What entries must have in common; null asks nothing."""

    actor_id: IdFilter[UUID] | None = None
    subject_id: IdFilter[UUID] | None = None
    action: StringFilter | None = None
    occurred_at: DateTimeFilter | None = None


def listing(filter_: AuditFilter, subject_id: UUID | None = None) -> Listing:
    """The entries that the filter asks for, of one subject or of all."""
    values = Values()
    conditions = _conditions(filter_, values)
    if subject_id is not None:
        conditions.append(f"d.subject_id = {values.add(subject_id)}::uuid")
    return Listing(("SELECT * FROM audit_log",), KEYS, values, " AND ".join(conditions) or "TRUE")


async def by_id(entry_id: UUID) -> AuditEntry | None:
    """The entry."""
    return await AuditEntry.get_or_none(id=entry_id)


def entry(row: store.Row) -> AuditEntry:
    """The entry of a row of the listing."""
    return AuditEntry(**{name: row[name] for name in _COLUMNS})


def _conditions(filter_: AuditFilter, values: Values) -> list[str]:
    conditions: list[str] = []
    if filter_.actor_id:
        conditions += id_conditions(filter_.actor_id, "d.actor_id", values)
    if filter_.subject_id:
        conditions += id_conditions(filter_.subject_id, "d.subject_id", values)
    if filter_.action:
        conditions += string_conditions(filter_.action, "d.action", "lower(d.action)", values)
    if filter_.occurred_at:
        conditions += date_conditions(filter_.occurred_at, "d.occurred_at", values)
        conditions += _key_conditions(filter_.occurred_at, values)
    return conditions


def _key_conditions(asked: DateTimeFilter, values: Values) -> list[str]:
    """Bounds on the key that follow from those on the instant: partitions outside of them are not read."""
    lowest = max((bound for bound in (asked.gt, asked.gte) if bound), default=None)
    highest = min((bound for bound in (asked.lt, asked.lte) if bound), default=None)
    conditions = [f"d.id >= {values.add(_first_key(lowest, -_SLACK_MS))}::uuid"] if lowest else []
    return conditions + ([f"d.id < {values.add(_first_key(highest, _SLACK_MS))}::uuid"] if highest else [])


def _first_key(instant: datetime, slack_ms: int) -> UUID:
    milliseconds = max(int(instant.timestamp() * 1000) + slack_ms, 0)
    return UUID(int=min(milliseconds, (1 << 48) - 1) << 80)

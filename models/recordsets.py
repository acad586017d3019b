"""Values as rows of a JSON recordset, which `json_to_recordset` turns into SQL rows."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from models.records import Json


def all_of(values: Sequence[object]) -> list[Json]:
    """The fields of each slotted dataclass value by name, in a form that JSON can hold; what they hold is not copied."""
    return [plain(fields(value)) for value in values]


def fields(value: object) -> Json:
    """The fields of a slotted dataclass value by name. `dataclasses.asdict` copies deeply: half the time of a bulk upsert."""
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]


def plain(fields_: Json) -> Json:
    """The same fields; identities and instants are texts."""
    return {name: _text(value) if isinstance(value, UUID | datetime) else value for name, value in fields_.items()}


def _text(value: UUID | datetime) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)

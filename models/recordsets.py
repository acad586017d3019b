"""Values as rows of a JSON recordset, which `json_to_recordset` turns into SQL rows."""

from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from datetime import datetime
from uuid import UUID

from models.records import Json


def all_of(values: Sequence[object]) -> list[Json]:
    """The fields of each dataclass value by name, in a form that JSON can hold; fields of fields as they are."""
    return [plain(asdict(value)) for value in values if is_dataclass(value) and not isinstance(value, type)]


def plain(fields: Json) -> Json:
    """The same fields; identities and instants are texts."""
    return {name: _text(value) if isinstance(value, UUID | datetime) else value for name, value in fields.items()}


def _text(value: UUID | datetime) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)

"""Records: a numbered event on its way from the log through Redis, and as the typed value that was told."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from models.kinds import DefinitionStatus, RunStatus
from models.outbox import NumberedEvent
from rules.kit import Severity
from subscriptions import cloud_events, events
from subscriptions.envelope import Topic
from subscriptions.events import Event

_TYPES: dict[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}
_TOPICS: dict[type[Event], Topic] = {
    **dict.fromkeys(get_args(events.DefinitionEvent), Topic.DEFINITIONS),
    **dict.fromkeys(get_args(events.ValidationEvent), Topic.VALIDATIONS),
    **dict.fromkeys(get_args(events.JobEvent), Topic.JOBS),
}
_UUID_FIELDS = frozenset(
    {"definition_id", "glossary_id", "author_id", "run_id", "finding_id", "previous_finding_id", "job_id"}
)


class Unreadable(Exception):
    """A record that this version of the server cannot read: it is skipped, never guessed at."""


@dataclass(frozen=True, slots=True)
class Record:
    """An event with its place in the stream."""

    seq: int
    occurred_at: datetime
    event: Event

    @property
    def topic(self) -> Topic:
        """The stream that it belongs to."""
        return _TOPICS[type(self.event)]


def of(row: NumberedEvent) -> Record:
    """The record of a row of the log.

    Raises:
        Unreadable: the type is unknown or a field is missing or of another type.
    """
    return Record(row.seq, row.occurred_at, _typed(row.type, row.data))


def packed(row: NumberedEvent, epoch: str) -> dict[str, str]:
    """The fields of the row's entry in the Redis stream: the attributes of a CloudEvent, and its data as JSON."""
    data = json.dumps(row.data, ensure_ascii=False, separators=(",", ":"))
    return {**cloud_events.attributes(row, epoch), "data": data}


def unpacked(seq: int, entry: Mapping[bytes | str, bytes | str]) -> Record:
    """The record of an entry of the Redis stream.

    Raises:
        Unreadable: the entry is not one of ours.
    """
    texts = {_text(name): _text(value) for name, value in entry.items()}
    try:
        type_ = texts["type"].removeprefix(cloud_events.PREFIX)
        return Record(seq, datetime.fromisoformat(texts["time"]), _typed(type_, json.loads(texts["data"])))
    except (KeyError, ValueError) as err:
        raise Unreadable(f"entry {seq} of the stream") from err


def event_id(entry: Mapping[bytes | str, bytes | str]) -> str:
    """The id of the event in an entry of the Redis stream; empty when it has none."""
    return next((_text(value) for name, value in entry.items() if _text(name) == "id"), "")


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value


def _typed(type_: str, data: Mapping[str, object]) -> Event:
    kind = _TYPES.get(type_)
    if kind is None:
        raise Unreadable(f"no event type {type_}")
    try:
        values: dict[str, Any] = {
            item.name: _value(kind, item.name, data[item.name]) for item in fields(kind) if item.name in data
        }
        return kind(**values)
    except (TypeError, ValueError, AttributeError) as err:
        raise Unreadable(f"event {type_} with other fields") from err


def _value(kind: type[Event], name: str, value: object) -> object:
    if value is None:
        return None
    if name in _UUID_FIELDS:
        return UUID(str(value))
    if name == "severity":
        return Severity(str(value))
    if name in {"before", "after"}:
        text = str(value)
        return DefinitionStatus(text) if kind is events.DefinitionStatusChanged else RunStatus(text)
    return value

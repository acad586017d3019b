from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from models.kinds import DefinitionStatus, RunStatus
from models.outbox import NumberedEvent
from rules.kit import Severity
from subscriptions import events, record
from subscriptions.envelope import Topic
from subscriptions.events import Event
from subscriptions.record import Unreadable

_ID = UUID(int=1)
_ABOUT: dict[str, Any] = {"definition_id": _ID, "glossary_id": UUID(int=2), "author_id": None}
_TIME = datetime(2026, 11, 24, 12, tzinfo=UTC)

EVENTS: list[Event] = [
    events.DefinitionCreated(**_ABOUT, version=1),
    events.DefinitionUpdated(**_ABOUT, version=2, concerns_force=True),
    events.DefinitionStatusChanged(
        **_ABOUT, version=2, before=DefinitionStatus.DRAFT, after=DefinitionStatus.IN_REVIEW, enters_force=True
    ),
    events.DefinitionRemoved(**_ABOUT),
    events.ValidationStatusChanged(**_ABOUT, run_id=_ID, before=None, after=RunStatus.QUEUED),
    events.ValidationProgressed(**_ABOUT, run_id=_ID, evaluated_rule_count=1, rule_count=2),
    events.FindingOpened(**_ABOUT, run_id=_ID, finding_id=_ID, severity=Severity.ERROR),
    events.FindingChanged(**_ABOUT, run_id=None, finding_id=_ID, previous_finding_id=_ID, severity=Severity.INFO),
    events.FindingResolved(
        **_ABOUT, run_id=_ID, finding_id=_ID, fingerprint="f", rule_code="R", severity=Severity.WARNING
    ),
    events.RuleSettingsChanged(glossary_id=_ID, profile_fingerprint="f"),
    events.JobStatusChanged(
        job_id=_ID, glossary_id=None, author_id=_ID, before=RunStatus.QUEUED, after=RunStatus.RUNNING
    ),
    events.JobProgressed(job_id=_ID, glossary_id=_ID, author_id=_ID, done_count=1, total_count=None),
]


def _row(type_: str, data: dict[str, object]) -> NumberedEvent:
    return NumberedEvent(7, _ID, type_, None, _ID, data, _TIME, None)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_event_survives_the_log_and_redis(event: Event) -> None:
    fields = events.outbox_fields(event)
    data = fields["data"]
    assert isinstance(data, dict)
    row = _row(type(event).__name__, data)

    through_redis = record.unpacked(7, {key.encode(): value.encode() for key, value in record.packed(row, "e").items()})

    assert record.of(row).event == event
    assert through_redis == record.of(row)


def test_topic_follows_the_type() -> None:
    topics = [record.Record(1, _TIME, event).topic for event in EVENTS]

    assert topics == [Topic.DEFINITIONS] * 4 + [Topic.VALIDATIONS] * 6 + [Topic.JOBS] * 2


@pytest.mark.parametrize(
    ("type_", "data"),
    [("Unknown", {}), ("DefinitionCreated", {}), ("DefinitionCreated", {"definition_id": "no id"})],
)
def test_event_of_another_version_is_unreadable(type_: str, data: dict[str, object]) -> None:
    with pytest.raises(Unreadable):
        record.of(_row(type_, data))


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {b"type": b"DefinitionRemoved", b"time": b"yesterday", b"data": b"{}"},
        {"type": "x", "time": "2026-11-24", "data": "{"},
    ],
)
def test_foreign_entry_is_unreadable(entry: dict[bytes | str, bytes | str]) -> None:
    with pytest.raises(Unreadable):
        record.unpacked(1, entry)


def test_field_of_a_later_version_is_ignored() -> None:
    data: dict[str, Any] = {**events.outbox_fields(EVENTS[0])["data"], "later": 1}  # type: ignore[dict-item]

    assert record.of(_row("DefinitionCreated", data)).event == EVENTS[0]

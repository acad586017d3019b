"""The contract of events: attributes of CloudEvents 1.0, a schema per type, and names of the business."""

import json
from datetime import UTC, datetime
from typing import TypedDict
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator, ValidationError  # type: ignore[import-untyped]

from models.kinds import DefinitionStatus, RunStatus
from models.outbox import NumberedEvent
from rules.kit import Severity
from server import home
from subscriptions import cloud_events, event_pages, events
from subscriptions.events import Event

ID = UUID(int=1)


class Of(TypedDict):
    """Whose event it is."""

    definition_id: UUID
    glossary_id: UUID
    author_id: UUID | None


OF: Of = {"definition_id": ID, "glossary_id": ID, "author_id": None}
SAMPLES: list[Event] = [
    events.DefinitionCreated(**OF, version=1),
    events.DefinitionUpdated(**OF, version=2),
    events.DefinitionStatusChanged(**OF, version=2, before=DefinitionStatus.DRAFT, after=DefinitionStatus.IN_REVIEW),
    events.DefinitionRemoved(**OF),
    events.ValidationStatusChanged(**OF, run_id=ID, before=None, after=RunStatus.SUCCEEDED),
    events.ValidationProgressed(**OF, run_id=ID, evaluated_rule_count=1, rule_count=2),
    events.FindingOpened(**OF, finding_id=ID, run_id=ID, severity=Severity.ERROR),
    events.FindingChanged(**OF, previous_finding_id=ID, finding_id=ID, run_id=None, severity=Severity.INFO),
    events.FindingResolved(**OF, finding_id=ID, fingerprint="f", rule_code="FRM-01", run_id=ID, severity=Severity.INFO),
    events.RuleSettingsChanged(glossary_id=ID, profile_fingerprint="f"),
    events.JobStatusChanged(job_id=ID, glossary_id=None, author_id=None, before=None, after=RunStatus.QUEUED),
    events.JobProgressed(job_id=ID, glossary_id=ID, author_id=ID, done_count=1, total_count=None),
]  # fmt: skip


def validator(schema: dict[str, object]) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def row(event: Event) -> NumberedEvent:
    fields = events.outbox_fields(event)
    data = json.loads(json.dumps(fields["data"]))
    assert isinstance(fields["subject_id"], UUID)
    return NumberedEvent(
        7,
        ID,
        type(event).__name__,
        event.glossary_id,
        fields["subject_id"],
        data,
        datetime(2026, 1, 1, tzinfo=UTC),
        None,
    )


def test_every_type_has_a_sample_here() -> None:
    assert [type(event).__name__ for event in SAMPLES] == list(event_pages.TYPES)


@pytest.mark.parametrize("event", SAMPLES, ids=lambda event: type(event).__name__)
def test_an_event_keeps_to_its_schemas(event: Event) -> None:
    told = cloud_events.structured(row(event), "e")

    validator(event_pages.envelope_schema()).validate(told)
    validator(event_pages.data_schema(type(event))).validate(told["data"])


def test_data_of_another_shape_are_refused() -> None:
    data = row(SAMPLES[0]).data

    for wrong in (data | {"version": "1"}, data | {"glossary_id": None}, {}):
        with pytest.raises(ValidationError):
            validator(event_pages.data_schema(events.DefinitionCreated)).validate(wrong)


def test_the_attributes_are_those_of_cloud_events() -> None:
    assert cloud_events.attributes(row(SAMPLES[0]), "e") == {
        "specversion": "1.0",
        "id": str(ID),
        "source": "urn:begrip:stream:e",
        "type": "begrip.DefinitionCreated",
        "subject": str(ID),
        "time": "2026-01-01T00:00:00+00:00",
        "datacontenttype": "application/json",
        "dataschema": "urn:begrip:event:DefinitionCreated:1",
        "epoch": "e",
        "sequence": "00000000000000000007",
        "partitionkey": str(ID),
        "businessname": "DefinitionCreated",
    }


def test_names_of_the_business() -> None:
    named = {
        type(event).__name__: cloud_events.business_name(type(event).__name__, row(event).data) for event in SAMPLES
    }

    assert {ours: name for ours, name in named.items() if name} == {
        "DefinitionCreated": "DefinitionCreated",
        "DefinitionUpdated": "DefinitionUpdated",
        "ValidationStatusChanged": "DefinitionValidated",
        "RuleSettingsChanged": "ValidationRuleChanged",
    }
    assert cloud_events.business_name("ValidationStatusChanged", {"after": "FAILED"}) is None


@pytest.mark.parametrize("name", sorted(event_pages.pages()))
def test_the_committed_contract_is_the_generated_one(name: str) -> None:
    assert (home.PROJECT / "docs" / "events" / name).read_text(encoding="utf-8") == event_pages.pages()[name]

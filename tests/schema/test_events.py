"""From an envelope to what a subscriber reads."""

from datetime import UTC, datetime
from typing import TypedDict
from uuid import UUID

from models import store as stores
from models.kinds import DefinitionStatus, Role, RunStatus
from models.records import DefinitionRecord
from resolvers import bulk_validations
from resolvers.context import Context
from rules.kit import Severity
from schema import event, ids
from subscriptions import events
from subscriptions.envelope import Checkpoint, Envelope, Gap, Topic
from tests.resolvers import writing
from tests.schema.asking import Answer, ask

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
DEFINITIONS = """subscription { definitionEvents { cursor occurredAt event { __typename
  ... on DefinitionCreated { definition { id } } ... on DefinitionUpdated { definition { id } version { number } }
  ... on DefinitionStatusChanged { definition { status } from to } ... on DefinitionRemoved { definitionId }
  ... on StreamCheckpoint { isFirst } ... on StreamGap { requestedAfter oldestAvailable } } } }"""
VALIDATIONS = """subscription { validationEvents { event { __typename
  ... on ValidationStatusChanged { run { status } was: from now: to } ... on ValidationProgressed { run { id } evaluatedRuleCount ruleCount }
  ... on FindingOpened { run { id } finding { id } } ... on FindingChanged { changing: run { id } previousFindingId finding { id } }
  ... on FindingResolved { run { id } findingId fingerprint rule { code } definition { id } }
  ... on RuleSettingsChanged { glossary { slug } profileFingerprint } ... on StreamCheckpoint { isFirst } } } }"""
JOBS = """subscription { jobEvents(jobId: "x") { event { __typename
  ... on JobStatusChanged { job { id } from to } ... on JobProgressed { job { id } doneCount totalCount } } } }"""


async def told(document: str, ctx: Context, topic: Topic, happened: events.Event | Checkpoint | Gap) -> Answer:
    """What a subscriber reads of one envelope."""
    root = event.message(Envelope(topic=topic, cursor="c", occurred_at=NOON, event=happened))
    return await ask(document, ctx, root_value=root)


async def faulty(editor: Context) -> DefinitionRecord:
    owner = await writing.glossary()
    return await writing.draft(editor, owner.id, text="is when a glossary holds a glossary")


class About(TypedDict):
    definition_id: UUID
    glossary_id: UUID
    author_id: UUID | None


class AboutJob(TypedDict):
    job_id: UUID
    glossary_id: UUID
    author_id: UUID | None


def about(record: DefinitionRecord) -> About:
    return {"definition_id": record.id, "glossary_id": record.glossary_id, "author_id": record.created_by_id}


async def test_events_of_definitions_read_their_objects_on_delivery(store: stores.Store) -> None:
    editor = await writing.somebody(Role.EDITOR)
    record = await faulty(editor)
    of = about(record)

    created = await told(DEFINITIONS, editor, Topic.DEFINITIONS, events.DefinitionCreated(**of, version=1))
    updated = await told(DEFINITIONS, editor, Topic.DEFINITIONS, events.DefinitionUpdated(**of, version=1))
    stepped = await told(
        DEFINITIONS,
        editor,
        Topic.DEFINITIONS,
        events.DefinitionStatusChanged(
            **of, version=1, before=DefinitionStatus.DRAFT, after=DefinitionStatus.IN_REVIEW
        ),
    )
    removed = await told(DEFINITIONS, editor, Topic.DEFINITIONS, events.DefinitionRemoved(**of))

    key = ids.of(record)
    assert created["definitionEvents"] == {
        "cursor": "c",
        "occurredAt": "2026-11-24T12:00:00Z",
        "event": {"__typename": "DefinitionCreated", "definition": {"id": key}},
    }
    assert updated["definitionEvents.event"] == {
        "__typename": "DefinitionUpdated",
        "definition": {"id": key},
        "version": {"number": 1},
    }
    assert stepped["definitionEvents.event"] == {
        "__typename": "DefinitionStatusChanged",
        "definition": {"status": "DRAFT"},
        "from": "DRAFT",
        "to": "IN_REVIEW",
    }
    assert removed["definitionEvents.event"] == {"__typename": "DefinitionRemoved", "definitionId": key}


async def test_an_event_about_a_hidden_definition_has_no_data(store: stores.Store) -> None:
    record = await faulty(await writing.somebody(Role.EDITOR))

    answer = await told(
        DEFINITIONS,
        writing.ANONYMOUS,
        Topic.DEFINITIONS,
        events.DefinitionCreated(**about(record), version=1),
    )

    assert answer.data is None
    assert str(answer.errors[0].message).startswith("Cannot return null for non-nullable field")


async def test_events_of_validation_read_their_objects_on_delivery(store: stores.Store) -> None:
    editor = await writing.somebody(Role.EDITOR)
    of = about(await faulty(editor))
    found = await ask("{ definitions { nodes { id latestValidation { id } findings { nodes { id } } } } }", editor)
    run, finding = (
        str(found["definitions.nodes.0.latestValidation.id"]),
        str(found["definitions.nodes.0.findings.nodes.0.id"]),
    )
    run_id, finding_id = ids.decode("ValidationRun", run), ids.decode("Finding", finding)

    async def read(happened: events.Event) -> object:
        return (await told(VALIDATIONS, editor, Topic.VALIDATIONS, happened))["validationEvents.event"]

    assert await read(events.ValidationStatusChanged(**of, run_id=run_id, before=None, after=RunStatus.SUCCEEDED)) == {
        "__typename": "ValidationStatusChanged",
        "run": {"status": "SUCCEEDED"},
        "was": None,
        "now": "SUCCEEDED",
    }
    assert await read(events.ValidationProgressed(**of, run_id=run_id, evaluated_rule_count=1, rule_count=2)) == {
        "__typename": "ValidationProgressed",
        "run": {"id": run},
        "evaluatedRuleCount": 1,
        "ruleCount": 2,
    }
    assert await read(events.FindingOpened(**of, run_id=run_id, finding_id=finding_id, severity=Severity.ERROR)) == {
        "__typename": "FindingOpened",
        "run": {"id": run},
        "finding": {"id": finding},
    }
    assert await read(
        events.FindingChanged(
            **of, run_id=None, finding_id=finding_id, previous_finding_id=finding_id, severity=Severity.ERROR
        )
    ) == {"__typename": "FindingChanged", "changing": None, "previousFindingId": finding, "finding": {"id": finding}}
    assert await read(
        events.FindingResolved(
            **of,
            run_id=run_id,
            finding_id=finding_id,
            fingerprint="f",
            rule_code="FRM-01",
            severity=Severity.ERROR,
        )
    ) == {
        "__typename": "FindingResolved",
        "run": {"id": run},
        "findingId": finding,
        "fingerprint": "f",
        "rule": {"code": "FRM-01"},
        "definition": {"id": found["definitions.nodes.0.id"]},
    }
    assert await read(events.RuleSettingsChanged(glossary_id=of["glossary_id"], profile_fingerprint="p")) == {
        "__typename": "RuleSettingsChanged",
        "glossary": {"slug": "renting"},
        "profileFingerprint": "p",
    }


async def test_events_of_jobs_read_their_job(store: stores.Store) -> None:
    editor = await writing.somebody(Role.EDITOR)
    record = await faulty(editor)
    job = (await bulk_validations.start(editor, record.glossary_id)).job
    of = AboutJob(job_id=job.id, glossary_id=record.glossary_id, author_id=editor.viewer.user_id)

    changed = await told(
        JOBS, editor, Topic.JOBS, events.JobStatusChanged(**of, before=RunStatus.QUEUED, after=RunStatus.RUNNING)
    )
    progressed = await told(JOBS, editor, Topic.JOBS, events.JobProgressed(**of, done_count=1, total_count=None))

    key = {"id": ids.of(job)}
    assert changed["jobEvents.event"] == {
        "__typename": "JobStatusChanged",
        "job": key,
        "from": "QUEUED",
        "to": "RUNNING",
    }
    assert progressed["jobEvents.event"] == {
        "__typename": "JobProgressed",
        "job": key,
        "doneCount": 1,
        "totalCount": None,
    }


async def test_streams_say_where_they_begin_and_what_they_lost(store: stores.Store) -> None:
    first = await told(DEFINITIONS, writing.ANONYMOUS, Topic.DEFINITIONS, Checkpoint(is_first=True))
    quiet = await told(VALIDATIONS, writing.ANONYMOUS, Topic.VALIDATIONS, Checkpoint(is_first=False))
    lost = await told(DEFINITIONS, writing.ANONYMOUS, Topic.DEFINITIONS, Gap(requested_after="a", oldest_available="b"))

    assert first["definitionEvents.event"] == {"__typename": "StreamCheckpoint", "isFirst": True}
    assert quiet["validationEvents.event"] == {"__typename": "StreamCheckpoint", "isFirst": False}
    assert lost["definitionEvents.event"] == {"__typename": "StreamGap", "requestedAfter": "a", "oldestAvailable": "b"}

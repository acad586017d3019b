import pytest

from models import store as stores
from models.kinds import Role
from models.records import DefinitionRecord
from resolvers.context import Context
from schema import ids
from subscriptions import cursor
from tests.resolvers import writing
from tests.schema.asking import ask

FAULTY = "is when a glossary holds a glossary"
START = """
mutation ($input: StartValidationInput!) { startValidation(input: $input) {
  run { id status startedBy { displayName } } eventCursor errors { code path } } }
"""
CANCEL = (
    "mutation ($input: CancelValidationInput!) { cancelValidation(input: $input) { run { status } errors { code } } }"
)
START_ALL = """
mutation ($input: StartBulkValidationInput!) { startBulkValidation(input: $input) {
  job { id kind status glossary { slug } startedBy { displayName } doneCount totalCount createdAt finishedAt failureReason }
  eventCursor errors { code path } } }
"""
CANCEL_JOB = "mutation ($input: CancelJobInput!) { cancelJob(input: $input) { job { status } errors { code } } }"
WAIVE = """
mutation ($input: WaiveFindingInput!) { waiveFinding(input: $input) {
  finding { id waiver { reason waivedAt expiresAt waivedBy { displayName } } } definition { findings { nodes { id } } }
  errors { code path } } }
"""
REVOKE = """
mutation ($input: RevokeWaiverInput!) { revokeWaiver(input: $input) {
  finding { id waiver { reason } } definition { findings { nodes { id } } } errors { code } } }
"""
FINDINGS = """
{ definitions { nodes { findings(first: 50, filter: { severity: [ERROR, WARNING, INFO] }) { nodes {
  id outcome severity confidence fingerprint message rule { code name question defaultSeverity } run { id }
  definition { id } span { start end excerpt } evidence { excerpt definition { id } } fix { replacement span { start } }
  waiver { reason } } } } } }
"""
PREVIEW = """
query ($input: ValidationPreviewInput!) { validationPreview(input: $input) { verdict score findings {
  rule { code } outcome severity message fingerprint confidence span { start end excerpt }
  evidence { excerpt definition { id } } fix { replacement span { excerpt } } waiver { reason } } } }
"""


@pytest.fixture(autouse=True)
def _cursors() -> None:
    cursor.configure(b"a secret of 32 bytes, for tests.")


async def faulty(editor: Context) -> DefinitionRecord:
    owner = await writing.glossary()
    return await writing.draft(editor, owner.id, text=FAULTY)


async def test_findings_say_what_where_and_why(store: stores.Store) -> None:
    editor = await writing.somebody(Role.EDITOR)
    await faulty(editor)

    answer = await ask(FINDINGS, editor)

    found = answer["definitions.nodes.0.findings.nodes"]
    assert isinstance(found, list)
    spans = [one["span"] for one in found if one["span"]]
    assert found
    assert all(FAULTY[span["start"] : span["end"]] == span["excerpt"] for span in spans)
    assert found[0]["severity"] == "ERROR"


async def test_messages_speak_dutch_when_asked(store: stores.Store) -> None:
    editor = await writing.somebody(Role.EDITOR)
    await faulty(editor)
    question = "{ definitions { nodes { findings { nodes { message } } } } }"

    english = await ask(question, editor)
    dutch = await ask(question, Context(viewer=editor.viewer, request_id="test", locale="nl"))

    assert (
        english["definitions.nodes.0.findings.nodes.0.message"] != dutch["definitions.nodes.0.findings.nodes.0.message"]
    )


async def test_a_preview_stores_nothing(store: stores.Store) -> None:
    owner = await writing.glossary()

    answer = await ask(
        PREVIEW,
        writing.ANONYMOUS,
        input={
            "glossaryId": ids.of(owner),
            "term": "glossary",
            "text": FAULTY,
            "locale": "en",
            "ruleCodes": ["FRM-03", "CNT-01"],
        },
    )

    assert answer["validationPreview.verdict"] == "REJECTED"
    assert await writing.count("validation_runs") == 0


async def test_a_preview_of_an_unknown_glossary_is_refused(store: stores.Store) -> None:
    answer = await ask(PREVIEW, writing.ANONYMOUS, input={"glossaryId": "x", "term": "a", "text": "b", "locale": "en"})

    assert answer.code == "InvalidInput"


async def test_a_run_is_queued_and_canceled(store: stores.Store) -> None:
    editor = await writing.somebody(Role.EDITOR)
    record = await faulty(editor)

    started = await ask(START, editor, input={"definitionId": ids.of(record)})
    canceled = await ask(CANCEL, editor, input={"runId": started["startValidation.run.id"]})

    assert started["startValidation.run.status"] == "QUEUED"
    assert started["startValidation.eventCursor"]
    assert canceled["cancelValidation.run.status"] == "CANCELED"


async def test_a_glossary_is_validated_by_a_job(store: stores.Store) -> None:
    editor, other = await writing.somebody(Role.EDITOR), await writing.somebody()
    await faulty(editor)
    owner = await ask("{ glossaries { nodes { id } } }", editor)

    started = await ask(
        START_ALL,
        editor,
        input={"glossaryId": owner["glossaries.nodes.0.id"], "filter": {"status": ["DRAFT"]}, "idempotencyKey": "k"},
    )
    job_id = started["startBulkValidation.job.id"]
    listed = await ask(
        "query ($id: ID!) { job(id: $id) { kind } jobs(filter: { kind: [BULK_VALIDATION], status: [QUEUED] }) { nodes { id } } }",
        editor,
        id=job_id,
    )
    hidden = await ask(
        "query ($id: ID!) { job(id: $id) { kind } node(id: $id) { id } jobs { nodes { id } } }", other, id=job_id
    )
    canceled = await ask(CANCEL_JOB, editor, input={"jobId": job_id})

    assert listed.data == {"job": {"kind": "BULK_VALIDATION"}, "jobs": {"nodes": [{"id": job_id}]}}
    assert hidden.data == {"job": None, "node": None, "jobs": {"nodes": []}}
    assert canceled["cancelJob.job.status"] == "CANCELED"


async def test_a_waiver_hides_a_finding_until_revoked(store: stores.Store) -> None:
    editor = await writing.somebody(Role.EDITOR)
    await faulty(editor)
    before = await ask("{ definitions { nodes { findings { nodes { id } } } } }", editor)
    finding_id = before["definitions.nodes.0.findings.nodes.0.id"]

    waived = await ask(WAIVE, editor, input={"findingId": finding_id, "reason": "agreed"})
    revoked = await ask(REVOKE, editor, input={"findingId": finding_id})

    assert waived["waiveFinding.finding.waiver.reason"] == "agreed"
    assert {"id": finding_id} not in waived["waiveFinding.definition.findings.nodes"]  # type: ignore[operator]
    assert revoked["revokeWaiver.finding"] == {"id": finding_id, "waiver": None}
    assert {"id": finding_id} in revoked["revokeWaiver.definition.findings.nodes"]  # type: ignore[operator]


async def test_runs_are_filtered(store: stores.Store) -> None:
    editor = await writing.somebody(Role.EDITOR)
    record = await faulty(editor)

    answer = await ask(
        """query ($filter: ValidationRunFilter) { validationRuns(filter: $filter) { nodes { verdict definition { id } } } }""",
        editor,
        filter={
            "and": [{"status": ["SUCCEEDED"]}, {"verdict": ["REJECTED"]}],
            "not": {"score": {"in": [100]}},
            "definitionId": {"in": [ids.of(record)]},
            "ruleId": {"notIn": [ids.encode("Rule", "TRM-99")]},
        },
    )

    assert answer["validationRuns.nodes"] == [{"verdict": "REJECTED", "definition": {"id": ids.of(record)}}]


async def test_a_cursor_of_the_streams_stands_beside_data(store: stores.Store) -> None:
    answer = await ask("{ eventCursor }", writing.ANONYMOUS)

    assert answer["eventCursor"]

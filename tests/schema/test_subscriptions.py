"""What a subscription asks of the streams."""

from models import store as stores
from models.keys import uuid7
from models.kinds import DefinitionStatus, Role
from resolvers import bulk_validations
from rules.kit import Severity
from schema import ids
from schema.stream import asking
from subscriptions import cursor
from tests.resolvers import writing
from tests.schema.asking import asked

KEY = uuid7()


async def test_events_of_validation_are_asked_for_by_run_definition_glossary_and_severity() -> None:
    source = await asked(
        "subscription ($filter: ValidationEventFilter) { validationEvents(filter: $filter) { cursor } }",
        writing.ANONYMOUS,
        filter={
            "runIds": [ids.encode("ValidationRun", KEY)],
            "definitionIds": [ids.encode("Definition", KEY)],
            "glossaryIds": [ids.encode("Glossary", KEY)],
            "minSeverity": "WARNING",
        },
    )

    assert source == asking.Source(
        asking.validations(run_ids=[KEY], definition_ids=[KEY], glossary_ids=[KEY], min_severity=Severity.WARNING), None
    )


async def test_events_of_definitions_are_asked_for_by_status() -> None:
    source = await asked("subscription { definitionEvents(filter: { status: [DRAFT] }) { cursor } }", writing.ANONYMOUS)
    everything = await asked("subscription { definitionEvents { cursor } }", writing.ANONYMOUS)

    assert source == asking.Source(asking.definitions(statuses=[DefinitionStatus.DRAFT]), None)
    assert everything == asking.Source(asking.definitions(), None)


async def test_a_job_is_followed_by_whoever_may_see_it(store: stores.Store) -> None:
    editor, other = await writing.somebody(Role.EDITOR), await writing.somebody()
    owner = await writing.glossary()
    job = (await bulk_validations.start(editor, owner.id)).job
    document = "subscription ($id: ID!) { jobEvents(jobId: $id) { cursor } }"

    assert await asked(document, editor, id=ids.of(job)) == asking.Source(asking.jobs(job.id), None)
    assert await asked(document, other, id=ids.of(job)) == "NotFound"
    assert await asked(document, writing.ANONYMOUS, id=ids.of(job)) == "UNAUTHENTICATED"
    assert await asked(document, editor, id="nonsense") == "InvalidInput"


async def test_a_stream_resumes_from_a_cursor_of_this_server(store: stores.Store) -> None:
    cursor.configure(b"a secret of 32 bytes, for tests.")
    document = "subscription ($after: EventCursor) { validationEvents(after: $after) { cursor } }"
    now = await cursor.now()

    source = await asked(document, writing.ANONYMOUS, after=now)
    forged = await asked(document, writing.ANONYMOUS, after="forged")

    assert source == asking.Source(asking.validations(), cursor.read(now))
    assert forged == "BadCursor"


async def test_an_id_of_another_kind_in_a_filter_is_refused() -> None:
    wrong = ids.encode("Glossary", KEY)

    found = await asked(
        "subscription ($ids: [ID!]) { validationEvents(filter: { runIds: $ids }) { cursor } }",
        writing.ANONYMOUS,
        ids=[wrong],
    )

    assert found == "InvalidInput"

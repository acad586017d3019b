"""From an envelope of the stream to the message that a subscriber gets."""

from typing import assert_never, cast

from schema import definition_event, job_event, validation_event
from schema.definition_event import DefinitionEventMessage
from schema.event_message import StreamCheckpoint, StreamGap
from schema.job_event import JobEventMessage
from schema.scalars import EventCursor
from schema.validation_event import ValidationEventMessage
from subscriptions import events
from subscriptions.envelope import Checkpoint, Envelope, Gap, Topic


def message(told: Envelope) -> ValidationEventMessage | DefinitionEventMessage | JobEventMessage:
    """The message; it is what the subscription field of that stream resolves to."""
    cursor = EventCursor(told.cursor)
    of_stream = _of_stream(told.event)
    match told.topic:
        case Topic.DEFINITIONS:
            happened = of_stream or definition_event.of(cast(events.DefinitionEvent, told.event))
            return DefinitionEventMessage(cursor=cursor, occurred_at=told.occurred_at, event=happened)
        case Topic.VALIDATIONS:
            found = of_stream or validation_event.of(cast(events.ValidationEvent, told.event))
            return ValidationEventMessage(cursor=cursor, occurred_at=told.occurred_at, event=found)
        case Topic.JOBS:
            done = of_stream or job_event.of(cast(events.JobEvent, told.event))
            return JobEventMessage(cursor=cursor, occurred_at=told.occurred_at, event=done)
        case _:
            assert_never(told.topic)


def _of_stream(event: events.Event | Checkpoint | Gap) -> StreamCheckpoint | StreamGap | None:
    match event:
        case Checkpoint():
            return StreamCheckpoint(is_first=event.is_first)
        case Gap():
            return StreamGap(
                requested_after=EventCursor(event.requested_after), oldest_available=EventCursor(event.oldest_available)
            )
        case _:
            return None

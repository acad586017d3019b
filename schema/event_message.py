"""What streams say of themselves: the envelope, the checkpoint, the gap."""

from datetime import datetime

import strawberry

from schema.scalars import EventCursor


@strawberry.interface(
    description="Envelope around every streamed event. Objects in it are read on delivery: never older than the event, "
    "possibly newer."
)
class EventMessage:
    """What every envelope carries."""

    cursor: EventCursor = strawberry.field(
        description="Position of the message; pass it as `after` to resume just after it."
    )
    occurred_at: datetime = strawberry.field(description="When it happened.")


@strawberry.type(
    description="First message of every stream, and again after each quiet minute, so that a client that has seen no event "
    "holds a recent cursor."
)
class StreamCheckpoint:
    """Nothing was missed up to here."""

    is_first: bool = strawberry.field(description="Whether the stream begins here.")


@strawberry.type(
    description="Events between `after` and this message are no longer held. Refetch, then carry on from this cursor."
)
class StreamGap:
    """Something was missed."""

    requested_after: EventCursor = strawberry.field(description="Where the client wanted to resume.")
    oldest_available: EventCursor = strawberry.field(description="The oldest position that is still held.")

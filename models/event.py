"""Events: the outbox that commits with the change, the log with its gapless numbers, and the state of the stream."""

from tortoise import fields
from tortoise.models import Model

from models.keys import uuid7


class Outbox(Model):
    """An event told inside a transaction, not yet numbered."""

    id = fields.BigIntField(primary_key=True)
    event_id = fields.UUIDField(default=uuid7)
    type = fields.CharField(max_length=60)
    """Name of the GraphQL event type, such as `FindingOpened`."""
    glossary_id = fields.UUIDField(null=True)
    subject_id = fields.UUIDField()
    """The definition, run, job or glossary that the event is about."""
    data: fields.Field[dict[str, object]] = fields.JSONField(default=dict)
    occurred_at = fields.DatetimeField(auto_now_add=True)
    trace_parent = fields.CharField(max_length=60, null=True)

    class Meta:
        table = "outbox"


class EventLog(Model):
    """A numbered event. Partitioned by range of `seq`, a million each."""

    seq = fields.BigIntField(primary_key=True, generated=False)
    event_id = fields.UUIDField()
    type = fields.CharField(max_length=60)
    glossary_id = fields.UUIDField(null=True)
    subject_id = fields.UUIDField()
    data: fields.Field[dict[str, object]] = fields.JSONField(default=dict)
    occurred_at = fields.DatetimeField()
    trace_parent = fields.CharField(max_length=60, null=True)

    class Meta:
        table = "event_log"


class StreamState(Model):
    """The one row that holds the epoch of the stream and the last number given."""

    id = fields.SmallIntField(primary_key=True, generated=False)
    epoch = fields.CharField(max_length=32)
    last_seq = fields.BigIntField(default=0)

    class Meta:
        table = "stream_state"

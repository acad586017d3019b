"""CloudEvents 1.0: how an event presents itself to whoever reads the stream, a file of it, or a broker behind it."""

from collections.abc import Mapping
from types import MappingProxyType

from models.kinds import RunStatus
from models.outbox import NumberedEvent

SPEC_VERSION = "1.0"
PREFIX = "begrip."
"""What our names of types begin with, so that they differ from those of other sources."""

BUSINESS: Mapping[str, str] = MappingProxyType(
    {
        "DefinitionCreated": "DefinitionCreated",
        "DefinitionUpdated": "DefinitionUpdated",
        "DefinitionValidated": "ValidationStatusChanged",
        "ValidationRuleChanged": "RuleSettingsChanged",
    }
)
"""Events of the business, and the type of ours that tells of each; of runs only those that succeeded.

The fifth, UserActionPerformed, is an entry of the audit trail: sealed, read by `auditEntries`, never in a stream."""
_OF_TYPE = {ours: name for name, ours in BUSINESS.items()}


def schema_uri(type_: str) -> str:
    """The name of the JSON schema of the data of this type."""
    return f"urn:begrip:event:{type_}:1"


def source(epoch: str) -> str:
    """Whose event it is: with its id unique in the world. A restored database is another source."""
    return f"urn:begrip:stream:{epoch}"


def business_name(type_: str, data: Mapping[str, object]) -> str | None:
    """The event of the business that this one is; null when it is none."""
    if type_ == "ValidationStatusChanged" and data.get("after") != RunStatus.SUCCEEDED:
        return None
    return _OF_TYPE.get(type_)


def attributes(row: NumberedEvent, epoch: str) -> dict[str, str]:
    """Every attribute of the event but its data, as text.

    `sequence` is the number of the stream, of fixed width so that it sorts as text; the partition key keeps what belongs
    to one glossary in order.
    """
    named = {
        "specversion": SPEC_VERSION,
        "id": str(row.event_id),
        "source": source(epoch),
        "type": PREFIX + row.type,
        "subject": str(row.subject_id),
        "time": row.occurred_at.isoformat(),
        "datacontenttype": "application/json",
        "dataschema": schema_uri(row.type),
        "epoch": epoch,
        "sequence": f"{row.seq:020}",
        "partitionkey": str(row.glossary_id or row.subject_id),
    }
    business = business_name(row.type, row.data)
    optional = {"businessname": business, "traceparent": row.trace_parent}
    return named | {name: value for name, value in optional.items() if value}


def structured(row: NumberedEvent, epoch: str) -> dict[str, object]:
    """The event as one JSON object (CloudEvents JSON format 1.0.2)."""
    return {**attributes(row, epoch), "data": row.data}

"""The contract of events as files: a JSON schema per type, one for the envelope, and the table of types. Written by `begrip docs`."""

import json
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import get_args, get_type_hints
from uuid import UUID

from subscriptions import cloud_events
from subscriptions.events import Event

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TYPES: Mapping[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}

_TEXT: dict[str, object] = {"type": "string", "minLength": 1}
_ENVELOPE: dict[str, dict[str, object]] = {
    "specversion": {"const": cloud_events.SPEC_VERSION},
    "id": {"type": "string", "format": "uuid", "description": "The same when an event is told once more."},
    "source": _TEXT | {"description": "The stream; a restored database is another."},
    "type": {"enum": [cloud_events.PREFIX + name for name in TYPES]},
    "subject": _TEXT | {"description": "The definition, job or glossary that it is about."},
    "time": {"type": "string", "format": "date-time"},
    "datacontenttype": {"const": "application/json"},
    "dataschema": {"enum": [cloud_events.schema_uri(name) for name in TYPES]},
    "epoch": _TEXT | {"description": "Numbers of two epochs are not comparable."},
    "sequence": {"type": "string", "pattern": "^[0-9]{20}$", "description": "Number in the stream, without holes."},
    "partitionkey": _TEXT | {"description": "What shares it stays in order."},
    "businessname": {"enum": list(cloud_events.BUSINESS), "description": "The event of the business that it is."},
    "traceparent": _TEXT | {"description": "Of the request that made it (W3C Trace Context)."},
    "data": {"type": "object", "description": "As the schema of the type says."},
}
_OPTIONAL = {"businessname", "traceparent"}


def pages() -> dict[str, str]:
    """The files of `docs/events`, by name."""
    schemas = {f"{name}.json": data_schema(kind) for name, kind in TYPES.items()} | {"envelope.json": envelope_schema()}
    written = {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in schemas.items()}
    return written | {"README.md": _readme()}


def envelope_schema() -> dict[str, object]:
    """What the attributes of every event keep to."""
    return {
        "$schema": DRAFT,
        "$id": "urn:begrip:envelope:1",
        "title": "CloudEvent of the stream",
        "type": "object",
        "properties": _ENVELOPE,
        "required": [name for name in _ENVELOPE if name not in _OPTIONAL],
    }


def data_schema(kind: type[Event]) -> dict[str, object]:
    """What the data of the type keep to. Later versions may add properties: readers pass over what they do not know."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    return {
        "$schema": DRAFT,
        "$id": cloud_events.schema_uri(kind.__name__),
        "title": kind.__name__,
        "description": " ".join((kind.__doc__ or "").split()),
        "type": "object",
        "properties": {name: _value(hints[name]) for name in names},
        "required": names,
    }


def _value(hint: object) -> dict[str, object]:
    if isinstance(hint, UnionType):
        return {"anyOf": [_value(part) for part in get_args(hint)]}
    if hint is NoneType:
        return {"type": "null"}
    if hint is UUID:
        return {"type": "string", "format": "uuid"}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": [one.value for one in hint]}
    return {"type": {bool: "boolean", int: "integer", str: "string"}[hint]}  # type: ignore[index]


def _readme() -> str:
    types = [
        f"| `{cloud_events.PREFIX}{name}` | {_first_line(kind)} | [{name}.json]({name}.json) |"
        for name, kind in TYPES.items()
    ]
    business = [
        f"| {name} | `{cloud_events.PREFIX}{ours}`{' with `data.after` SUCCEEDED' if name == 'DefinitionValidated' else ''} |"
        for name, ours in cloud_events.BUSINESS.items()
    ]
    return "\n".join(
        [
            "# Events",
            "",
            "Written by `begrip docs`; do not edit. Events are CloudEvents 1.0: attributes as in [envelope.json](envelope.json), data as the",
            "schema named by `dataschema` says. Data hold ids, never texts: read the object by its id, with your own rights.",
            "Redis holds them under `begrip:events:{epoch}`, one field an attribute; BEGRIP_EVENTS_FOLDER has them written to files as well,",
            "one JSON object a line. [kafka.md](../kafka.md) tells how they get to a broker.",
            "",
            "| type | what happened | schema |",
            "|---|---|---|",
            *types,
            "",
            "## Events of the business",
            "",
            "Their name stands in the attribute `businessname`.",
            "",
            "| name | type |",
            "|---|---|",
            *business,
            "| UserActionPerformed | an entry of the audit trail, read by `auditEntries`: sealed, and never in a stream, since it tells who did what |",
            "",
        ]
    )


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().partition("\n")[0]

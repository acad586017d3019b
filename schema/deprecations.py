"""What a deprecation says: what to use instead, and the day from which the old may be gone."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from graphql import GraphQLSchema

from schema import coordinates

FORM = "Use `Successor.coordinate` instead. Removed on YYYY-MM-DD."
LEAST_NOTICE = timedelta(days=90)
_FORM = re.compile(r"Use `(?P<successor>[^`]+)` instead\. (?:.+ )?Removed on (?P<day>\d{4}-\d{2}-\d{2})\.", re.DOTALL)
_QUARTERS = ((1, 1), (4, 1), (7, 1), (10, 1))


@dataclass(frozen=True, slots=True)
class Notice:
    """A deprecation, read."""

    successor: str
    day: date


def read(reason: str) -> Notice | None:
    """What the reason says; null when it has another form, or no such day exists."""
    found = _FORM.fullmatch(reason)
    if found is None:
        return None
    try:
        return Notice(found["successor"], date.fromisoformat(found["day"]))
    except ValueError:
        return None


def noticed(schema: GraphQLSchema) -> dict[str, str]:
    """The reason of every deprecated element, by coordinate."""
    return {name: one.deprecation for name, one in coordinates.every(schema).items() if one.deprecation is not None}


def faults(schema: GraphQLSchema) -> list[str]:
    """What is wrong with the deprecations of a schema, a sentence each: form, successor, first day of a quarter."""
    reasons = noticed(schema)
    there = coordinates.every(schema).keys() - reasons.keys()
    return [f"{name}: {fault}" for name, reason in reasons.items() if (fault := _fault(reason, there))]


def short_notices(before: GraphQLSchema, after: GraphQLSchema, day: date) -> list[str]:
    """Deprecations of the second that the first has not, and that would end less than 90 days after the day."""
    old = noticed(before)
    return [
        f"{name}: less than {LEAST_NOTICE.days} days of notice"
        for name, reason in noticed(after).items()
        if old.get(name) != reason and (notice := read(reason)) and notice.day < day + LEAST_NOTICE
    ]


def _fault(reason: str, there: set[str]) -> str | None:
    notice = read(reason)
    if notice is None:
        return f"the reason has not the form `{FORM}`"
    if notice.successor not in there:
        return f"its successor {notice.successor} is not there, or is deprecated itself"
    if (notice.day.month, notice.day.day) not in _QUARTERS:
        return "the day is not the first of a quarter"
    return None

"""Scalars: instants, language tags, addresses, identifiers and positions, each with a parser that rejects everything else."""

import re
from datetime import UTC, datetime
from typing import NewType
from urllib.parse import urlsplit

import strawberry
from strawberry.types.scalar import ScalarDefinition

Locale = NewType("Locale", str)
URL = NewType("URL", str)
URI = NewType("URI", str)
EventCursor = NewType("EventCursor", str)

LONGEST_ADDRESS = 2048  # characters; what every browser and proxy carries
LONGEST_CURSOR = 512  # characters
LONGEST_TAG = 35  # characters; RFC 5646 4.4.1

# RFC 3339 5.6, capital T and Z only; seconds reach 59, for a leap second has no place in a datetime.
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
# RFC 5646 2.1: language, then subtags of one to eight letters or digits.
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
# RFC 3987 2.2: a scheme, then anything but blanks, controls and the characters that an IRI never holds.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20\x7f-\x9f<>\"{}|\\^`\ud800-\udfff]+")
_CURSOR = re.compile(r"[A-Za-z0-9_.~=-]+", re.ASCII)


def parse_instant(value: object) -> datetime:
    """The instant that an RFC 3339 text names, in UTC.

    Raises:
        ValueError: the text has another form, no zone, or names no instant.
    """
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise ValueError("DateTime must be an RFC 3339 instant such as 2026-11-24T15:20:00Z")
    try:
        return datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError) as err:
        raise ValueError("DateTime names no instant") from err


def write_instant(value: object) -> str:
    """The instant as RFC 3339 text in UTC, with a trailing `Z`.

    Raises:
        TypeError: the value is no datetime with a zone.
    """
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise TypeError("DateTime needs a datetime with a zone")
    return value.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"


def parse_locale(value: object) -> str:
    """The language tag as it was given; its canonical form is made where it is stored."""
    if not isinstance(value, str) or len(value) > LONGEST_TAG or not _TAG.fullmatch(value):
        raise ValueError("Locale must be a BCP 47 language tag such as nl or en-GB")
    return value


def parse_url(value: object) -> str:
    """The address of a page or file."""
    text = _identifier(value, "URL must be an absolute http or https URL")
    try:
        parts = urlsplit(text)
    except ValueError as err:
        raise ValueError("URL must be an absolute http or https URL") from err
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise ValueError("URL must be an absolute http or https URL")
    return text


def parse_uri(value: object) -> str:
    """The identifier, character by character."""
    return _identifier(value, "URI must be an absolute IRI such as urn:example:1")


def parse_cursor(value: object) -> str:
    """The position as it was given; whoever reads the stream checks its signature."""
    if not isinstance(value, str) or len(value) > LONGEST_CURSOR or not _CURSOR.fullmatch(value):
        raise ValueError("EventCursor is not one that this server gave")
    return value


def _identifier(value: object, complaint: str) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_ADDRESS or not _IRI.fullmatch(value):
        raise ValueError(complaint)
    return value


MAP: dict[object, ScalarDefinition] = {
    datetime: strawberry.scalar(
        name="DateTime",
        description="Instant in RFC 3339 form, always UTC with a trailing `Z`; in an input any offset goes, but one there must be.",
        specified_by_url="https://scalars.graphql.org/andimarek/date-time",
        serialize=write_instant,
        parse_value=parse_instant,
    ),
    Locale: strawberry.scalar(
        name="Locale",
        description="BCP 47 language tag, for example `nl` or `en-GB`; at most 35 characters, in any letter case.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc5646",
        serialize=str,
        parse_value=parse_locale,
    ),
    URL: strawberry.scalar(
        name="URL",
        description="Absolute http or https URL of a page or file; at most 2,048 characters.",
        specified_by_url="https://url.spec.whatwg.org/",
        serialize=str,
        parse_value=parse_url,
    ),
    URI: strawberry.scalar(
        name="URI",
        description="Absolute IRI that identifies something, at most 2,048 characters, compared character by character; `http:` and `urn:` are as good as `https:`.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3987",
        serialize=str,
        parse_value=parse_uri,
    ),
    EventCursor: strawberry.scalar(
        name="EventCursor",
        description="Opaque position in an event stream. Pass the last one received as `after` to resume without loss.",
        specified_by_url="https://example.org/docs/event-cursor",
        serialize=str,
        parse_value=parse_cursor,
    ),
}
"""Python type to scalar, for the schema's configuration."""

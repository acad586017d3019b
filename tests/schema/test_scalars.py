from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema import scalars

EARLIEST, LATEST = datetime.fromisoformat("0001-01-02"), datetime.fromisoformat("9999-12-30")


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-24T15:20:00Z", datetime(2026, 11, 24, 15, 20, tzinfo=UTC)),
        ("2026-11-24T15:20:00.123456Z", datetime(2026, 11, 24, 15, 20, 0, 123456, tzinfo=UTC)),
        ("2026-11-24T15:20:00.5+01:00", datetime(2026, 11, 24, 14, 20, 0, 500000, tzinfo=UTC)),
    ],
)
def test_an_instant_is_read_in_utc(text: str, instant: datetime) -> None:
    assert scalars.parse_instant(text) == instant
    assert scalars.parse_instant(text).tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24", "2026-11-24T15:20:00", "2026-11-24 15:20:00Z", "20261124T152000Z", "2026-11-24T15:20Z", "2026-02-30T00:00:00Z",
        "2026-11-24T24:00:00Z", "2026-11-24T15:20:60Z", "2026-W48-2T00:00:00Z", "0001-01-01T00:00:00+01:00", 1764000000, None,
        "２026-11-24T15:20:00Z", "2026-11-24T15:20:00Z\n",
    ],
)  # fmt: skip
def test_anything_else_is_no_instant(text: object) -> None:
    with pytest.raises(ValueError, match="DateTime"):
        scalars.parse_instant(text)


@given(st.datetimes(EARLIEST, LATEST, timezones=st.just(timezone(timedelta(hours=2)))))
def test_an_instant_survives_writing_and_reading(instant: datetime) -> None:
    assert scalars.parse_instant(scalars.write_instant(instant)) == instant


def test_an_instant_ends_in_z() -> None:
    assert (
        scalars.write_instant(datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=1))))
        == "2026-01-02T02:04:05Z"
    )


def test_an_instant_without_zone_is_a_bug() -> None:
    with pytest.raises(TypeError):
        scalars.write_instant(datetime(2026, 1, 1))  # noqa: DTZ001 - the bug in question


@pytest.mark.parametrize("tag", ["nl", "en-GB", "sr-Latn-RS", "qaa-x-private", "de-CH-1996"])
def test_a_language_tag_is_taken_as_it_is(tag: str) -> None:
    assert scalars.parse_locale(tag) == tag


@pytest.mark.parametrize("tag", ["", "n", "nl_NL", "nl-", "ni\0", "nl-" + "a" * 40, 7])
def test_anything_else_is_no_language_tag(tag: object) -> None:
    with pytest.raises(ValueError, match="Locale"):
        scalars.parse_locale(tag)


@pytest.mark.parametrize("url", ["https://example.org/a?b#c", "http://localhost:8000", "HTTPS://EXAMPLE.ORG/é"])
def test_an_address_is_taken_as_it_is(url: str) -> None:
    assert scalars.parse_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        "http://[",
        "https://" + "a" * 3000,
        1,
    ],
)
def test_anything_else_is_no_address(url: object) -> None:
    with pytest.raises(ValueError, match="URL"):
        scalars.parse_url(url)


@pytest.mark.parametrize("uri", ["urn:example:1", "http://example.org/id/1", "https://example.org/é"])
def test_an_identifier_is_taken_as_it_is(uri: str) -> None:
    assert scalars.parse_uri(uri) == uri


@pytest.mark.parametrize("uri", ["", "1", "/id/1", "urn:", "urn:a b", "urn:<a>", "urn:\0", "urn:\ud800", None])
def test_anything_else_is_no_identifier(uri: object) -> None:
    with pytest.raises(ValueError, match="URI"):
        scalars.parse_uri(uri)


@pytest.mark.parametrize("cursor", ["", "a b", "a\0", "é", "a" * 600, 3])
def test_what_cannot_be_a_cursor_is_refused(cursor: object) -> None:
    with pytest.raises(ValueError, match="EventCursor"):
        scalars.parse_cursor(cursor)


def test_a_cursor_is_taken_as_it_is() -> None:
    assert scalars.parse_cursor("abc-_1") == "abc-_1"

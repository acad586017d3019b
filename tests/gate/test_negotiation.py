import pytest

from schema.gate import negotiation
from schema.gate.negotiation import Media


@pytest.mark.parametrize(
    ("accept", "single"),
    [
        (None, Media.JSON),
        ("", Media.JSON),
        ("*/*", Media.JSON),
        ("application/*", Media.JSON),
        ("application/json", Media.JSON),
        ("APPLICATION/JSON", Media.JSON),
        ("application/graphql-response+json", Media.GRAPHQL),
        ("application/graphql-response+json, application/json", Media.GRAPHQL),
        ("application/json, application/graphql-response+json", Media.GRAPHQL),
        ("application/graphql-response+json;q=0.5, application/json", Media.JSON),
        ("application/graphql-response+json, application/json;q=0.9", Media.GRAPHQL),
        ("application/graphql-response+json;charset=utf-8", Media.GRAPHQL),
        ('application/json; charset="utf-8"', Media.JSON),
        ("application/json;q=0, */*", Media.GRAPHQL),
        ("application/json;charset=iso-8859-1", None),
        ("application/graphql-response+json;q=0", None),
        ("application/json;q=nonsense", None),
        ("application/xml", None),
        ("text/event-stream", None),
        ("text/html, */*;q=0.1", Media.JSON),
    ],
)
def test_best_json_type_is_found(accept: str | None, single: Media | None) -> None:
    assert negotiation.read(accept).single is single


def test_events_must_be_named() -> None:
    assert negotiation.read("text/event-stream").takes_events
    assert not negotiation.read("*/*").takes_events
    assert not negotiation.read("text/event-stream;q=0").takes_events


@pytest.mark.parametrize(
    ("content_type", "is_json"),
    [
        ("application/json", True),
        ("Application/JSON; charset=UTF-8", True),
        ("application/json;charset=utf8", True),
        ("application/json; charset=latin1", False),
        ("application/jsonp", False),
        ("text/plain", False),
        ("", False),
        (None, False),
    ],
)
def test_only_json_in_utf_8_is_read(content_type: str | None, is_json: bool) -> None:  # noqa: FBT001 - an expected value
    assert negotiation.is_json(content_type) is is_json

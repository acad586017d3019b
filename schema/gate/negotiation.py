"""Negotiation: which media type the client would have (RFC 9110 12.5.1, GraphQL over HTTP September 2026, 6.1)."""

from dataclasses import dataclass
from enum import StrEnum


class Media(StrEnum):
    """What the endpoint can answer with."""

    GRAPHQL = "application/graphql-response+json"
    JSON = "application/json"
    EVENTS = "text/event-stream"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The client's wishes. `single` is the better of the two JSON types, null when neither is accepted."""

    single: Media | None
    takes_events: bool
    prefers_page: bool
    """A browser that navigates: it names `text/html`."""

    @property
    def is_legacy(self) -> bool:
        """Whether the client knows no other than the old media type."""
        return self.single is not Media.GRAPHQL


def read(accept: str | None) -> Accepted:
    """The wishes of an Accept header.

    Without one, and with a bare wildcard, the answer is `application/json`, which every client reads.
    """
    if accept is None or not accept.strip():
        return Accepted(Media.JSON, takes_events=False, prefers_page=False)
    weights = _weights(accept)
    graphql, plain = _weight(weights, Media.GRAPHQL), _weight(weights, Media.JSON)
    single: Media | None = None
    if max(graphql, plain) > 0:
        single = Media.GRAPHQL if Media.GRAPHQL in weights and graphql >= plain else Media.JSON
        if plain == 0:
            single = Media.GRAPHQL
    return Accepted(single, weights.get(Media.EVENTS, 0.0) > 0, weights.get("text/html", 0.0) > 0)


def _weights(accept: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for item in accept.split(","):
        name, *parameters = (part.strip().lower() for part in item.split(";"))
        if name and not _has_foreign_charset(parameters):
            weights[name] = max(weights.get(name, 0.0), _quality(parameters))
    return weights


def _weight(weights: dict[str, float], media: Media) -> float:
    """The most specific range that covers the type decides."""
    family = media.partition("/")[0] + "/*"
    for name in (media.value, family, "*/*"):
        if name in weights:
            return weights[name]
    return 0.0


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _has_foreign_charset(parameters: list[str]) -> bool:
    values = [value.strip(' "') for name, _, value in (item.partition("=") for item in parameters) if name == "charset"]
    return any(value not in {"utf-8", "utf8"} for value in values)


def is_json(content_type: str | None) -> bool:
    """Whether a body of this type is JSON in UTF-8."""
    name, *parameters = (part.strip().lower() for part in (content_type or "").split(";"))
    return name == Media.JSON and not _has_foreign_charset(parameters)

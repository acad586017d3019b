"""Envelopes: what reaches a subscriber, an event of the stream or word about the stream itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from subscriptions.events import Event


class Topic(StrEnum):
    """Which stream of the public interface an event belongs to."""

    DEFINITIONS = "DEFINITIONS"
    VALIDATIONS = "VALIDATIONS"
    JOBS = "JOBS"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Nothing was missed up to here. First of every stream, and again after each quiet minute."""

    is_first: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Events between two positions are no longer held; the subscriber reads anew and carries on from here."""

    requested_after: str
    oldest_available: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message of a stream. `cursor` resumes just after it."""

    topic: Topic
    cursor: str
    occurred_at: datetime
    event: Event | Checkpoint | Gap

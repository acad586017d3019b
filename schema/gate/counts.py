"""Counts: how many sockets and subscriptions each caller has on this server."""

from collections import Counter
from dataclasses import dataclass, field

from auth.viewer import Viewer
from schema.gate import errors
from schema.gate.errors import Entry


@dataclass(slots=True)
class Counts:
    """At most `most` of a kind for each key."""

    most: int
    _held: Counter[str] = field(default_factory=Counter)

    def enter(self, key: str) -> bool:
        """Whether there was room for one more, which now is counted."""
        if self._held[key] >= self.most:
            return False
        self._held[key] += 1
        return True

    def leave(self, key: str) -> None:
        """One fewer."""
        self._held[key] -= 1
        if self._held[key] <= 0:
            del self._held[key]

    @property
    def total(self) -> int:
        """Of all callers together."""
        return self._held.total()


@dataclass(slots=True)
class Tally:
    """One that was counted, until it leaves for the first time."""

    counts: Counts
    key: str
    has_left: bool = False

    def leave(self) -> None:
        """It is counted no more."""
        if not self.has_left:
            self.has_left = True
            self.counts.leave(self.key)


def too_many(streams: Counts) -> Entry:
    """The refusal of a subscription beyond the bound."""
    return errors.entry(
        "LIMIT_EXCEEDED", f"too many subscriptions: one person may have {streams.most}", maximum=streams.most
    )


def caller(viewer: Viewer) -> str:
    """Whose a socket or subscription is: of a person, or of whoever shares an address without having signed in."""
    return address(viewer) if viewer.user_id is None else f"user:{viewer.user_id}"


def address(viewer: Viewer) -> str:
    """Where the viewer comes from; an IPv6 address counts by its network."""
    return f"address:{viewer.client.network}"

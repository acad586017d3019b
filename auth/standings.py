"""What credentials are good for right now: read from their rows, remembered for at most half a second."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from auth import keys
from models import api_key_rows, session_rows
from models.api_key_rows import KeyStanding
from models.session_rows import Standing

Name = TypeVar("Name", bound=Hashable)
Found = TypeVar("Found")
Read = Callable[[Collection[Name], datetime], Awaitable[Mapping[Name, Found]]]
"""Standings by name, without the names of what ended or is unknown."""

# OWASP ASVS 5.0 8.3.2: a change of rights acts at once. Idle subscribers are looked at as often, so theirs ends within a second.
_MAX_SECONDS = 0.5
_MAX_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Seen(Generic[Found]):
    """What was read, and when by the monotonic clock."""

    at: float
    standing: Found | None


class Standings(Generic[Name, Found]):
    """Standing by the name of a credential. All who ask while rows are being read share the next query."""

    def __init__(self, read: Read[Name, Found], *, now: Callable[[], datetime]) -> None:
        self._read_rows = read
        self._now = now
        self._seen: OrderedDict[Name, Seen[Found]] = OrderedDict()
        self._wanted: set[Name] = set()
        self._one_at_a_time = asyncio.Lock()

    async def of(self, name: Name) -> Found | None:
        """As it was at most half a second ago; null when the credential ended or its account is disabled."""
        if seen := self._fresh(name):
            return seen.standing
        self._wanted.add(name)
        async with self._one_at_a_time:
            if seen := self._fresh(name):
                return seen.standing
            return await self._read(name)

    def known(self, name: Name) -> Seen[Found] | None:
        """What `of` would answer at once; null when it would have to read."""
        return self._fresh(name)

    def forget(self) -> None:
        """Whatever changed is noticed by this process at the next request."""
        self._seen.clear()

    async def _read(self, name: Name) -> Found | None:
        wanted = self._wanted | {name}
        self._wanted = set()
        # The age counts from before the query: what changed during it may not be in the answer.
        started = time.monotonic()
        found = await self._read_rows(wanted, self._now())
        for one in wanted:
            self._remember(one, Seen(started, found.get(one)))
        return found.get(name)

    def _fresh(self, name: Name) -> Seen[Found] | None:
        seen = self._seen.get(name)
        return seen if seen and time.monotonic() - seen.at < _MAX_SECONDS else None

    def _remember(self, name: Name, seen: Seen[Found]) -> None:
        self._seen[name] = seen
        self._seen.move_to_end(name)
        if len(self._seen) > _MAX_REMEMBERED:
            self._seen.popitem(last=False)


def of_sessions(*, now: Callable[[], datetime] = keys.utc_now) -> Standings[UUID, Standing]:
    """Of signed-in devices, by session."""
    return Standings(session_rows.standings, now=now)


def of_keys(*, now: Callable[[], datetime] = keys.utc_now) -> Standings[str, KeyStanding]:
    """Of API keys, by prefix."""
    return Standings(api_key_rows.standings, now=now)

"""What signed-in people may right now: read from their rows, remembered for at most half a second."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from auth import keys
from models import session_rows
from models.session_rows import Standing

# OWASP ASVS 5.0 8.3.2: a change of rights acts at once. Idle subscribers are looked at as often, so theirs ends within a second.
_MAX_SECONDS = 0.5
_MAX_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class _Seen:
    at: float
    standing: Standing | None


class Standings:
    """Standing by session. All who ask while rows are being read share the next query."""

    def __init__(self, *, now: Callable[[], datetime] = keys.utc_now) -> None:
        self._now = now
        self._seen: OrderedDict[UUID, _Seen] = OrderedDict()
        self._wanted: set[UUID] = set()
        self._one_at_a_time = asyncio.Lock()

    async def of(self, session_id: UUID) -> Standing | None:
        """As it was at most half a second ago; null when the session ended or the account is disabled."""
        if seen := self._fresh(session_id):
            return seen.standing
        self._wanted.add(session_id)
        async with self._one_at_a_time:
            if seen := self._fresh(session_id):
                return seen.standing
            return await self._read(session_id)

    def forget(self) -> None:
        """Whatever changed is noticed by this process at the next request."""
        self._seen.clear()

    async def _read(self, session_id: UUID) -> Standing | None:
        wanted = self._wanted | {session_id}
        self._wanted = set()
        # The age counts from before the query: what changed during it may not be in the answer.
        started = time.monotonic()
        found = await session_rows.standings(wanted, self._now())
        for one in wanted:
            self._remember(one, _Seen(started, found.get(one)))
        return found.get(session_id)

    def _fresh(self, session_id: UUID) -> _Seen | None:
        seen = self._seen.get(session_id)
        return seen if seen and time.monotonic() - seen.at < _MAX_SECONDS else None

    def _remember(self, session_id: UUID, seen: _Seen) -> None:
        self._seen[session_id] = seen
        self._seen.move_to_end(session_id)
        if len(self._seen) > _MAX_REMEMBERED:
            self._seen.popitem(last=False)

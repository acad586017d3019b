"""What signed-in people may right now: read from their rows, remembered for at most a second."""

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

_MAX_SECONDS = 1.0  # OWASP ASVS 5.0 8.3.2: a change of rights acts at once
_MAX_REMEMBERED = 50_000
_STRIPES = 64


@dataclass(frozen=True, slots=True)
class _Seen:
    at: float
    standing: Standing | None


class Standings:
    """Standing by session. A burst of requests of one session costs one query."""

    def __init__(self, *, now: Callable[[], datetime] = keys.utc_now) -> None:
        self._now = now
        self._seen: OrderedDict[UUID, _Seen] = OrderedDict()
        self._locks = tuple(asyncio.Lock() for _ in range(_STRIPES))

    async def of(self, session_id: UUID) -> Standing | None:
        """As it was at most a second ago; null when the session ended or the account is disabled."""
        if seen := self._fresh(session_id):
            return seen.standing
        async with self._locks[session_id.int % _STRIPES]:
            if seen := self._fresh(session_id):
                return seen.standing
            # The age counts from before the query: what changed during it may not be in the answer.
            started = time.monotonic()
            standing = await session_rows.standing(session_id, self._now())
            self._remember(session_id, _Seen(started, standing))
            return standing

    def forget(self) -> None:
        """Whatever changed is noticed by this process at the next request."""
        self._seen.clear()

    def _fresh(self, session_id: UUID) -> _Seen | None:
        seen = self._seen.get(session_id)
        return seen if seen and time.monotonic() - seen.at < _MAX_SECONDS else None

    def _remember(self, session_id: UUID, seen: _Seen) -> None:
        self._seen[session_id] = seen
        self._seen.move_to_end(session_id)
        if len(self._seen) > _MAX_REMEMBERED:
            self._seen.popitem(last=False)

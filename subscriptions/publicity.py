"""Publicity: which glossaries are public, as of a quarter of a second ago."""

import asyncio
import time
from dataclasses import dataclass, field
from uuid import UUID

from models import glossary_publicity

_FRESH_SECONDS = 0.25


@dataclass(slots=True)
class Publicity:
    """Asked once per batch of events, so that a storm costs four statements a second."""

    _ids: frozenset[UUID] = frozenset()
    _read_at: float = field(default=float("-inf"))
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def ids(self) -> frozenset[UUID]:
        """Every public glossary."""
        if self._is_stale():
            # A thousand who come back at once would else ask a thousand times, and exhaust the pool.
            async with self._one_at_a_time:
                if self._is_stale():
                    asked_at = time.monotonic()
                    self._ids = await glossary_publicity.public_ids()
                    self._read_at = asked_at
        return self._ids

    def _is_stale(self) -> bool:
        return time.monotonic() - self._read_at > _FRESH_SECONDS

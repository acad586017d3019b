"""Publicity: which glossaries are public, as of a quarter of a second ago."""

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

    async def ids(self) -> frozenset[UUID]:
        """Every public glossary."""
        if time.monotonic() - self._read_at > _FRESH_SECONDS:
            self._ids = await glossary_publicity.public_ids()
            self._read_at = time.monotonic()
        return self._ids

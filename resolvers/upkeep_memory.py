"""Webs of glossaries that this process keeps in memory while it looks after them."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from models import glossary_changes
from models.glossary_changes import Lease
from models.keys import uuid7
from rules.profiles import Profile
from rules.web.web import Web

MOST_DEFINITIONS = 150_000
"""In all webs together: about a gigabyte."""


@dataclass(slots=True)
class Known:
    """The web of a glossary and the versions that its definitions were read at; good for one generation of the lease."""

    web: Web
    generation: int
    versions: dict[str, int] = field(default_factory=dict)

    def is_of(self, profile: Profile, locales: Sequence[str]) -> bool:
        """Whether it was made under these rules, for these languages."""
        return self.web.profile.fingerprint == profile.fingerprint and self.web.locales == tuple(locales)


class Memory:
    """What one process knows; the holder of its leases. The webs used last stay when there are too many definitions."""

    def __init__(self, *, most: int = MOST_DEFINITIONS) -> None:
        self.holder = uuid7()
        self._most = most
        self._known: OrderedDict[UUID, Known] = OrderedDict()
        self._busy: set[UUID] = set()
        self._door = asyncio.Lock()

    @asynccontextmanager
    async def claimed(self, lease: timedelta) -> AsyncIterator[Lease | None]:
        """A glossary with changes that is ours inside, and no other lane's; null when there is none."""
        async with self._door:
            held = await glossary_changes.claim(self.holder, lease, busy=self._busy)
            if held is not None:
                self._busy.add(held.glossary_id)
        try:
            yield held
        finally:
            if held is not None:
                self._busy.discard(held.glossary_id)

    def recall(self, glossary_id: UUID) -> Known | None:
        """What is known of the glossary."""
        return self._known.get(glossary_id)

    def remember(self, glossary_id: UUID, known: Known) -> None:
        """The glossary was used last; others are forgotten until what is left is small enough, itself if it is too large."""
        self._known[glossary_id] = known
        self._known.move_to_end(glossary_id)
        while sum(len(one.web) for one in self._known.values()) > self._most:
            self._known.popitem(last=False)

    def forget(self, glossary_id: UUID) -> None:
        """Nothing is known of the glossary."""
        self._known.pop(glossary_id, None)

"""A lock on a table, which keeps whatever reads it waiting."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg

from tests import harness

# A statement that waits for a lock is a statement that runs.
_WAITING = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND $1::int = ANY (pg_blocking_pids(pid))"


@dataclass(frozen=True, slots=True)
class Lock:
    """Sees which statements it holds up."""

    holder: asyncpg.Connection
    looker: asyncpg.Connection

    async def holds_one_up(self) -> bool:
        """One statement waits."""
        return await self._waiting() == 1

    async def holds_none_up(self) -> bool:
        """No statement waits: the last was answered or cancelled."""
        return await self._waiting() == 0

    async def _waiting(self) -> object:
        return await self.looker.fetchval(_WAITING, self.holder.get_server_pid())


@contextlib.asynccontextmanager
async def on_glossaries(owner_url: str, admin_url: str) -> AsyncIterator[Lock]:
    """Nobody reads a glossary. Only a superuser sees what others run."""
    holder, looker = await harness.connect(owner_url), await harness.connect(admin_url)
    try:
        await holder.execute("BEGIN; LOCK TABLE glossaries IN ACCESS EXCLUSIVE MODE")
        yield Lock(holder, looker)
    finally:
        await holder.close()
        await looker.close()

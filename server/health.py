"""Probes: is the process alive, may it get traffic, has it started, what is it."""

import asyncio
from dataclasses import dataclass

from asyncpg import PostgresError
from redis import RedisError
from redis.asyncio import Redis
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from models import migrate, store
from models.engine import PoolExhausted
from server import version

_SECONDS = 3.0


@dataclass(slots=True)
class Health:
    """What the probes ask. Migrations are asked for until they are at head, and then no more: they do not go back."""

    database_url: str
    redis: Redis
    has_started: bool = False
    is_at_head: bool = False

    def routes(self) -> list[Route]:
        """The four probes; their answers name parts, never addresses."""
        return [
            Route("/livez", _alive, methods=["GET"]),
            Route("/readyz", self._ready, methods=["GET"]),
            Route("/startupz", self._started, methods=["GET"]),
            Route("/version", _version, methods=["GET"]),
        ]

    async def _ready(self, _request: Request) -> JSONResponse:
        database, redis = await asyncio.gather(self._database(), self._redis())
        is_ready = self.has_started and database == "ok"
        status = "unavailable" if not is_ready else "ok" if redis == "ok" else "degraded"
        return _answer({"status": status, "database": database, "redis": redis}, is_good=is_ready)

    async def _started(self, _request: Request) -> JSONResponse:
        return _answer({"status": "ok" if self.has_started else "starting"}, is_good=self.has_started)

    async def _database(self) -> str:
        try:
            async with asyncio.timeout(_SECONDS):
                await store.row("SELECT 1")
                if not self.is_at_head:
                    state = await asyncio.to_thread(migrate.state, self.database_url)
                    self.is_at_head = not state.pending
        except (OSError, TimeoutError, PostgresError, PoolExhausted):
            return "unreachable"
        return "ok" if self.is_at_head else "migrations pending"

    async def _redis(self) -> str:
        try:
            async with asyncio.timeout(_SECONDS):
                await self.redis.echo("ready")
        except (OSError, TimeoutError, RedisError):
            return "unreachable"
        return "ok"


def _answer(facts: dict[str, str], *, is_good: bool) -> JSONResponse:
    return JSONResponse(facts, status_code=200 if is_good else 503, headers={"cache-control": "no-store"})


async def _alive(_request: Request) -> JSONResponse:
    return _answer({"status": "ok"}, is_good=True)


async def _version(_request: Request) -> JSONResponse:
    return _answer({"name": "begrip", "version": version.current()}, is_good=True)

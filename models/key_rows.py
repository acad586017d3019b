"""Rows of the keys that sign access tokens."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from models import store

_LOCK = 0x6265_6772_0001  # "begr", 1: any number that nothing else of ours locks


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key pair: public members of the JWK as they are, the private one sealed."""

    kid: str
    private_jwk: dict[str, str]
    created_at: datetime
    retired_at: datetime | None


@asynccontextmanager
async def locked() -> AsyncIterator[None]:
    """A transaction in which nobody else changes the keys."""
    async with store.transaction():
        await store.row("SELECT pg_advisory_xact_lock($1)", _LOCK)
        yield


async def useful(retired_after: datetime) -> list[KeyRow]:
    """Keys that are not retired, or were so after the instant given; oldest first."""
    sql = """
        SELECT kid, private_jwk, created_at, retired_at FROM signing_keys
        WHERE retired_at IS NULL OR retired_at > $1 ORDER BY created_at, kid
    """
    return [KeyRow(**row) for row in await store.rows(sql, retired_after)]


async def insert(kid: str, jwk: dict[str, str], created_at: datetime) -> None:
    """The key is there."""
    await store.run("INSERT INTO signing_keys (kid, private_jwk, created_at) VALUES ($1, $2, $3)", kid, jwk, created_at)


async def retire(kid: str, at: datetime) -> None:
    """The key signs no more."""
    await store.run("UPDATE signing_keys SET retired_at = $2 WHERE kid = $1 AND retired_at IS NULL", kid, at)


async def delete(kid: str) -> bool:
    """Whether the key was there. Tokens that it signed end as soon as every server has noticed."""
    return await store.run("DELETE FROM signing_keys WHERE kid = $1", kid) > 0

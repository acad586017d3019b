"""The keys that sign access tokens, shared by every server through the database.

There are always two that are not retired: the older one signs, the newer one is published and waits, so that no verifier
ever meets a key it could not have fetched. Rotation retires the older and adds a newer; a retired key verifies until the last
token it signed has ended.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from joserfc.jwk import ECKey

from auth import sealing
from models import key_rows

_NEEDED = 2
_RELOAD_SECONDS = 60.0
_UNKNOWN_SECONDS = 5.0
"""A kid nobody knows costs at most one query in this time, however many forged tokens come."""
_KEPT = timedelta(minutes=20)
"""After retirement: 10 minutes of token lifetime, a minute until every server has noticed, and room."""


def utc_now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class _Loaded:
    at: float
    public: dict[str, ECKey]
    signer: ECKey | None
    usable: int
    rotated_at: datetime | None


class KeyRing:
    """Keys in memory, read again every minute, and at once (with a limit) when a token names an unknown one."""

    def __init__(
        self, sealing_key: bytes, *, rotation: timedelta = timedelta(days=90), now: Callable[[], datetime] = utc_now
    ) -> None:
        self._sealing_key = sealing_key
        self._rotation = rotation
        self._now = now
        self._loaded = _Loaded(at=float("-inf"), public={}, signer=None, usable=0, rotated_at=None)
        self._lock = asyncio.Lock()

    async def start(self) -> None:
        """Two keys exist that this server can sign with, and are loaded."""
        async with self._lock:
            await self._reload()
            if self._loaded.usable < _NEEDED or self._is_rotation_due():
                await self._replenish()

    async def signer(self) -> ECKey:
        """The key that signs now."""
        await self._refresh(_RELOAD_SECONDS)
        signer = self._loaded.signer
        if signer is None or self._is_rotation_due():
            await self.start()
            signer = self._loaded.signer
        if signer is None:
            raise RuntimeError("no signing key, right after one was made")
        return signer

    async def find(self, kid: str) -> ECKey | None:
        """The public key of this name, if it is one of ours and not long retired."""
        await self._refresh(_RELOAD_SECONDS)
        if kid not in self._loaded.public:
            await self._refresh(_UNKNOWN_SECONDS)
        return self._loaded.public.get(kid)

    async def rotate(self) -> None:
        """The waiting key signs from now on; a new one waits."""
        async with self._lock:
            await self._replenish(is_rotation_forced=True)

    async def document(self) -> dict[str, list[dict[str, str]]]:
        """The JWKS document (RFC 7517 5): every key that a valid token may name, now or soon."""
        await self._refresh(_RELOAD_SECONDS)
        return {"keys": [sealing.published(key) for key in self._loaded.public.values()]}

    async def _refresh(self, seconds: float) -> None:
        if time.monotonic() - self._loaded.at <= seconds:
            return
        async with self._lock:
            if time.monotonic() - self._loaded.at > seconds:
                await self._reload()

    async def _reload(self) -> None:
        started = time.monotonic()
        rows = await key_rows.useful(self._now() - _KEPT)
        mine = [(row, key) for row in rows if row.retired_at is None and (key := self._open(row))]
        self._loaded = _Loaded(
            at=started,
            public={row.kid: sealing.open_public(row.private_jwk) for row in rows},
            signer=mine[0][1] if mine else None,
            usable=len(mine),
            # The waiting key was made when the last rotation took place.
            rotated_at=mine[-1][0].created_at if mine else None,
        )

    def _open(self, row: key_rows.KeyRow) -> ECKey | None:
        return sealing.open_private(row.private_jwk, self._sealing_key)

    async def _replenish(self, *, is_rotation_forced: bool = False) -> None:
        async with key_rows.locked():
            # Another server may have done it while this one waited for the lock.
            await self._reload()
            if self._loaded.signer and (is_rotation_forced or self._is_rotation_due()):
                await key_rows.retire(str(self._loaded.signer.kid), self._now())
                await self._reload()
            for _ in range(self._loaded.usable, _NEEDED):
                key = sealing.make()
                await key_rows.insert(str(key.kid), sealing.seal(key, self._sealing_key), self._now())
            await self._reload()

    def _is_rotation_due(self) -> bool:
        rotated_at = self._loaded.rotated_at
        return rotated_at is not None and self._now() - rotated_at > self._rotation

"""The first result of a mutation, given again to whoever repeats it under the same key within a day."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Protocol
from uuid import UUID

from models import idempotency_rows
from resolvers import bounds
from resolvers.context import Context
from resolvers.errors import IdempotencyKeyReused

LIFETIME = timedelta(hours=24)
KEY_LENGTH = 200  # code points

_SYSTEM = UUID(int=0)


class Repeatable(Protocol):
    """An input that may carry a key."""

    @property
    def idempotency_key(self) -> str | None:
        """What its caller names the request; null when it may run twice."""


async def recall(ctx: Context, operation: str, input_: Repeatable) -> dict[str, object] | None:
    """What the first request under this key came to; null when this is the first, or has no key.

    Inside the transaction, before any lock: a concurrent twin waits here until the first ends. A key of a rolled
    back transaction was never used.

    Raises:
        IdempotencyKeyReused: the key came with another input.
    """
    if input_.idempotency_key is None:
        return None
    key = bounds.text(input_.idempotency_key, path=("idempotencyKey",), most=KEY_LENGTH)
    now, input_hash = datetime.now(UTC), fingerprint(input_)
    kept = await idempotency_rows.claim(_actor(ctx), operation, key=key, input_hash=input_hash, now=now)
    if kept is None:
        return None
    if kept.created_at <= now - LIFETIME:
        await idempotency_rows.renew(kept.id, input_hash=input_hash, now=now)
        return None
    if kept.input_hash != input_hash:
        raise IdempotencyKeyReused(kept.created_at)
    return kept.result


async def remember(ctx: Context, operation: str, input_: Repeatable, result: dict[str, object]) -> None:
    """The result is what the key stands for from now on. Ids, never secrets; nothing happens without a key."""
    if input_.idempotency_key is not None:
        await idempotency_rows.keep(_actor(ctx), operation, key=input_.idempotency_key, result=result)


async def purge() -> int:
    """How many keys were too old and are gone."""
    return await idempotency_rows.purge(datetime.now(UTC) - LIFETIME)


def fingerprint(input_: object) -> str:
    """SHA-256 of everything in the input but its key; equal inputs have equal ones."""
    return hashlib.sha256(json.dumps(_plain(input_), ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {
            item.name: _plain(getattr(value, item.name)) for item in fields(value) if item.name != "idempotency_key"
        }
    match value:
        case Enum():
            # The class tells UNSET from a text that happens to read so.
            return [type(value).__name__, value.value]
        case tuple() | list():
            return [_plain(item) for item in value]
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case None | str() | int() | float():
            return value
        case _:
            return str(value)


def _actor(ctx: Context) -> UUID:
    return ctx.viewer.user_id or _SYSTEM

"""Patience: what must be done is tried until it succeeds, since PostgreSQL and Redis may be away for a while."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from models import engine

_LOG = logging.getLogger("begrip.live")
_PAUSE_SECONDS = 0.2
_MOST_SECONDS = 60.0

Result = TypeVar("Result")


async def insist(what: str, attempt: Callable[[], Awaitable[Result]]) -> Result:
    """What the attempt returns, once it does; each failure is logged as a failure to do `what`. Cancel it to give up."""
    while True:
        try:
            return await attempt()
        except Exception:  # noqa: BLE001 - the one loop of this room that must outlive every fault
            _LOG.warning("could not %s; trying again", what, exc_info=True)
        await asyncio.sleep(_PAUSE_SECONDS)


async def outlast(what: str, attempt: Callable[[], Awaitable[Result]]) -> Result:
    """What the attempt returns, once PostgreSQL is there: an event is late rather than lost.

    Raises:
        Exception: what the attempt raised for any other reason.
        TimeoutError: PostgreSQL was away for a minute.
    """
    async with asyncio.timeout(_MOST_SECONDS):
        while True:
            try:
                return await attempt()
            except Exception as error:
                if not engine.is_away(error):
                    raise
                _LOG.warning("cannot %s while the database is away; trying again", what)
            await asyncio.sleep(_PAUSE_SECONDS)

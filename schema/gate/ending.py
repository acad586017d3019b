"""Endings: why a stream ends that its client did not complete, and when."""

import asyncio
import math
from datetime import UTC, datetime

from schema.gate import errors
from schema.gate.errors import Entry
from subscriptions.listener import Ended, Reason

_MESSAGES = {
    Reason.TOO_SLOW: "events came faster than they were read; resume after the cursor",
    Reason.REVOKED: "you may no longer follow this stream",
    Reason.STOPPED: "the server goes away; resume after the cursor",
    Reason.FAILED: "an event could not be told; resume after the cursor",
}

TOKEN_ENDED = "the access token has ended"  # noqa: S105 - a sentence


def entry(ended: Ended) -> Entry:
    """The error that a client sees of the end, with the cursor to resume from."""
    return errors.entry(ended.reason.value, _MESSAGES[ended.reason], cursor=ended.cursor)


def seconds_until(moment: datetime | None) -> float:
    """How long until the moment; infinite when there is none."""
    return math.inf if moment is None else (moment - datetime.now(UTC)).total_seconds()


async def at(moment: datetime | None) -> None:
    """Returns at the moment; never when there is none."""
    if moment is None:
        await asyncio.Event().wait()
        return
    while True:
        left = seconds_until(moment)
        if left <= 0:
            return
        # The wall clock may jump, so a long wait is looked at again in between.
        await asyncio.sleep(min(left, 30.0))

"""Sinks: where the relay puts numbered events. Redis is the one that subscribers are served from; files are another."""

from collections.abc import Sequence
from typing import Protocol

from models.outbox import NumberedEvent


class SinkAway(Exception):
    """The sink cannot be reached or written at the moment; the same events may be put there later."""


class SetBack(Exception):
    """The sink holds what the log does not know: an older backup of the database was restored."""


class EventSink(Protocol):
    """Holds the events of an epoch, in order, each once.

    Any error but `SinkAway` says that these very events cannot be put there.
    """

    async def append(self, epoch: str, batch: Sequence[NumberedEvent]) -> None:
        """The sink holds the events of the batch; those that it held before, by number, are passed over.

        Raises:
            SinkAway: some of the events may have arrived.
        """

    async def head(self, epoch: str) -> int:
        """The highest number that the sink holds of this epoch; 0 when it holds none.

        Raises:
            SinkAway: nobody knows.
        """

"""How the supervisor is told to stop: once to stop, once more to hurry."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

_SAME_WISH_SECONDS = 0.5
_STOPPING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Stopped(BaseException):
    """The operator, or the death of whoever started us, ends the run."""


@dataclass(slots=True)
class Signals:
    """What was asked so far."""

    is_stopping: bool = False
    is_hurried: bool = False
    stopped_at: float = 0.0

    def receive(self, _number: int, _frame: FrameType | None) -> None:
        """The run stops; asked again, it hurries."""
        if self.is_stopping:
            # A terminal signals the whole group and `uv run` repeats it: the same wish, said twice.
            self.is_hurried = time.monotonic() - self.stopped_at > _SAME_WISH_SECONDS
            return
        self.is_stopping, self.stopped_at = True, time.monotonic()
        raise Stopped


@contextmanager
def stopping() -> Iterator[Signals]:
    """SIGTERM, SIGINT and SIGHUP raise `Stopped` inside, the first time."""
    signals = Signals()
    former = {number: signal.signal(number, signals.receive) for number in _STOPPING}
    try:
        yield signals
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


class Launcher:
    """The `uv run` that started us: when it is killed we stop, for nobody else would know that we run."""

    def __init__(self) -> None:
        self._pid = os.getppid()
        self._is_uv = _name(self._pid) == "uv"

    @property
    def is_gone(self) -> bool:
        """Whether it was there, and is no more. Any other parent may go: that is how a daemon is made."""
        return self._is_uv and os.getppid() != self._pid

    def wait(self, seconds: float) -> None:
        """Time has passed.

        Raises:
            Stopped: the launcher is gone.
        """
        time.sleep(seconds)
        if self.is_gone:
            raise Stopped


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        return ""

"""Children that live as long as the supervisor: started in order, restarted when they die, ended in reverse."""

import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from server.embedded import processes
from server.embedded.guard import Guard
from server.embedded.processes import Account, Known

_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 5.0
_HEALTHY_SECONDS = 10.0
"""A child that lived this long is restarted at once; one that did not is given growing pauses."""
_TAIL_LINES = 15


@dataclass(frozen=True, slots=True)
class Child:
    """How to start a process, and how to end it."""

    name: str
    argv: tuple[str, ...]
    phase: int
    """Lowest first when everything ends: those who use a database end before it does."""
    stop_signal: signal.Signals = signal.SIGTERM
    stop_seconds: float = 20.0
    orphan_seconds: float = 20.0
    """As `stop_seconds`, when the supervisor was killed."""
    account: Account | None = None
    environment: Mapping[str, str] | None = None
    log: Path | None = None
    descriptors: tuple[int, ...] = ()
    before: Callable[[], None] = lambda: None
    """What must be true before each start."""


@dataclass(slots=True)
class Running:
    """A child as it is now."""

    child: Child
    process: subprocess.Popen[bytes]
    started_at: float
    pause: float = _FIRST_PAUSE
    restart_at: float | None = None
    known: Known = field(default_factory=lambda: Known(0, ""))


class FailedStart(Exception):
    """A child ended, or was not ready in time."""


class Supervisor:
    """The children of one run, in the order they were added."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._running: dict[str, Running] = {}

    @property
    def known(self) -> dict[str, Known]:
        """The processes by name, the watchdog among them."""
        return {"watchdog": processes.known(self._guard.pid)} | {name: one.known for name, one in self._running.items()}

    def add(self, child: Child, *, is_ready: Callable[[], bool] = lambda: True, seconds: float = 60) -> None:
        """The child runs and is ready.

        Raises:
            FailedStart: it ended, or was not ready within `seconds`; the message carries the end of its log.
        """
        self._running[child.name] = Running(child, self._start(child), time.monotonic())
        self._note(self._running[child.name])
        deadline = time.monotonic() + seconds
        while not is_ready():
            code = self._running[child.name].process.poll()
            if code is not None or time.monotonic() > deadline:
                reason = "was not ready in time" if code is None else f"ended with code {code}"
                raise FailedStart(f"{child.name} {reason}{_tail(child.log)}")
            time.sleep(0.01)

    def tend(self) -> list[str]:
        """Names of what was found dead and now runs again; what died too soon waits for its pause."""
        revived = ["watchdog"] if self._guard.tend() else []
        for name, one in self._running.items():
            if one.process.poll() is not None and self._is_due(one):
                one.process = self._start(one.child)
                one.started_at, one.restart_at = time.monotonic(), None
                self._note(one)
                revived.append(name)
        return revived

    def stop(self, *, is_hurried: Callable[[], bool] = lambda: False) -> None:
        """All children have ended, phase by phase, each within its time; at once when the operator hurries."""
        for phase in sorted({one.child.phase for one in self._running.values()}):
            self._end([one for one in self._running.values() if one.child.phase == phase], is_hurried)
        self._running.clear()

    def _start(self, child: Child) -> subprocess.Popen[bytes]:
        child.before()
        if child.log is None:
            return processes.start(
                child.argv, account=child.account, environment=child.environment, descriptors=child.descriptors
            )
        with child.log.open("ab") as log:
            return processes.start(child.argv, account=child.account, environment=child.environment, output=log)

    def _note(self, one: Running) -> None:
        child, pid = one.child, one.process.pid
        self._guard.watch(pid, phase=child.phase, number=child.stop_signal, seconds=child.orphan_seconds)
        one.known = processes.known(pid)

    def _is_due(self, one: Running) -> bool:
        now = time.monotonic()
        if one.restart_at is None:
            self._guard.forget(one.process.pid)
            one.pause = _FIRST_PAUSE if now - one.started_at > _HEALTHY_SECONDS else min(one.pause * 2, _LONGEST_PAUSE)
            one.restart_at = now + one.pause
        return now >= one.restart_at

    def _end(self, group: list[Running], is_hurried: Callable[[], bool]) -> None:
        alive = [one for one in group if one.process.poll() is None]
        for one in alive:
            one.process.send_signal(one.child.stop_signal)
        began = time.monotonic()
        while alive:
            for one in alive:
                if time.monotonic() - began > one.child.stop_seconds or (is_hurried() and one.child.log is None):
                    one.process.kill()
            with suppress(subprocess.TimeoutExpired):
                alive[0].process.wait(0.05)
            alive = [one for one in alive if one.process.poll() is None]
        for one in group:
            self._guard.forget(one.process.pid)


def _tail(log: Path | None) -> str:
    if log is None or not log.exists():
        return ""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-_TAIL_LINES:]
    return "".join(f"\n  {line}" for line in lines)

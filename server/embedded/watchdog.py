"""A tiny process that outlives the supervisor by seconds, and ends what it left behind.

Run as a script with nothing but the standard library. Its standard input is the read end of a pipe whose write end only
the supervisor holds: end of file means that the supervisor is gone, however it went. Lines it reads until then:
`watch PHASE PID SIGNAL SECONDS BIRTH` and `forget PID`. Phases end one after the other, lowest first.
"""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Watched(NamedTuple):
    """A process group to end: politely with `signal_number`, after `seconds` without mercy."""

    phase: int
    pid: int
    signal_number: int
    seconds: float
    birth: str


def birth(pid: int) -> str:
    """When the process began, in ticks since boot; empty when it is gone or a zombie, `?` where /proc is unknown."""
    if not Path("/proc/self/stat").exists():
        try:
            os.kill(pid, 0)
        except OSError:
            return ""
        return "?"
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else fields[19]  # proc(5): state is field 3, starttime field 22


def is_alive(one: Watched) -> bool:
    """Whether that very process still runs; another one that got its number does not count."""
    return birth(one.pid) == one.birth


def strike(one: Watched, signal_number: int) -> None:
    """The signal is with the whole process group, or with the process when it leads none."""
    with contextlib.suppress(OSError):
        os.killpg(one.pid, signal_number)
        return
    with contextlib.suppress(OSError):
        os.kill(one.pid, signal_number)


def end(group: list[Watched]) -> None:
    """None of the processes runs any more."""
    alive = [one for one in group if is_alive(one)]
    for one in alive:
        strike(one, one.signal_number)
    began = time.monotonic()
    while alive:
        for one in alive:
            if time.monotonic() - began > one.seconds:
                strike(one, signal.SIGKILL)
        time.sleep(0.02)
        alive = [one for one in alive if is_alive(one)]


def listen(lines: Iterable[str]) -> dict[int, Watched]:
    """What was left to watch when the supervisor went."""
    watched: dict[int, Watched] = {}
    for line in lines:
        match line.split():
            case ["watch", phase, pid, number, seconds, born]:
                watched[int(pid)] = Watched(int(phase), int(pid), int(number), float(seconds), born)
            case ["forget", pid]:
                watched.pop(int(pid), None)
            case _:  # the supervisor died in the middle of a line
                pass
    return watched


def main() -> None:
    """Everything the supervisor started has ended."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    watched = listen(sys.stdin)
    for phase in sorted({one.phase for one in watched.values()}):
        end([one for one in watched.values() if one.phase == phase])


if __name__ == "__main__":
    main()

"""The supervisor's end of the watchdog: what is told here is ended even when the supervisor is killed."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from server.embedded import processes, watchdog


class Guard:
    """A watchdog process and what it was told, so that a killed watchdog is replaced by one that knows as much."""

    def __init__(self, descriptors: Sequence[int] = ()) -> None:
        """Start a watchdog that also holds `descriptors` open (the lock) until it has ended everything."""
        self._descriptors = tuple(descriptors)
        self._watched: dict[int, str] = {}
        self._process, self._pipe = self._start()

    @property
    def pid(self) -> int:
        """Of the watchdog as it is now."""
        return self._process.pid

    def watch(self, pid: int, *, phase: int, number: int, seconds: float) -> None:
        """The process ends when the supervisor does."""
        self._watched[pid] = f"watch {phase} {pid} {int(number)} {seconds} {watchdog.birth(pid)}\n"
        self._tell(self._watched[pid])

    def forget(self, pid: int) -> None:
        """The process is no concern of the watchdog any more."""
        self._watched.pop(pid, None)
        self._tell(f"forget {pid}\n")

    def tend(self) -> bool:
        """Whether the watchdog had died and was replaced."""
        if self._process.poll() is None:
            return False
        os.close(self._pipe)
        self._process, self._pipe = self._start()
        for line in self._watched.values():
            self._tell(line)
        return True

    def close(self) -> None:
        """The watchdog has ended, together with whatever it still watched."""
        os.close(self._pipe)
        self._process.wait()

    def _start(self) -> tuple[subprocess.Popen[bytes], int]:
        read_end, write_end = os.pipe()
        try:
            process = subprocess.Popen(  # noqa: S603 - our own script, by the interpreter that runs us
                [sys.executable, "-I", "-S", str(Path(watchdog.__file__))],
                stdin=read_end,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env=processes.native_environment(),
                pass_fds=self._descriptors,
                start_new_session=True,
            )
        finally:
            os.close(read_end)
        return process, write_end

    def _tell(self, line: str) -> None:
        # A dead watchdog is noticed and replaced by `tend`, which repeats every line.
        with contextlib.suppress(BrokenPipeError):
            os.write(self._pipe, line.encode())

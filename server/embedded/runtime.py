"""Who holds a data folder: a lock, `supervisor.pid`, and `runtime.json` by which a second command finds the running servers."""

import contextlib
import fcntl
import json
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from server.embedded.processes import Known

_TAKEOVER_SECONDS = 40.0
"""A killed supervisor's watchdog keeps the lock until it has ended everything, at most this long."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """What runs now, and where it is reached."""

    supervisor: Known
    database_url: str
    owner_url: str
    redis_url: str
    url: str = ""
    """Of the HTTP server; empty when only the services run, for the time of a command."""
    children: Mapping[str, Known] = field(default_factory=dict)


class AlreadyRunning(Exception):
    """A living supervisor holds the data folder."""

    def __init__(self, folder: Path, runtime: Runtime | None) -> None:
        where = f" at {runtime.url}" if runtime is not None and runtime.url else ""
        pid = f" (process {runtime.supervisor.pid})" if runtime is not None else ""
        super().__init__(f"begrip already runs{where}{pid} on {folder}: use it, or give another BEGRIP_DATA_DIR")
        self.runtime = runtime


@contextlib.contextmanager
def lock(folder: Path) -> Iterator[int]:
    """The folder is ours alone; the descriptor may be shared with the watchdog, which then holds it to its end.

    Raises:
        AlreadyRunning: a living supervisor has it.
    """
    descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _take(descriptor, folder)
        (folder / "supervisor.pid").write_text(f"{os.getpid()}\n")
        try:
            yield descriptor
        finally:
            (folder / "supervisor.pid").unlink(missing_ok=True)
    finally:
        os.close(descriptor)


def write(folder: Path, runtime: Runtime) -> None:
    """The note is there, whole; only we can read it."""
    unfinished = folder / "runtime.json.tmp"
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(runtime), file, indent=1)
    unfinished.rename(folder / "runtime.json")


def read(folder: Path) -> Runtime | None:
    """The last note; null when there is none that we can read and understand."""
    try:
        found = json.loads((folder / "runtime.json").read_text(encoding="utf-8"))
        supervisor = Known(**found.pop("supervisor"))
        children = {name: Known(**known) for name, known in found.pop("children").items()}
        return Runtime(supervisor=supervisor, children=children, **found)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def remove(folder: Path) -> None:
    """Nothing runs here any more."""
    (folder / "runtime.json").unlink(missing_ok=True)


def living(folder: Path) -> Runtime | None:
    """The note of a supervisor that still runs."""
    runtime = read(folder)
    return runtime if runtime is not None and runtime.supervisor.is_alive else None


def _take(descriptor: int, folder: Path) -> None:
    deadline = time.monotonic() + _TAKEOVER_SECONDS
    while True:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        runtime = living(folder)
        if runtime is not None or time.monotonic() > deadline:
            raise AlreadyRunning(folder, runtime)
        time.sleep(0.05)

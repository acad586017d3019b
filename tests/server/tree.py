"""A real `begrip serve` in a folder of its own, and the processes that belong to it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from server import home
from server.embedded import folders, runtime
from server.embedded.runtime import Runtime

T = TypeVar("T")

SECONDS = 60.0
CHILDREN = ("watchdog", "postgres", "valkey", "server", "worker")


def wait_for(look: Callable[[], T | None], what: str, seconds: float = SECONDS) -> T:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = look()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"{what}: not within {seconds} seconds")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@dataclass(slots=True)
class Tree:
    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self, **environment: str) -> "Tree":
        given = {"BEGRIP_DATA_DIR": str(self.folder), "BEGRIP_PORT": str(self.port), "BEGRIP_SAMPLE": "off"}
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("BEGRIP_", "DATABASE_", "REDIS_"))
        }
        with self.log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "server.cli", "serve"],
                env={**kept, "PYTHONPATH": str(home.PROJECT), **given, **environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return self

    @property
    def log(self) -> Path:
        """What this tree printed; beside the folder, so that two trees on one folder have two."""
        return self.folder.with_name(f"{self.folder.name}-{self.port}.log")

    def ready(self) -> Runtime:
        def look() -> Runtime | None:
            assert self.process is not None
            assert self.process.poll() is None, self.log.read_text()
            return self.runtime() if self.answers() else None

        return wait_for(look, "ready")

    def runtime(self) -> Runtime | None:
        found = runtime.living(self.folder)
        return found if found is not None and found.url and set(CHILDREN) <= set(found.children) else None

    def ensure(self) -> None:
        if self.process is None or self.process.poll() is not None:
            self.start()
        self.ready()

    def answers(self, seconds: float = 1) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=seconds) as answer:
                return b'"status":"ok"' in answer.read()
        except OSError:
            return False

    def replaced(self, name: str, before: int) -> int | None:
        found = self.runtime()
        return found.children[name].pid if found is not None and found.children[name].pid != before else None

    def kill(self, name: str) -> None:
        before = self.ready().children[name]
        os.kill(before.pid, signal.SIGKILL)
        wait_for(lambda: not before.is_alive, f"death of {name}")

    def kill_supervisor(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> tuple[int, str]:
        """Exit code, and all that was printed."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self) -> tuple[int, str]:
        assert self.process is not None
        return self.process.wait(SECONDS), self.log.read_text()

    def members(self) -> dict[int, str]:
        """Living processes that carry our folder in their command line or environment, by number."""
        return dict(_members(str(self.folder)))

    def end(self) -> None:
        for pid in self.members():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        folders.remove(self.folder)
        self.log.unlink(missing_ok=True)


def make() -> Tree:
    """A tree that is not yet started, in a folder that the service user can enter."""
    folder = Path(tempfile.mkdtemp(prefix="begrip-tree-", dir="/var/tmp"))
    return Tree(folder, free_port())


def _members(mark: str) -> Iterator[tuple[int, str]]:
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        with contextlib.suppress(OSError):
            words = (entry / "cmdline").read_bytes()
            if words and mark.encode() in words + (entry / "environ").read_bytes():
                yield int(entry.name), words.replace(b"\0", b" ").decode(errors="replace")

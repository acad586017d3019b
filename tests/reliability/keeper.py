"""Processes that are started again when they die, as a container runtime does, unless the test holds them down."""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen

from server.embedded import processes
from server.embedded.guard import Guard
from server.embedded.supervisor import Child

PAUSE_SECONDS = 0.1
_LOOK_SECONDS = 0.01


def wait_for(look: Callable[[], object], what: str, seconds: float = 120.0) -> float:
    """Seconds until it was true."""
    began = time.monotonic()
    while not look():
        if time.monotonic() - began > seconds:
            raise AssertionError(f"{what}: not within {seconds} seconds")
        time.sleep(_LOOK_SECONDS)
    return time.monotonic() - began


@dataclass(slots=True)
class Keeper:
    """Children by name. All of them end with this process, however it ends."""

    guard: Guard = field(default_factory=Guard)
    starts: dict[str, int] = field(default_factory=dict)
    _children: dict[str, Child] = field(default_factory=dict)
    _running: dict[str, "Popen[bytes]"] = field(default_factory=dict)
    _held: set[str] = field(default_factory=set)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _stopped: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def begin(self) -> None:
        """What dies from now on is started again."""
        self._thread = threading.Thread(target=self._tend, name="keeper", daemon=True)
        self._thread.start()

    def add(self, child: Child, is_ready: Callable[[], bool]) -> None:
        """The child runs and is ready."""
        with self._lock:
            self._children[child.name] = child
            self._start(child)
        wait_for(lambda: is_ready() or self._failed(child), f"{child.name} ready")

    def pid(self, name: str) -> int:
        """Of the process as it is now."""
        with self._lock:
            return self._running[name].pid

    def is_alive(self, name: str) -> bool:
        """Whether it runs."""
        with self._lock:
            return self._running[name].poll() is None

    def kill(self, name: str, *, stays_down: bool = False) -> None:
        """kill -9. It is started again, unless it is to stay down until `release`."""
        with self._lock:
            if stays_down:
                self._held.add(name)
            process = self._running[name]
            process.kill()
        process.wait(10)

    def end(self, name: str, number: signal.Signals = signal.SIGTERM, seconds: float = 60.0) -> tuple[int, float]:
        """Exit code, and seconds, of a polite end; it stays down."""
        with self._lock:
            self._held.add(name)
            process = self._running[name]
            process.send_signal(number)
        began = time.monotonic()
        return process.wait(seconds), time.monotonic() - began

    def release(self, name: str) -> None:
        """It may run again, and is started at once."""
        with self._lock:
            self._held.discard(name)
            if self._running[name].poll() is not None:
                self._start(self._children[name])

    def close(self) -> None:
        """Nothing runs any more."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
        for name, process in self._running.items():
            if process.poll() is None:
                process.send_signal(signal.SIGKILL if name not in {"postgres", "valkey"} else signal.SIGTERM)
        for name in ("valkey", "postgres"):
            if name in self._running and self._running[name].poll() is None:
                self._running[name].send_signal(signal.SIGINT)
        for process in self._running.values():
            if not processes.wait_until(process, seconds=20):
                process.kill()
                process.wait()
        self.guard.close()

    def _tend(self) -> None:
        while not self._stopped.wait(_LOOK_SECONDS):
            for name in list(self._children):
                if not self.is_alive(name) and name not in self._held:
                    self._stopped.wait(PAUSE_SECONDS)
                    with self._lock:
                        if not self._stopped.is_set() and name not in self._held and not self.is_alive(name):
                            self._start(self._children[name])

    def _start(self, child: Child) -> None:
        assert child.log is not None
        child.before()
        with child.log.open("ab") as log:
            process = processes.start(child.argv, account=child.account, environment=child.environment, output=log)
        self.guard.watch(process.pid, phase=child.phase, number=child.stop_signal, seconds=5)
        self._running[child.name] = process
        self.starts[child.name] = self.starts.get(child.name, 0) + 1

    def _failed(self, child: Child) -> bool:
        if self._thread is None and not self.is_alive(child.name):
            assert child.log is not None
            raise AssertionError(f"{child.name} ended:\n{child.log.read_text(errors='replace')[-4000:]}")
        return False


def memory(pid: int) -> int:
    """Bytes that the process holds in memory."""
    return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def untaken(port: int, peer_port: int) -> int:
    """Bytes that the kernel holds for a peer on this machine which has not taken them; 0 when there is no such connection."""
    for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
        _, local, remote, _, queues, *_ = line.split()
        if (int(local.partition(":")[2], 16), int(remote.partition(":")[2], 16)) == (port, peer_port):
            return int(queues.partition(":")[0], 16)
    return 0


def sockets(pid: int) -> set[str]:
    """The sockets that the process has open, by their number in the kernel."""
    found: set[str] = set()
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            found.add(str(entry.readlink()))
    return {name for name in found if name.startswith("socket:")}

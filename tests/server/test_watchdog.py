import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from server.embedded import processes, watchdog
from server.embedded.guard import Guard

DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"
SLEEPER = "import time; print(flush=True); time.sleep(60)"


def child(code: str) -> subprocess.Popen[bytes]:
    started = processes.start([sys.executable, "-c", code], output=subprocess.PIPE)
    assert started.stdout is not None
    started.stdout.readline()
    return started


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    with child(SLEEPER) as started:
        yield started
        started.kill()


@pytest.fixture
def deaf() -> Iterator[subprocess.Popen[bytes]]:
    with child(DEAF) as started:
        yield started
        started.kill()


def test_the_end_of_the_pipe_ends_what_is_watched(sleeper: subprocess.Popen[bytes]) -> None:
    guard = Guard()
    guard.watch(sleeper.pid, phase=0, number=signal.SIGTERM, seconds=10)

    guard.close()

    assert sleeper.wait(1) == -signal.SIGTERM


def test_what_does_not_listen_is_ended_without_mercy(deaf: subprocess.Popen[bytes]) -> None:
    guard = Guard()
    guard.watch(deaf.pid, phase=0, number=signal.SIGTERM, seconds=0.1)

    guard.close()

    assert deaf.wait(1) == -signal.SIGKILL


def test_what_was_forgotten_lives_on(sleeper: subprocess.Popen[bytes]) -> None:
    guard = Guard()
    guard.watch(sleeper.pid, phase=0, number=signal.SIGTERM, seconds=10)
    guard.forget(sleeper.pid)

    guard.close()

    assert sleeper.poll() is None


def test_a_killed_watchdog_is_replaced_by_one_that_knows_as_much(sleeper: subprocess.Popen[bytes]) -> None:
    guard = Guard()
    guard.watch(sleeper.pid, phase=0, number=signal.SIGTERM, seconds=10)
    first = processes.known(guard.pid)
    processes.end(first, signal.SIGKILL, seconds=1)
    guard.forget(0)

    assert guard.tend()
    guard.close()

    assert sleeper.wait(1) == -signal.SIGTERM


def test_phases_end_one_after_the_other(sleeper: subprocess.Popen[bytes], deaf: subprocess.Popen[bytes]) -> None:
    guard = Guard()
    guard.watch(sleeper.pid, phase=1, number=signal.SIGTERM, seconds=10)
    guard.watch(deaf.pid, phase=0, number=signal.SIGTERM, seconds=0.3)
    ends: dict[str, float] = {}

    guard.close()
    ends["deaf"] = deaf.wait(1)
    ends["sleeper"] = sleeper.wait(1)

    assert ends == {"deaf": -signal.SIGKILL, "sleeper": -signal.SIGTERM}


def test_another_process_with_the_number_is_spared(sleeper: subprocess.Popen[bytes]) -> None:
    stranger = watchdog.Watched(0, sleeper.pid, signal.SIGTERM, 1, birth="1")

    watchdog.end([stranger])

    assert sleeper.poll() is None


def test_a_zombie_counts_as_gone(sleeper: subprocess.Popen[bytes]) -> None:
    sleeper.kill()
    deadline = time.monotonic() + 5
    while watchdog.birth(sleeper.pid) and time.monotonic() < deadline:
        time.sleep(0.01)

    assert watchdog.birth(sleeper.pid) == ""


def test_half_a_line_of_a_dying_supervisor_is_ignored() -> None:
    lines = ["watch 0 1 15 2.0 77\n", "watch 0 2 15 2.0 78\n", "forget 2\n", "watch 0 3 1"]

    watched = watchdog.listen(iter(lines))

    assert watched == {1: watchdog.Watched(0, 1, 15, 2.0, "77")}

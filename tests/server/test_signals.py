import os
import signal
import subprocess
import sys
import time

import pytest

from server import home, signals
from server.signals import Launcher, Signals, Stopped

ORPHAN = "import time; from server import lifeline; lifeline.hold(); print('held', flush=True); time.sleep(60)"


def test_the_first_signal_stops() -> None:
    with pytest.raises(Stopped), signals.stopping():
        os.kill(os.getpid(), signal.SIGTERM)


def test_the_handlers_of_before_are_back_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)

    with signals.stopping():
        pass

    assert signal.getsignal(signal.SIGTERM) is before


def test_the_same_wish_said_twice_does_not_hurry() -> None:
    asked = Signals(is_stopping=True, stopped_at=time.monotonic())

    asked.receive(signal.SIGINT, None)

    assert asked.is_hurried is False


def test_a_second_wish_hurries() -> None:
    asked = Signals(is_stopping=True, stopped_at=time.monotonic() - 1)

    asked.receive(signal.SIGINT, None)

    assert asked.is_hurried is True


def test_a_parent_that_is_no_launcher_may_go() -> None:
    launcher = Launcher()
    launcher._pid = 1

    assert launcher.is_gone is False


def test_a_launcher_that_went_stops_the_run() -> None:
    launcher = Launcher()
    launcher._is_uv, launcher._pid = True, -1

    with pytest.raises(Stopped):
        launcher.wait(0)


def test_a_process_ends_with_its_lifeline() -> None:
    read_end, write_end = os.pipe()
    environment = {**os.environ, "PYTHONPATH": str(home.PROJECT), "BEGRIP_LIFELINE": str(read_end)}
    with subprocess.Popen(
        [sys.executable, "-P", "-c", ORPHAN], env=environment, pass_fds=(read_end,), stdout=subprocess.PIPE
    ) as held:
        assert held.stdout is not None
        held.stdout.readline()

        os.close(write_end)

        assert held.wait(5) == -signal.SIGTERM
    os.close(read_end)


def test_without_a_supervisor_there_is_no_lifeline() -> None:
    environment = {**os.environ, "PYTHONPATH": str(home.PROJECT)}
    code = "from server import lifeline; import threading; lifeline.hold(); print(threading.active_count())"

    said = subprocess.run(
        [sys.executable, "-P", "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert said.stdout == "1\n"

"""`begrip serve` as a newcomer starts it, and any of its processes killed at random: the next start works and nothing is lost."""

import os
import random
import signal
import time

import pytest

from tests.reliability import figures
from tests.reliability.load import quantile
from tests.server import tree

pytestmark = pytest.mark.timeout(900)
_KILLS = int(os.environ.get("BEGRIP_KILLS", "20"))
_START_SECONDS = 5.0


def test_random_kills_of_an_embedded_server() -> None:
    dice = random.Random(25)
    seconds: list[float] = []
    place = tree.make()
    try:
        place.ensure()
        for _ in range(_KILLS):
            victim = dice.choice((*tree.CHILDREN, "supervisor", "supervisor and watchdog"))
            began = time.monotonic()
            _strike(place, victim)
            seconds.append(time.monotonic() - began)
        code, _ = place.stop()
        leaked = place.members()
    finally:
        place.end()

    is_met = code == 0 and not leaked and max(seconds) <= _START_SECONDS
    figure = f"{_KILLS} kills; ready again after {quantile(seconds, 0.5):.1f} s (median), {max(seconds):.1f} s (most); {len(leaked)} processes left"
    figures.record("embedded", figure, is_met=is_met)
    assert code == 0
    assert leaked == {}


def _strike(place: tree.Tree, victim: str) -> None:
    """The victim was killed, and everything runs again."""
    before = place.ready()
    if victim in tree.CHILDREN:
        place.kill(victim)
        tree.wait_for(lambda: place.replaced(victim, before.children[victim].pid), f"a new {victim}")
    else:
        if "watchdog" in victim:
            os.kill(before.children["watchdog"].pid, signal.SIGKILL)
        place.kill_supervisor()
        place.start()
    place.ready()

"""The collector of garbage around a load."""

import gc
from collections.abc import Iterator

import pytest

from rules.web import collector


@pytest.fixture
def _no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def test_collector_rests_inside_and_runs_afterwards() -> None:
    with collector.at_rest():
        inside = gc.isenabled()

    assert (inside, gc.isenabled()) == (False, True)


@pytest.mark.usefixtures("_no_collector")
def test_collector_that_was_off_stays_off() -> None:
    with collector.at_rest():
        pass

    assert not gc.isenabled()

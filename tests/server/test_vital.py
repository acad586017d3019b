"""What the process cannot live without."""

import signal
from collections.abc import Iterator

import pytest

from server import app


@pytest.fixture
def asked() -> Iterator[list[int]]:
    """Signals that the process was sent; it does not die of them."""
    heard: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _frame: heard.append(number))
    yield heard
    signal.signal(signal.SIGTERM, before)


async def fails() -> None:
    raise ValueError


async def ends() -> None:
    return


async def test_failed_vital_task_ends_the_process_politely(asked: list[int]) -> None:
    await app._vital(fails())

    assert asked == [signal.SIGTERM]


async def test_vital_task_that_ends_well_ends_nothing(asked: list[int]) -> None:
    await app._vital(ends())

    assert asked == []

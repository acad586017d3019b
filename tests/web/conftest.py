"""A server as a newcomer starts it."""

from collections.abc import Iterator

import pytest

from benchmarks import site as sites


@pytest.fixture(scope="session")
def site() -> Iterator[sites.Site]:
    """`begrip serve` in a folder of its own, with the sample glossary."""
    with sites.started() as running:
        yield running

"""A server as a newcomer starts it, whose secret the tests know."""

from collections.abc import Iterator

import pytest

from benchmarks import site as sites
from benchmarks.site import Site

SECRET = "a secret of the tests that has 32 characters"


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """`begrip serve` in a folder of its own, without a sample."""
    with sites.started(BEGRIP_SAMPLE="off", BEGRIP_SECRET_KEY=SECRET) as running:
        yield running

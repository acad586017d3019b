"""Servers as a newcomer starts them, one per edition of the status codes."""

from collections.abc import Iterator

import pytest

from benchmarks import site as sites


@pytest.fixture(scope="session")
def audited() -> Iterator[sites.Site]:
    """A server with the status codes that the older suite asks for."""
    with sites.started(BEGRIP_HTTP_STATUS_PROFILE="audit") as running:
        yield running


@pytest.fixture(scope="session")
def usual() -> Iterator[sites.Site]:
    """A server with nothing turned."""
    with sites.started() as running:
        yield running

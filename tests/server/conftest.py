"""One real tree for all tests that need one; it takes seconds to grow."""

from collections.abc import Iterator

import pytest

from tests.server import tree
from tests.server.tree import Tree


@pytest.fixture(scope="session")
def grown() -> Iterator[Tree]:
    made = tree.make()
    yield made
    made.end()


@pytest.fixture
def running(grown: Tree) -> Tree:
    """A tree that runs: started anew when the test before has felled it."""
    grown.ensure()
    return grown

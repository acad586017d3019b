"""Nothing survives, everything heals: each process of a running tree is killed without warning."""

import os
import signal
from collections.abc import Iterator

import pytest

from tests.server import tree
from tests.server.tree import Tree


@pytest.fixture(scope="module")
def running() -> Iterator[Tree]:
    made = tree.make().start()
    made.ready()
    yield made
    made.end()


@pytest.fixture
def fresh() -> Iterator[Tree]:
    made = tree.make()
    yield made
    made.end()


@pytest.mark.parametrize("name", tree.CHILDREN)
def test_a_killed_child_is_replaced_and_the_server_is_ready_again(running: Tree, name: str) -> None:
    before = running.ready().children[name].pid

    running.kill(name)

    after = tree.wait_for(lambda: _other(running, name, before), f"a new {name}")
    assert after != before
    running.ready()


def test_a_killed_server_gives_its_port_to_the_next_without_a_refused_connection(running: Tree) -> None:
    running.kill("server")

    assert running.answers() or running.ready()


def test_a_killed_supervisor_leaves_nothing_and_the_next_start_works(fresh: Tree) -> None:
    fresh.start().ready()
    assert fresh.process is not None

    fresh.process.kill()

    tree.wait_for(lambda: not fresh.members(), "the end of all", 15)
    fresh.process.communicate()
    fresh.start().ready()


def test_killed_together_supervisor_and_watchdog_are_cleaned_up_by_the_next_start(fresh: Tree) -> None:
    first = fresh.start().ready()
    assert fresh.process is not None

    os.kill(first.children["watchdog"].pid, signal.SIGKILL)
    fresh.process.kill()
    fresh.process.communicate()
    second = fresh.start().ready()

    assert second.children["postgres"].pid != first.children["postgres"].pid
    assert not any(known.is_alive for known in first.children.values())


def test_a_start_right_after_the_kill_waits_for_the_watchdog(fresh: Tree) -> None:
    fresh.start().ready()
    assert fresh.process is not None

    fresh.process.kill()
    fresh.process.communicate()

    fresh.start().ready()


def test_a_polite_end_is_complete_and_exits_with_0(fresh: Tree) -> None:
    fresh.start().ready()

    code = fresh.stop()

    assert code == 0
    assert fresh.members() == {}
    assert sorted(path.name for path in fresh.folder.iterdir()) == ["lock", "logs", "pg", "secret.key", "valkey"]


def test_a_second_server_on_the_same_folder_says_where_the_first_is(running: Tree) -> None:
    running.ready()
    second = Tree(running.folder, tree.free_port())

    second.start()

    assert second.process is not None
    said, _ = second.process.communicate(timeout=tree.SECONDS)
    assert second.process.returncode == 2
    assert said.startswith(f"begrip: begrip already runs at http://127.0.0.1:{running.port} (process ")


def test_the_first_start_prints_a_one_time_secret_and_later_ones_do_not(fresh: Tree) -> None:
    fresh.start().ready()
    fresh.stop()
    first = fresh.process.communicate()[0] if fresh.process else ""

    fresh.start().ready()
    fresh.stop()
    second = fresh.process.communicate()[0] if fresh.process else ""

    assert first.count("First administrator: admin@localhost, password (works once): ") == 1
    assert "First administrator" not in second


def _other(running: Tree, name: str, before: int) -> int | None:
    found = running.runtime()
    pid = found.children[name].pid if found is not None else before
    return pid if pid != before else None

"""Nothing survives, everything heals: each process of a running tree is killed without warning."""

import os
import signal

import pytest

from tests.server import tree
from tests.server.tree import Tree

pytestmark = pytest.mark.timeout(180)


def test_the_first_start_prints_a_one_time_secret_and_later_ones_do_not(running: Tree) -> None:
    first_code, first = running.stop()
    running.ensure()
    second_code, second = running.stop()

    assert first.count("First administrator: admin@localhost, password (works once): ") == 1
    assert "First administrator" not in second
    assert (first_code, second_code) == (0, 0)


def test_a_polite_end_leaves_only_data(running: Tree) -> None:
    code, _ = running.stop()

    assert code == 0
    assert running.members() == {}
    assert sorted(path.name for path in running.folder.iterdir()) == ["lock", "logs", "pg", "secret.key", "valkey"]


@pytest.mark.parametrize("name", tree.CHILDREN)
def test_a_killed_child_is_replaced_and_the_server_is_ready_again(running: Tree, name: str) -> None:
    before = running.ready().children[name].pid

    running.kill(name)

    after = tree.wait_for(lambda: running.replaced(name, before), f"a new {name}")
    assert after != before
    running.ready()


def test_while_a_server_is_replaced_no_connection_is_refused(running: Tree) -> None:
    running.kill("server")

    assert running.answers(seconds=tree.SECONDS)


def test_a_second_server_on_the_same_folder_says_where_the_first_is(running: Tree) -> None:
    second = Tree(running.folder, tree.free_port()).start()

    code, said = second.wait()

    second.log.unlink()
    assert code == 2
    assert said.startswith(f"begrip: begrip already runs at http://127.0.0.1:{running.port} (process ")


def test_a_killed_supervisor_leaves_nothing_and_the_next_start_works_at_once(running: Tree) -> None:
    first = running.ready()

    running.kill_supervisor()
    second = running.start().ready()

    assert not any(known.is_alive for known in first.children.values())
    assert second.children["postgres"].pid != first.children["postgres"].pid


def test_a_killed_supervisor_is_followed_by_all_within_seconds(running: Tree) -> None:
    running.kill_supervisor()

    tree.wait_for(lambda: not running.members(), "the end of all", 15)


def test_killed_together_supervisor_and_watchdog_are_cleaned_up_by_the_next_start(running: Tree) -> None:
    first = running.ready()

    os.kill(first.children["watchdog"].pid, signal.SIGKILL)
    running.kill_supervisor()
    second = running.start().ready()

    assert second.children["postgres"].pid != first.children["postgres"].pid
    assert not any(known.is_alive for known in first.children.values())

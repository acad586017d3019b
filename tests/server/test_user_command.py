import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable

import pytest
import pytest_asyncio
from click.testing import CliRunner, Result

from models import store as stores
from models.audit import AuditEntry
from models.kinds import Role
from models.user import User
from resolvers import sessions
from resolvers.context import Context
from server.cli import user
from tests import people

Begrip = Callable[..., Awaitable[Result]]


@pytest_asyncio.fixture
async def begrip_user(store: stores.Store, monkeypatch: pytest.MonkeyPatch) -> Begrip:
    """`begrip user …` on the store of the test: the command runs in a thread, what it does in the loop of the test."""
    await people.configure(None)
    loop = asyncio.get_running_loop()

    async def done(act: Callable[[Context], Awaitable[object]]) -> object:
        return await act(people.SYSTEM_CONTEXT)

    monkeypatch.setattr(user, "_run", lambda act: asyncio.run_coroutine_threadsafe(done(act), loop).result(30))

    async def run(*arguments: str) -> Result:
        return await asyncio.to_thread(CliRunner().invoke, user.user, list(arguments))

    return run


def _secret(printed: str) -> str:
    return printed.splitlines()[0].rpartition(" ")[2]


async def test_added_person_signs_in_with_the_printed_secret(begrip_user: Begrip) -> None:
    done = await begrip_user("add", "--email", "bob@example.org", "--name", "Bob", "--role", "editor")

    signed_in = await sessions.sign_in(people.context(), "bob@example.org", _secret(done.output))
    assert (done.exit_code, signed_in.user.role, signed_in.user.display_name) == (0, Role.EDITOR, "Bob")
    entry = await AuditEntry.get(action="user.create")
    assert (entry.actor_kind, entry.subject_id) == ("SYSTEM", signed_in.user.id)


async def test_everybody_is_listed(begrip_user: Begrip) -> None:
    await people.person("root@example.org", role=Role.ADMIN)
    await people.person("ada@example.org")
    await begrip_user("disable", "--email", "ada@example.org")

    done = await begrip_user("list")

    assert done.output.splitlines() == [
        "admin   active    root@example.org  Ada",
        "user    disabled  ada@example.org  Ada",
    ]


async def test_hundreds_are_listed(begrip_user: Begrip) -> None:
    await stores.run(
        "INSERT INTO users (id, display_name, email, email_key)"
        " SELECT gen_random_uuid(), 'n', n::text, n::text FROM generate_series(1, 250) n"
    )

    done = await begrip_user("list")

    assert len(done.output.splitlines()) == 250


@pytest.mark.parametrize(
    ("arguments", "said", "role", "is_active"),
    [
        (("role", "--email", "ADA@example.org", "admin"), "ada@example.org is admin\n", Role.ADMIN, True),
        (("disable", "--email", "ada@example.org"), "ada@example.org is disabled\n", Role.USER, False),
        (("enable", "--email", "ada@example.org"), "ada@example.org is active\n", Role.USER, True),
    ],
)
async def test_rights_are_changed(
    begrip_user: Begrip,
    arguments: tuple[str, ...],
    said: str,
    role: Role,
    is_active: bool,  # noqa: FBT001 - a table
) -> None:
    ada = await people.person("ada@example.org")

    done = await begrip_user(*arguments)

    after = await User.get(id=ada.id)
    assert (done.output, after.role, after.is_active) == (said, role, is_active)


async def test_password_is_reset(begrip_user: Begrip) -> None:
    await people.person("ada@example.org")

    done = await begrip_user("reset-password", "--email", "ada@example.org")

    signed_in = await sessions.sign_in(people.context(), "ada@example.org", _secret(done.output))
    assert signed_in.user.must_change_password


@pytest.mark.parametrize("command", [("role", "admin"), ("disable",), ("enable",), ("reset-password",)])
async def test_unknown_address_is_one_sentence_with_the_way_out(begrip_user: Begrip, command: tuple[str, ...]) -> None:
    done = await begrip_user(*command, "--email", "nobody@example.org")

    assert done.exit_code == 1
    assert done.output == "Error: nobody has the address nobody@example.org; `begrip user list` shows everybody\n"


async def test_last_administrator_is_a_refusal_with_its_sentence(begrip_user: Begrip) -> None:
    await people.person("root@example.org", role=Role.ADMIN)

    done = await begrip_user("disable", "--email", "root@example.org")

    assert str(done.exception).startswith("the last active administrator stays one")
    assert (await User.get()).is_active


def _begrip(database_url: str, redis_url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    told = {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BEGRIP_SECRET_KEY": "a secret key of 32 characters or more",
    }
    return subprocess.run(
        [sys.executable, "-m", "server.cli", *arguments],
        env={**os.environ, **told}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


async def test_command_reaches_the_database_it_is_told(store: stores.Store, database_url: str, redis_url: str) -> None:
    added = await asyncio.to_thread(
        _begrip, database_url, redis_url, "user", "add", "--email", "eve@example.org", "--name", "Eve"
    )
    again = await asyncio.to_thread(
        _begrip, database_url, redis_url, "user", "add", "--email", "EVE@example.org", "--name", "Eve"
    )

    assert (added.returncode, added.stderr) == (0, "")
    assert (again.returncode, again.stderr) == (2, "begrip: this address has an account\n")
    assert (await User.get()).email == "eve@example.org"

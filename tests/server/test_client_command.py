import asyncio
from collections.abc import Awaitable, Callable

import pytest
import pytest_asyncio
from click.testing import CliRunner, Result

from auth.oauth import opaque
from models import oauth_client_rows
from models import store as stores
from resolvers.context import Context
from server.cli import client
from tests import people

Begrip = Callable[..., Awaitable[Result]]
WIKI = ("add", "--name", "Wiki", "--id", "wiki", "--confidential", "--redirect", "https://wiki.example/", "--scope")


@pytest_asyncio.fixture
async def begrip_client(store: stores.Store, monkeypatch: pytest.MonkeyPatch) -> Begrip:
    """`begrip client …` on the store of the test: the command runs in a thread, what it does in the loop of the test."""
    await people.configure(None)
    loop = asyncio.get_running_loop()

    async def done(act: Callable[[Context], Awaitable[object]]) -> object:
        return await act(people.SYSTEM_CONTEXT)

    monkeypatch.setattr(client, "_run", lambda act: asyncio.run_coroutine_threadsafe(done(act), loop).result(30))

    async def run(*arguments: str) -> Result:
        return await asyncio.to_thread(CliRunner().invoke, client.client, list(arguments))

    return run


def secret(printed: str) -> str:
    (line,) = [line for line in printed.splitlines() if line.startswith("secret")]
    return line.rpartition(" ")[2]


async def test_an_added_application_has_the_printed_secret(begrip_client: Begrip) -> None:
    done = await begrip_client(*WIKI, "drafts:read")

    row = await oauth_client_rows.by_client_id("wiki")
    assert row is not None
    assert opaque.is_secret(secret(done.output), row.secret_hash)


async def test_a_public_application_has_none(begrip_client: Begrip) -> None:
    done = await begrip_client("add", "--name", "App", "--redirect", "org.example:/x", "--scope", "drafts:read")

    assert (done.exit_code, "secret" in done.output) == (0, False)


async def test_an_application_acts_for_its_owner(begrip_client: Begrip) -> None:
    ada = await people.person()
    arguments = ("add", "--name", "R", "--id", "r", "--confidential", "--scope", "drafts:read", "--owner")

    nobody = await begrip_client(*arguments, "nobody@example.org")
    done = await begrip_client(*arguments, ada.email)

    row = await oauth_client_rows.by_client_id("r")
    assert (nobody.exit_code, done.exit_code, row and row.owner_id) == (1, 0, ada.id)


async def test_applications_are_listed_changed_and_retired(begrip_client: Begrip) -> None:
    added = await begrip_client(*WIKI, "drafts:read")
    changed = await begrip_client("update", "wiki", "--scope", "definitions:read", "--name", "Wiki 2")
    rotated = await begrip_client("rotate-secret", "wiki")
    retired = await begrip_client("retire", "wiki")

    listed = await begrip_client("list")

    assert changed.output == "wiki may definitions:read\n"
    assert secret(rotated.output) != secret(added.output)
    assert retired.output == "wiki is retired\n"
    assert listed.output.split() == ["wiki", "confidential", "retired", "definitions:read", "Wiki", "2"]


async def test_an_unknown_application_is_told(begrip_client: Begrip) -> None:
    done = await begrip_client("retire", "nobody")

    assert (done.exit_code, "no application is called nobody" in done.output) == (1, True)


async def test_the_command_line_is_there_by_itself(begrip_client: Begrip) -> None:
    done = await begrip_client("retire", "begrip-cli")

    assert done.output == "begrip-cli is retired\n"

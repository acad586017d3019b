import asyncio
from collections.abc import Awaitable, Callable

import pytest
import pytest_asyncio
from click.testing import CliRunner, Result

from auth.errors import InvalidToken
from auth.scopes import Scope
from models import store as stores
from models.kinds import Role
from resolvers import identity
from resolvers.context import Context
from server.cli import key
from tests import people

Begrip = Callable[..., Awaitable[Result]]
ADD = ("add", "--email", "ada@example.org", "--name", "CI", "--scope", "definitions:read", "--scope", "drafts:read")


@pytest_asyncio.fixture
async def begrip_key(store: stores.Store, monkeypatch: pytest.MonkeyPatch) -> Begrip:
    """`begrip key …` on the store of the test: the command runs in a thread, what it does in the loop of the test."""
    await people.configure(None)
    await people.person(role=Role.EDITOR)
    loop = asyncio.get_running_loop()

    async def done(act: Callable[[Context], Awaitable[object]]) -> object:
        return await act(people.SYSTEM_CONTEXT)

    monkeypatch.setattr(key, "_run", lambda act: asyncio.run_coroutine_threadsafe(done(act), loop).result(30))

    async def run(*arguments: str) -> Result:
        return await asyncio.to_thread(CliRunner().invoke, key.key, list(arguments))

    return run


async def test_the_printed_key_signs_a_machine_in(begrip_key: Begrip) -> None:
    done = await begrip_key(*ADD)

    viewer, _ = await identity.current().authenticator.from_header(f"Bearer {done.stdout.strip()}")
    assert (done.exit_code, viewer.role) == (0, Role.EDITOR)
    assert viewer.scopes == {Scope.DEFINITIONS_READ, Scope.DRAFTS_READ}


async def test_a_listed_key_can_be_ended(begrip_key: Begrip) -> None:
    secret = (await begrip_key(*ADD)).stdout.strip()
    prefix = secret.rpartition("_")[0]

    before = await begrip_key("list", "--email", "ada@example.org")
    ended = await begrip_key("revoke", "--email", "ada@example.org", prefix)
    after = await begrip_key("list", "--email", "ada@example.org")

    assert before.output.startswith(f"live     {prefix}  ")
    assert ended.output == f"{prefix} has ended\n"
    assert after.output.startswith(f"revoked  {prefix}  ")
    with pytest.raises(InvalidToken):
        await identity.current().authenticator.authenticate(secret)


async def test_a_scope_that_the_person_lacks_is_refused(begrip_key: Begrip) -> None:
    done = await begrip_key(*ADD, "--scope", "users:write")

    assert done.exit_code != 0
    assert (await begrip_key("list", "--email", "ada@example.org")).output == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list", "--email", "nobody@example.org"), "nobody has the address"),
        (("revoke", "--email", "ada@example.org", "begrip_development_12345678"), "has no key"),
    ],
)
async def test_a_name_that_is_unknown_is_said_so(begrip_key: Begrip, arguments: tuple[str, ...], said: str) -> None:
    done = await begrip_key(*arguments)

    assert done.exit_code == 1
    assert said in done.output

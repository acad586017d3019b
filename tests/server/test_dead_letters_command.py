"""`begrip dead-letters` on the store of the test: the command runs in a thread, what it does in the loop of the test."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
import pytest_asyncio
from click.testing import CliRunner, Result

from models import dead_letter_rows
from models import store as stores
from models.dead_letter_rows import NewLetter
from models.keys import uuid7
from models.kinds import DeadGroup
from server.cli import dead_letters, inside

Begrip = Callable[..., Awaitable[Result]]


@pytest_asyncio.fixture
async def begrip_dead_letters(store: stores.Store, monkeypatch: pytest.MonkeyPatch) -> Begrip:
    del store
    loop = asyncio.get_running_loop()

    async def done(act: Callable[[], Awaitable[object]]) -> object:
        return await act()

    monkeypatch.setattr(inside, "run", lambda act: asyncio.run_coroutine_threadsafe(done(act), loop).result(30))

    async def run(*arguments: str) -> Result:
        return await asyncio.to_thread(CliRunner().invoke, dead_letters.dead_letters, list(arguments))

    return run


async def letter(seq: int) -> str:
    payload: dict[str, object] = {
        "event_id": str(uuid7()),
        "type": "X",
        "glossary_id": None,
        "subject_id": str(uuid7()),
        "data": {},
    }
    new = NewLetter(
        group=DeadGroup.EVENTS, kind="X", payload=payload, reason="unreadable", attempt_count=1, event_seq=seq
    )
    return str(await dead_letter_rows.add(new))


async def test_letters_are_listed_replayed_and_discarded(begrip_dead_letters: Begrip) -> None:
    first, _ = await letter(7), await letter(8)

    listed = await begrip_dead_letters("list")
    replayed = await begrip_dead_letters("replay", first)
    discarded = await begrip_dead_letters("discard", "--all")
    nothing = await begrip_dead_letters("discard", "--all")

    assert f"{first}  OPEN  X  event 7  1 attempts  unreadable" in listed.output.splitlines()
    assert replayed.output == "1 letters are tried once more\n"
    assert discarded.output == "1 letters were given up\n"
    assert nothing.output == "0 letters were given up\n"


async def test_letters_are_named_or_all_are_meant(begrip_dead_letters: Begrip) -> None:
    neither = await begrip_dead_letters("replay")
    both = await begrip_dead_letters("discard", "--all", str(uuid7()))

    assert (neither.exit_code, both.exit_code) == (2, 2)
    assert "name letters, or say --all" in neither.output

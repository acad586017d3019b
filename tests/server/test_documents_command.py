import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from click.testing import CliRunner, Result

from models import store as stores
from models import trusted_document_rows as rows
from server.cli import documents, inside

Begrip = Callable[..., Awaitable[Result]]


@pytest_asyncio.fixture
async def begrip_documents(store: stores.Store, monkeypatch: pytest.MonkeyPatch) -> Begrip:
    """`begrip documents …` on the store of the test: the command runs in a thread, what it does in the loop of the test."""
    del store
    loop = asyncio.get_running_loop()

    async def done(act: Callable[[], Awaitable[object]]) -> object:
        return await act()

    monkeypatch.setattr(inside, "run", lambda act: asyncio.run_coroutine_threadsafe(done(act), loop).result(30))

    async def run(*arguments: str) -> Result:
        return await asyncio.to_thread(CliRunner().invoke, documents.documents, list(arguments))

    return run


def _manifest(folder: Path, **texts: object) -> str:
    file = folder / "manifest.json"
    file.write_text(json.dumps(texts), encoding="utf-8")
    return str(file)


async def test_manifest_is_loaded_listed_and_forgotten(begrip_documents: Begrip, tmp_path: Path) -> None:
    loaded = await begrip_documents("load", _manifest(tmp_path, hello="{ viewer { scopes } }"))
    again = await begrip_documents("load", _manifest(tmp_path, hello="{ viewer { scopes } }"))
    listed = await begrip_documents("list")
    forgotten = await begrip_documents("forget", listed.output.split()[0])

    assert loaded.output == "1 documents are trusted, 1 of them new\n"
    assert again.output == "1 documents are trusted, 0 of them new\n"
    assert listed.output.split()[1] == "hello"
    assert forgotten.output == "1 of 1 documents were forgotten\n"
    assert await rows.names() == []


async def test_bad_manifest_changes_nothing(begrip_documents: Begrip, tmp_path: Path) -> None:
    done = await begrip_documents("load", _manifest(tmp_path, good="{ viewer { scopes } }", bad=1))

    assert (done.exit_code, done.output) == (2, "Error: manifest.json: 'bad' names no text\n")
    assert await rows.names() == []

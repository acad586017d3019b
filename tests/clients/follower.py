"""An example of a client, running; what it printed, line by line."""

import asyncio
import contextlib
import json
import shutil
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from benchmarks.site import Site
from tests.clients.wire import Wire

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "clients"
DEADLINE = 60.0


@dataclass(frozen=True, slots=True)
class Follower:
    """The process."""

    process: asyncio.subprocess.Process

    async def next(self) -> dict[str, Any]:
        """The next line."""
        assert self.process.stdout is not None
        async with asyncio.timeout(DEADLINE):
            line = await self.process.stdout.readline()
        assert line, "the client ended"
        found: dict[str, Any] = json.loads(line)
        return found

    async def until(self, name: str, value: object) -> list[dict[str, Any]]:
        """Every line up to and including the first with this entry."""
        lines = [await self.next()]
        while lines[-1].get(name) != value:
            lines.append(await self.next())
        return lines


@contextlib.asynccontextmanager
async def following(script: str, site: Site, wire: Wire, *more: str) -> AsyncIterator[Follower]:
    """The example follows through the wire until the end of the block."""
    url = f"http://127.0.0.1:{wire.port}/graphql"
    process = await asyncio.create_subprocess_exec(
        _interpreter(script),
        str(EXAMPLES / script),
        url,
        site.email,
        site.password,
        *more,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield Follower(process)
    finally:
        process.kill()
        await process.wait()


def _interpreter(script: str) -> str:
    if script.endswith(".py"):
        return sys.executable
    node = shutil.which("node")
    if node is None or not (EXAMPLES / "node_modules" / "graphql-ws").is_dir():
        pytest.skip("NOT RUN: no Node, or the packages of examples/clients are not installed (make test-clients)")
    return node

"""What a command does inside the house of this installation, with its engines started or found."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from server import connections, house, settings

Answer = TypeVar("Answer")


def run(act: Callable[[], Awaitable[Answer]]) -> Answer:
    """What the act brings back, done while the house is open."""
    chosen = settings.read()
    with connections.urls(chosen) as urls:
        return asyncio.run(_opened(act, house.build(chosen, urls)))


async def _opened(act: Callable[[], Awaitable[Answer]], built: house.House) -> Answer:
    async with house.opened(built):
        return await act()

"""What a new store is given: a first administrator."""

import asyncio

from auth.viewer import SYSTEM
from resolvers import accounts
from resolvers.context import Context
from server import house
from server.connections import Urls
from server.settings import Settings


def first_administrator(settings: Settings, urls: Urls) -> str | None:
    """The one-time secret of the administrator that was just made; null when there was one. Outside an event loop."""
    return asyncio.run(_first_administrator(settings, urls))


async def _first_administrator(settings: Settings, urls: Urls) -> str | None:
    async with house.opened(house.build(settings, urls)):
        return await accounts.first_administrator(Context(viewer=SYSTEM, request_id="bootstrap"))

"""What a new store is given: a sample glossary, and a first administrator. All of it outside an event loop."""

import asyncio

from auth.viewer import SYSTEM
from resolvers import accounts
from resolvers.context import Context
from server import house
from server.connections import Urls
from server.sample import loading
from server.settings import Settings


def sample(settings: Settings, urls: Urls) -> int:
    """How many definitions of the sample glossary were brought into a store that had no glossary."""
    return asyncio.run(_sample(settings, urls))


def first_administrator(settings: Settings, urls: Urls) -> str | None:
    """The one-time secret of the administrator that was just made; null when there was one."""
    return asyncio.run(_first_administrator(settings, urls))


async def _sample(settings: Settings, urls: Urls) -> int:
    async with house.opened(house.build(settings, urls)):
        return await loading.load(Context(viewer=SYSTEM, request_id="sample"))


async def _first_administrator(settings: Settings, urls: Urls) -> str | None:
    async with house.opened(house.build(settings, urls)):
        return await accounts.first_administrator(Context(viewer=SYSTEM, request_id="bootstrap"))

"""A bare client of server-sent events."""

import asyncio
import json

import httpx

from tests.subscriptions import happenings


class Events:
    """Server-sent events as a client reads them."""

    def __init__(self, response: httpx.Response) -> None:
        self._lines = response.aiter_lines()
        self.pings = 0

    async def next(self) -> dict[str, str]:
        """The fields of the next event."""
        fields: dict[str, str] = {}
        async with asyncio.timeout(happenings.DEADLINE):
            async for line in self._lines:
                if not line and fields:
                    return fields
                if line.startswith(":"):
                    self.pings += 1
                elif line:
                    name, _, value = line.partition(": ")
                    fields[name] = value
        raise EOFError

    async def version(self) -> object:
        """Version of the next event."""
        event = json.loads((await self.next())["data"])["data"]["definitionEvents"]["event"]
        return event.get("version", event["__typename"])

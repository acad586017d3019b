"""The Python client `gql`: follows definitions, and after a cut goes on right behind the last message that was dealt with.

python gql_client.py URL EMAIL PASSWORD [CURSOR]
"""
# ruff: noqa: INP001 - a script beside others, not a package

import asyncio
import json
import random
import sys
from dataclasses import dataclass
from typing import Any

from gql import Client, gql
from gql.transport.exceptions import TransportError
from gql.transport.httpx import HTTPXAsyncTransport
from gql.transport.websockets import WebsocketsTransport

SIGN_IN = gql("mutation ($input: SignInInput!) { signIn(input: $input) { tokens { accessToken } errors { message } } }")
READ = gql("{ definitions(first: 100) { nodes { id } } }")
FOLLOW = gql(
    """subscription Follow($after: EventCursor) { definitionEvents(after: $after) { cursor event { __typename
    ... on DefinitionCreated { definition { id term } }
    ... on DefinitionUpdated { definition { id term } }
    ... on DefinitionStatusChanged { definition { id } to }
    ... on DefinitionRemoved { definitionId }
    ... on StreamCheckpoint { isFirst }
    ... on StreamGap { requestedAfter } } } }"""
)
CUT = (TransportError, OSError, TimeoutError)
_FORBIDDEN = "4403"


@dataclass(slots=True)
class Follower:
    """The account of the application, and its place in the stream: all that has to survive a cut."""

    url: str
    email: str
    password: str
    cursor: str | None = None
    token: str | None = None

    async def follow(self) -> None:
        """For ever; each cut is resumed from."""
        while True:
            try:
                await self._stream()
            except CUT as problem:
                if _FORBIDDEN in str(problem):
                    self.token = None  # access tokens live ten minutes: the next attempt signs in anew
                say({"cut": str(problem)})
            # Not in step with all the others that were cut.
            await asyncio.sleep(0.2 + 0.3 * random.random())

    async def _stream(self) -> None:
        transport = WebsocketsTransport(
            self.url.replace("http", "ws", 1),
            init_payload={"authorization": await self._authorization()},
            subprotocols=[WebsocketsTransport.GRAPHQLWS_SUBPROTOCOL],
        )
        async with Client(transport=transport) as session:
            async for message in session.subscribe(FOLLOW, variable_values={"after": self.cursor}):
                await self._take(message["definitionEvents"])

    async def _take(self, message: dict[str, Any]) -> None:
        """One message. Its cursor counts only once the message has been dealt with."""
        event = message["event"]
        say({"event": event["__typename"], "id": event.get("definition", {}).get("id") or event.get("definitionId")})
        if event["__typename"] == "StreamGap":
            await self._read_anew()
        self.cursor = message["cursor"]

    async def _read_anew(self) -> None:
        """Events are gone for good: what the application shows is read again, and the stream goes on behind the gap."""
        headers = {"authorization": await self._authorization()}
        async with Client(transport=HTTPXAsyncTransport(self.url, headers=headers)) as session:
            found = await session.execute(READ)
        say({"read": [one["id"] for one in found["definitions"]["nodes"]]})

    async def _authorization(self) -> str:
        if self.token is None:
            async with Client(transport=HTTPXAsyncTransport(self.url)) as session:
                given = {"input": {"email": self.email, "password": self.password}}
                found = await session.execute(SIGN_IN, variable_values=given)
            self.token = found["signIn"]["tokens"]["accessToken"]
        return f"Bearer {self.token}"


def say(value: object) -> None:
    """A line of JSON on standard output."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(Follower(*sys.argv[1:]).follow())

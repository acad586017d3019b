"""A client of the API over HTTP, as a user would write one."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

DEADLINE = 15.0


def calling(address: str) -> httpx.AsyncClient:
    """The connections of all callers; close it."""
    return httpx.AsyncClient(base_url=f"http://{address}", timeout=DEADLINE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operation answered; paths lead into data by dots, for example `definition.glossary.name`."""

    status: int
    content: bytes
    headers: httpx.Headers

    @property
    def json(self) -> dict[str, Any]:
        """The body."""
        found: dict[str, Any] = json.loads(self.content)
        return found

    @property
    def codes(self) -> list[str]:
        """The codes of the top-level errors."""
        return [error["extensions"]["code"] for error in self.json.get("errors", [])]

    def __getitem__(self, path: str) -> Any:
        assert "errors" not in self.json, self.json
        found: Any = self.json["data"]
        for part in path.split("."):
            found = found[int(part)] if isinstance(found, list) else found[part]
        return found

    def text(self, path: str) -> str:
        """A string of the answer."""
        found = self[path]
        assert isinstance(found, str), self.json
        return found


@dataclass(frozen=True, slots=True)
class Client:
    """One caller: anonymous without a token."""

    http: httpx.AsyncClient
    token: str | None = None

    def headers(self, **more: str) -> dict[str, str]:
        """Those of every request."""
        given = {"content-type": "application/json", "accept": "application/graphql-response+json", **more}
        return given if self.token is None else {"authorization": f"Bearer {self.token}", **given}

    async def ask(self, document: str, **variables: object) -> Answer:
        """The answer to one operation."""
        return await self.post(json.dumps({"query": document, "variables": variables}).encode())

    async def post(self, body: bytes, **headers: str) -> Answer:
        """The answer to a request with these bytes."""
        got = await self.http.post("/graphql", content=body, headers=self.headers(**headers))
        return Answer(got.status_code, got.content, got.headers)

    @asynccontextmanager
    async def stream(
        self, document: str, variables: dict[str, object] | None = None, *, last_event_id: str | None = None
    ) -> AsyncIterator["Stream"]:
        """Server-sent events of a subscription; the server has begun to answer."""
        headers = self.headers(accept="text/event-stream")
        if last_event_id is not None:
            headers["last-event-id"] = last_event_id
        body = json.dumps({"query": document, "variables": variables or {}}).encode()
        async with self.http.stream("POST", "/graphql", content=body, headers=headers) as response:
            yield Stream(response.aiter_lines())


@dataclass(frozen=True, slots=True)
class Event:
    """One server-sent event, as it came."""

    id: str | None
    kind: str
    data: str

    @property
    def json(self) -> dict[str, Any]:
        """Its data."""
        found: dict[str, Any] = json.loads(self.data)
        return found


@dataclass(frozen=True, slots=True)
class Stream:
    """Events as they come in."""

    lines: AsyncIterator[str]

    async def next(self) -> Event:
        """The next event; comments are passed over."""
        async with asyncio.timeout(DEADLINE):
            found: dict[str, str] = {}
            async for line in self.lines:
                name, _, value = line.partition(":")
                if name:
                    found[name] = value.removeprefix(" ")
                elif "event" in found:
                    return Event(found.get("id"), found["event"], found["data"])
        raise EOFError

    async def until(self, is_last: Callable[[Event], bool]) -> list[Event]:
        """Every event up to and including the first for which that holds."""
        heard = [await self.next()]
        while not is_last(heard[-1]):
            heard.append(await self.next())
        return heard


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    """The condition holds."""
    async with asyncio.timeout(DEADLINE):
        while not await condition():  # noqa: ASYNC110 - what is waited for lies behind the API
            await asyncio.sleep(0.02)

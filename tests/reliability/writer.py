"""Load: mutations that are repeated under the same key until they are answered, and a journal of what was acknowledged."""

import asyncio
import time
from dataclasses import dataclass, field
from uuid import uuid4

import httpx

from tests.reliability.place import Place

CREATE = """
mutation Create($input: CreateDefinitionInput!) { createDefinition(input: $input) {
  definition { id } errors { __typename code message } } }
"""
_RETRY_SECONDS = 0.05
_TEXT = "person who has the right to use a dwelling in return for payment"


@dataclass(slots=True)
class Writer:
    """Writes definitions until it is stopped."""

    place: Place
    lanes: int = 3
    pause: float = 0.1
    """Between two mutations of a lane."""
    is_keyed: bool = True
    """Whether an attempt without an answer is repeated under its key; else it is given up."""
    acknowledged: dict[str, tuple[str, float]] = field(default_factory=dict)
    """Id of the definition and moment of the answer, by key."""
    first_try: list[tuple[float, float, bool]] = field(default_factory=list)
    """Moment, seconds and success of every first attempt."""
    refused: list[str] = field(default_factory=list)
    retries: int = 0
    stopped: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Until `stopped`; then every mutation begun has been answered."""
        async with httpx.AsyncClient(timeout=10) as client, asyncio.TaskGroup() as tasks:
            for lane in range(self.lanes):
                tasks.create_task(self._lane(client, lane))

    async def _lane(self, client: httpx.AsyncClient, lane: int) -> None:
        while not self.stopped.is_set():
            await self.write(client, lane)
            await asyncio.sleep(self.pause)

    async def write(self, client: httpx.AsyncClient, lane: int = 0) -> str | None:
        """The id of a new definition."""
        key = uuid4().hex
        began = time.time()
        found = await self._attempt(client, key, lane)
        self.first_try.append((began, time.time() - began, found is not None))
        while found is None and self.is_keyed:
            self.retries += 1
            await asyncio.sleep(_RETRY_SECONDS)
            found = await self._attempt(client, key, lane + self.retries)
        if found is not None:
            self.acknowledged[key] = (found, time.time())
        return found

    async def _attempt(self, client: httpx.AsyncClient, key: str, lane: int) -> str | None:
        url = self.place.url(lane % len(self.place.ports))
        new = {
            "glossaryId": self.place.glossary_id,
            "term": f"tenant {key}",
            "text": _TEXT,
            "locale": "en",
            "idempotencyKey": key,
        }
        headers = {"authorization": f"Bearer {self.place.token}"}
        try:
            answer = await client.post(url, json={"query": CREATE, "variables": {"input": new}}, headers=headers)
            if answer.status_code == httpx.codes.UNAUTHORIZED:  # ten minutes are over
                self.place.token = await asyncio.to_thread(self.place.signed_in)
            payload = answer.json()["data"]["createDefinition"]
        except (httpx.HTTPError, ValueError, KeyError, TypeError):
            return None
        if payload["errors"]:
            self.refused.append(str(payload["errors"]))
            return None
        return str(payload["definition"]["id"])

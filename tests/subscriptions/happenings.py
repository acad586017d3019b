"""Events for tests, and how they are told."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from uuid import UUID

from models import outbox, store
from models.keys import uuid7
from models.visibility import Reader
from subscriptions import events
from subscriptions.audience import Hearer
from subscriptions.cursor import Position
from subscriptions.envelope import Envelope, Topic
from subscriptions.events import Event
from subscriptions.group import Audience, Delivery, Rendering
from subscriptions.interest import Interest
from subscriptions.live import Ask, Live

GLOSSARY = UUID(int=1)
AUTHOR = UUID(int=2)
EDITOR = Hearer(Reader(user_id=UUID(int=3), is_signed_in=True, sees_all_drafts=True), UUID(int=3))
WRITER = Hearer(Reader(user_id=AUTHOR, is_signed_in=True), AUTHOR)
STRANGER = Hearer(Reader(user_id=UUID(int=4), is_signed_in=True), UUID(int=4))
NOBODY = Hearer(Reader())
DEADLINE = 15.0


def created(
    version: int = 1, *, glossary_id: UUID = GLOSSARY, definition_id: UUID | None = None
) -> events.DefinitionCreated:
    """A definition by AUTHOR."""
    return events.DefinitionCreated(
        definition_id=definition_id or uuid7(), glossary_id=glossary_id, author_id=AUTHOR, version=version
    )


async def tell(*told: Event) -> None:
    """The events wait in the outbox; their change has committed."""
    async with store.transaction():
        await outbox.tell_all([events.outbox_fields(event) for event in told])


async def glossary(*, is_public: bool) -> UUID:
    """A glossary of that kind."""
    id_ = uuid7()
    await store.run(
        "INSERT INTO glossaries (id, slug, name, name_key, is_public, profile_fingerprint) VALUES ($1, $2, 'x', 'x', $3, 'x')",
        id_,
        f"g{id_.hex}",
        is_public,
    )
    return id_


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    """The condition holds."""
    async with asyncio.timeout(DEADLINE):
        while not await condition():  # noqa: ASYNC110 - what is waited for lies in another process
            await asyncio.sleep(0.02)


def claim(holds: Callable[[], bool]) -> Callable[[], Awaitable[bool]]:
    """A condition that needs no waiting itself."""

    async def asked() -> bool:
        return holds()

    return asked


class Audiences:
    """Audiences that write an event as `seq`-less JSON: its type and version. Counts what it renders."""

    def __init__(self) -> None:
        self.rendered: list[str] = []
        self.may_listen = True
        self.is_broken = False
        self.padding = 0
        self.poison: int | None = None
        """The version of the event that cannot be rendered."""

    def of(self, hearer: Hearer = EDITOR, key: Hashable = "all") -> Audience:
        """The audience of a hearer."""
        return Audience((hearer, key), hearer, self.render, self.still_holds)

    async def render(self, envelope: Envelope) -> Rendering:
        """The event's type and, where it has one, version."""
        if self.is_broken:
            raise RuntimeError("broken")
        name = type(envelope.event).__name__
        self.rendered.append(name)
        version = getattr(envelope.event, "version", None)
        if version is not None and version == self.poison:
            raise RuntimeError("poison")
        return Rendering(None if version == 0 else json.dumps([name, version]).encode() + b" " * self.padding)

    async def still_holds(self) -> bool:
        """What the test says."""
        return self.may_listen


class Ear:
    """One subscriber in a test."""

    def __init__(self, stream: AsyncIterator[Delivery]) -> None:
        self._stream = stream
        self.cursor = ""
        self.position = Position("", 0)

    async def next(self) -> tuple[str, int | None]:
        """Type and version of the next delivery."""
        async with asyncio.timeout(DEADLINE):
            delivery = await anext(self._stream)
        self.cursor, self.position = delivery.cursor, delivery.position
        assert delivery.text is not None
        name, version = json.loads(delivery.text)
        return name, version

    async def versions(self, count: int) -> list[int | None]:
        """Versions of the next deliveries."""
        return [(await self.next())[1] for _ in range(count)]


@contextlib.asynccontextmanager
async def joined(hub: Live, *ears: Ear) -> AsyncIterator[None]:
    """The subscribers wait for what happens, and hear event 1, which the block is to tell."""
    async with asyncio.TaskGroup() as tasks:
        for ear in ears:
            await ear.next()
            tasks.create_task(ear.versions(1))
        inner = hub._hub
        assert inner is not None
        await until(claim(lambda: len(inner._listeners()) == len(ears)))
        yield


@contextlib.asynccontextmanager
async def listening(
    hub: Live,
    audiences: Audiences | None = None,
    *,
    hearer: Hearer = EDITOR,
    interest: Interest | None = None,
    after: Position | None = None,
    bound: int = 1000,
) -> AsyncIterator[Ear]:
    """A subscriber that has not asked for its first delivery yet."""
    wanted = interest or Interest(topic=Topic.DEFINITIONS)
    ask = Ask(wanted, (audiences or Audiences()).of(hearer), after, bound)
    async with contextlib.aclosing(hub.deliveries(ask)) as stream:
        yield Ear(stream)


@contextlib.asynccontextmanager
async def running(*servers: object) -> AsyncIterator[None]:
    """Hubs and relays that run in the block and have stopped after it."""
    async with asyncio.TaskGroup() as tasks:
        for server in servers:
            tasks.create_task(server.run())  # type: ignore[attr-defined]
        try:
            yield
        finally:
            for server in servers:
                await server.stop()  # type: ignore[attr-defined]

"""Sharing: an event is executed once for all whom its answer does not tell apart, and for nobody else."""

import asyncio
import dataclasses
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from auth import scopes
from auth.scopes import ANONYMOUS
from auth.viewer import Viewer
from models.definition import Definition
from models.kinds import Role
from models.store import Store
from schema import build, event
from schema.gate import gate, request
from schema.gate.asker import Asker
from schema.gate.gate import Gate
from schema.gate.operation import Operation
from schema.stream.telling import Telling
from schema.stream.watched import Watched
from subscriptions import events
from subscriptions.cursor import Position
from subscriptions.envelope import Checkpoint, Envelope, Topic
from subscriptions.group import Delivery, Group, Rendering, Task
from subscriptions.interest import Interest
from subscriptions.listener import Listener, Reason
from subscriptions.live import Ask, Live
from subscriptions.mailbox import Mailbox
from subscriptions.relay import Relay
from tests.resolvers import shelf
from tests.subscriptions import happenings
from tests.subscriptions.happenings import Audiences

SCHEMA = build.build()
PLAIN = "id term text status viewerCan"
PERSONAL = "id createdBy { ... on User { id email } }"
IN_KEY = {"role", "scopes", "is_system"}


@dataclass(slots=True)
class Room:
    """A gate over the real schema, and how often it has executed an event."""

    gate: Gate
    relay: Relay
    stack: AsyncExitStack

    async def listen(self, viewer: Viewer, selection: str) -> AsyncIterator[Delivery]:
        """A subscriber who has had its first checkpoint and waits."""
        query = f"subscription {{ definitionEvents {{ event {{ ... on DefinitionUpdated {{ definition {{ {selection} }} }} }} }} }}"
        who = Asker(viewer)
        wanted = await self.gate.prepare(request.Request(query), who)
        assert isinstance(wanted, Operation)
        asked = await self.gate.subscribe(wanted, who)
        assert isinstance(asked, Ask)
        stream = await self.stack.enter_async_context(aclosing(self.gate.live.deliveries(asked)))
        await anext(stream)
        return stream

    async def tell(self, row: Definition) -> None:
        """The definition was updated; only whoever reads its working text hears of it."""
        told = events.DefinitionUpdated(
            definition_id=row.id, glossary_id=row.glossary_id, author_id=row.created_by_id, version=1
        )
        await happenings.tell(told)
        await self.relay.turn()


@pytest_asyncio.fixture
async def room(store: Store, redis: Redis, database_url: str) -> AsyncIterator[Room]:
    hub = Live(redis)
    async with happenings.running(hub), AsyncExitStack() as stack:
        yield Room(gate.build(SCHEMA, event.message, hub), Relay(redis, database_url), stack)


async def _person(role: Role) -> Viewer:
    return (await shelf.person(role)).viewer


async def _draft(author: Viewer) -> Definition:
    return await shelf.draft(await shelf.glossary("shared"), "tenancy", created_by_id=author.user_id)


async def _next(stream: AsyncIterator[Delivery]) -> Delivery:
    async with asyncio.timeout(happenings.DEADLINE):
        return await anext(stream)


def _definition(delivery: Delivery) -> dict[str, Any]:
    assert delivery.text is not None
    found: dict[str, Any] = json.loads(delivery.text)["data"]["definitionEvents"]["event"]["definition"]
    return found


async def test_two_editors_share_one_execution(room: Room) -> None:
    author = await _person(Role.EDITOR)
    one, two = await room.listen(author, PLAIN), await room.listen(await _person(Role.EDITOR), PLAIN)
    await room.tell(await _draft(author))

    first, second = await _next(one), await _next(two)

    # The same object, and not only the same bytes: it was made once.
    assert first.text is second.text
    assert _definition(first)["term"] == "tenancy"


async def test_answer_that_depends_on_who_asks_is_not_shared(room: Room) -> None:
    author = await _person(Role.EDITOR)
    one, two = await room.listen(author, PERSONAL), await room.listen(await _person(Role.EDITOR), PERSONAL)
    await room.tell(await _draft(author))

    own, foreign = _definition(await _next(one)), _definition(await _next(two))

    assert own["createdBy"]["id"] == foreign["createdBy"]["id"]
    assert (own["createdBy"]["email"] is None, foreign["createdBy"]["email"]) == (False, None)


async def test_answer_that_depends_on_who_asks_is_not_shared_in_the_other_order(room: Room) -> None:
    author = await _person(Role.EDITOR)
    one, two = await room.listen(await _person(Role.EDITOR), PERSONAL), await room.listen(author, PERSONAL)
    await room.tell(await _draft(author))

    foreign, own = _definition(await _next(one)), _definition(await _next(two))

    assert (own["createdBy"]["email"] is None, foreign["createdBy"]["email"]) == (False, None)


@pytest.mark.parametrize("selection", [PLAIN, PERSONAL])
async def test_draft_of_a_user_reaches_no_other_user(room: Room, selection: str) -> None:
    author = await _person(Role.USER)
    own = await room.listen(author, selection)
    other = await room.listen(await _person(Role.USER), selection)
    await room.tell(await _draft(author))

    assert _definition(await _next(own))["id"]
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await anext(other)


@pytest.mark.parametrize("other", [Role.USER, Role.ADMIN])
async def test_roles_share_nothing(room: Room, other: Role) -> None:
    streams = [await room.listen(await _person(role), PLAIN) for role in (Role.EDITOR, other)]
    assert len(streams) == 2
    inner = room.gate.live._hub
    assert inner is not None

    assert [group.size for group in inner.groups] == [1, 1]


async def _key(topic: Topic, user_id: UUID) -> object:
    """The key of the group in which an editor hears of the topic."""
    made = gate.build(SCHEMA, event.message, Live())
    who = Asker(Viewer(user_id=user_id, role=Role.EDITOR, scopes=scopes.OF_ROLE[Role.EDITOR]))
    wanted = await made.prepare(request.Request("subscription { definitionEvents { cursor } }"), who)
    assert isinstance(wanted, Operation)
    return Telling(made.executor, event.message, wanted, who).audience(topic).key


@pytest.mark.parametrize(("topic", "count"), [(Topic.JOBS, 2), (Topic.DEFINITIONS, 1), (Topic.VALIDATIONS, 1)])
async def test_editors_are_kept_apart_for_jobs_alone(topic: Topic, count: int) -> None:
    """Everybody hears of their own jobs, administrators of all."""
    keys = {await _key(topic, UUID(int=number)) for number in (1, 2)}

    assert len(keys) == count


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Viewer) if field.name not in IN_KEY])
def test_whatever_tells_viewers_apart_is_noticed(name: str) -> None:
    """A new field of the viewer is either part of the key of its group, or read only with a notice."""
    viewer = Viewer(user_id=UUID(int=1), role=Role.EDITOR, session_id=UUID(int=2))
    watched = Watched(viewer)
    assert not watched.notice.was_asked

    assert (getattr(watched, name), watched.notice.was_asked) == (getattr(viewer, name), True)


def test_what_the_key_holds_is_read_without_a_notice() -> None:
    viewer = Viewer(user_id=UUID(int=1), role=Role.USER, scopes=ANONYMOUS)
    watched = Watched(viewer)

    assert (watched.role, watched.scopes, watched.is_system) == (viewer.role, viewer.scopes, viewer.is_system)
    assert (watched.reader, watched.is_anonymous, watched.may(next(iter(ANONYMOUS)))) == (viewer.reader, False, True)
    assert not watched.notice.was_asked


@dataclass(slots=True)
class _Pair:
    """Two listeners of one group, with bearers of their own."""

    group: Group
    one: Listener
    two: Listener


def _pair(one: Audiences, two: Audiences) -> _Pair:
    abouts = [replace(who.of(), bearer=number) for number, who in enumerate((one, two))]
    group = Group(abouts[0])
    start = Position("e", 0)
    made = [
        Listener(Interest(topic=Topic.DEFINITIONS), group, start, Mailbox(start), _leave, about, is_joined=True)
        for about in abouts
    ]
    group.members.update(made)
    return _Pair(group, *made)


def _leave(listener: Listener) -> None:
    listener.group.members.discard(listener)


def _task(pair: _Pair) -> Task:
    envelope = Envelope(Topic.DEFINITIONS, "c", datetime.now(UTC), Checkpoint(is_first=False))
    return Task(envelope, Position("e", 1), (pair.one, pair.two))


def _box(listener: Listener) -> Mailbox:
    assert isinstance(listener.sink, Mailbox)
    return listener.sink


@pytest.mark.parametrize("is_idle", [False, True])
async def test_revocation_of_one_leaves_the_other(is_idle: bool) -> None:  # noqa: FBT001 - with an event, or without
    leaving, staying = Audiences(), Audiences()
    pair = _pair(leaving, staying)
    leaving.may_listen = False

    await (pair.group.look() if is_idle else pair.group._deliver(_task(pair)))

    assert (_box(pair.one).reason, _box(pair.two).reason) == (Reason.REVOKED, None)
    assert pair.group.members == {pair.two}
    assert len(leaving.rendered) == 0


async def test_who_is_known_to_hold_is_not_asked() -> None:
    audiences = Audiences()
    audiences.may_listen = False
    about = replace(audiences.of(), known=lambda: True)
    start = Position("e", 0)
    group = Group(about)
    listener = Listener(Interest(topic=Topic.DEFINITIONS), group, start, Mailbox(start), _leave, about, is_joined=True)
    group.members.add(listener)

    await group.look()

    assert group.members == {listener}


async def test_who_catches_up_shares_no_personal_text() -> None:
    pair = _pair(Audiences(), Audiences())
    made = iter((b"1", b"2", b"3"))

    async def render(_: Envelope) -> Rendering:
        return Rendering(next(made), is_shared=False)

    about = replace(pair.one.audience, render=render)

    envelope = _task(pair).envelope
    assert [await pair.group.text(envelope, about) for _ in range(3)] == [b"1", b"2", b"3"]

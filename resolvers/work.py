"""The transaction door: a change, its events and its audit entries commit together, or nobody hears of them."""

from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID

from models import audit_trail, glossary_changes, outbox, store
from models.audit_trail import Act
from models.glossary_changes import Change
from resolvers import touches
from resolvers.context import Context
from subscriptions import events
from subscriptions.events import Event


class Bell:
    """What is rung after a commit that told something: the relay, in a server that has one."""

    def __init__(self) -> None:
        self._ring: Callable[[], None] | None = None

    def hang(self, ring: Callable[[], None]) -> None:
        """`ring` is called from now on, in the loop of whoever committed."""
        self._ring = ring

    def take_down(self) -> None:
        """Nobody is called any more; events wait for the relay's own next look."""
        self._ring = None

    def ring(self) -> None:
        """Whoever listens knows that events wait in the outbox."""
        if self._ring is not None:
            self._ring()


BELL = Bell()


@dataclass(slots=True)
class Tell:
    """What one transaction has to say; calling it tells an event."""

    ctx: Context
    is_rehearsal: bool = False
    """Whether the transaction will be rolled back at its end, silently; may be set any time before."""
    events: list[Event] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    touched: list[Change] = field(default_factory=list)

    def __call__(self, event: Event) -> None:
        """The event leaves after the commit, after those told before it."""
        self.events.append(event)

    def audit(self, action: str, kind: str, subject_id: UUID, changes: Sequence[dict[str, object]] = ()) -> None:
        """The viewer's act is on record after the commit. `kind` is the GraphQL type of the subject."""
        actor_kind, actor_id = _actor(self.ctx)
        self.acts.append(
            Act(
                actor_kind=actor_kind,
                actor_id=actor_id,
                action=action,
                subject_kind=kind,
                subject_id=subject_id,
                request_id=self.ctx.request_id,
                changes=list(changes),
            )
        )

    def touch(
        self, glossary_id: UUID, *, definition_ids: Collection[UUID] = (), concept_ids: Collection[UUID] = ()
    ) -> None:
        """The upkeep of the glossary looks again after the commit; what events tell of needs no such word.

        `concept_ids` are those whose relations changed. With neither it looks whether the rules of the glossary changed.
        """
        self.touched.append(Change(glossary_id, frozenset(definition_ids), frozenset(concept_ids)))

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What an exception leaves of the block: no row, no event, no audit entry. The exception goes on."""
        event_count, act_count, touch_count = len(self.events), len(self.acts), len(self.touched)
        try:
            async with store.transaction():
                yield
        except BaseException:
            del self.events[event_count:]
            del self.acts[act_count:]
            del self.touched[touch_count:]
            raise


class _Rehearsed(Exception):
    """Ends a rehearsal: the only way out of a transaction without a commit is an exception."""


@asynccontextmanager
async def work(ctx: Context, *, is_rehearsal: bool = False) -> AsyncIterator[Tell]:
    """One transaction. What is told and audited inside commits with it; a rehearsal rolls everything back, silently."""
    tell = Tell(ctx, is_rehearsal=is_rehearsal)
    try:
        async with store.transaction():
            yield tell
            _end(tell)
            await audit_trail.record(tell.acts)
            await glossary_changes.note(touches.merged([*touches.of(tell.events), *tell.touched]))
            # Last, so that the outbox numbers of two transactions lie close to the order of their commits.
            await outbox.tell_all([events.outbox_fields(event) for event in tell.events])
    except _Rehearsed:
        return
    finally:
        # Another mutation of the same operation must not see what was read before this one.
        ctx.forget()
    if tell.events:
        BELL.ring()


def _end(tell: Tell) -> None:
    if tell.is_rehearsal:
        raise _Rehearsed


def _actor(ctx: Context) -> tuple[str, UUID | None]:
    viewer = ctx.viewer
    if viewer.api_key is not None:
        return "MACHINE", viewer.api_key.id
    if viewer.user_id is not None:
        return "USER", viewer.user_id
    return ("SYSTEM" if viewer.is_system else "ANONYMOUS"), None

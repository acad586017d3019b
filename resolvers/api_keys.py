"""API keys: made for oneself, replaced with an overlap, ended. The key itself is shown once and never kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from auth import api_keys, scopes
from auth.scopes import Scope
from models import api_key_rows, audit_trail, user_reads
from models.api_key import ApiKey
from models.errors import NotFound
from models.sentences import say
from models.user import User
from resolvers import bounds, errors, idempotency, identity, paging, sessions, work
from resolvers.context import Context
from resolvers.paging import Maker, Page, Slice

MOST_LIVE = 50
"""Keys of one person that go on."""
NAME_LENGTH = 100
LIFETIME = timedelta(days=90)
LONGEST_LIFETIME = timedelta(days=366)
OVERLAP = timedelta(hours=24)
LONGEST_OVERLAP = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """What a key is to be. Without `expires_at` it lives for 90 days."""

    name: str
    scopes: tuple[str, ...]
    expires_at: datetime | None = None
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The key and what its holder sends; the latter is null for a request that came again."""

    key: ApiKey
    secret: str | None


async def create(ctx: Context, new: NewKey) -> Made:
    """A key that acts for the viewer, with some of their rights.

    Raises:
        Unauthenticated: nobody signed in. Forbidden: the viewer may not make keys, or is a key.
        InvalidInput: a blank name, no scope, one that the viewer lacks, or an end in the past or beyond 366 days.
        LimitExceeded: 50 keys of the viewer go on.
    """
    owner_id = sessions.signed_in_id(ctx)
    sessions.must_be_in_person(ctx)
    ctx.viewer.must(Scope.KEYS_WRITE)
    return await _make(ctx, new, owner_id=owner_id, held=ctx.viewer.scopes)


async def create_for(ctx: Context, person: User, new: NewKey) -> Made:
    """A key that acts for this person, with some of their rights; made by the operator.

    Raises:
        Forbidden: the viewer does not administer people. InvalidInput, LimitExceeded: as in `create`.
    """
    ctx.viewer.must(Scope.USERS_WRITE, Scope.KEYS_WRITE)
    return await _make(ctx, new, owner_id=person.id, held=scopes.granted(person.role, person.extra_scopes))


async def _make(ctx: Context, new: NewKey, *, owner_id: UUID, held: frozenset[Scope]) -> Made:
    name = bounds.name(new.name, path=("name",), most=NAME_LENGTH)
    wanted, expires_at = _scopes(new.scopes, held), _end(new.expires_at)
    async with work.work(ctx) as tell:
        kept = await idempotency.recall(ctx, "createApiKey", new)
        if kept is not None:
            return Made(await _own(ctx, UUID(str(kept["id"]))), None)
        await _claim_room(owner_id)
        made = await _insert(owner_id, name, wanted, expires_at)
        await idempotency.remember(ctx, "createApiKey", new, {"id": str(made.key.id)})
        tell.audit(
            "api_key.create", "ApiKey", made.key.id, [audit_trail.change("scopes", None, " ".join(made.key.scopes))]
        )
    return made


async def rotate(ctx: Context, key_id: UUID, *, overlap: timedelta = OVERLAP) -> Made:
    """Another key of the same name, scopes and length of life; the old one goes on for the overlap.

    Raises:
        Unauthenticated, Forbidden: as in `create`.
        NotFound: no such key of the viewer. Conflict: it has ended.
        InvalidInput: the overlap is negative or longer than seven days.
    """
    owner_id = sessions.signed_in_id(ctx)
    sessions.must_be_in_person(ctx)
    ctx.viewer.must(Scope.KEYS_WRITE)
    if not timedelta(0) <= overlap <= LONGEST_OVERLAP:
        raise errors.InvalidInput(
            say("outside-hours", least=0, most=LONGEST_OVERLAP.days * 24), path=("overlapHours",), constraint="range"
        )
    now = identity.now()
    async with work.work(ctx) as tell:
        old = await api_key_rows.lock(key_id)
        if old is None or old.owner_id != owner_id:
            raise NotFound("ApiKey", key_id, path=("id",))
        if old.revoked_at is not None or old.expires_at <= now:
            raise errors.Conflict(say("key-ended"), path=("id",))
        made = await _insert(owner_id, old.name, frozenset(old.scopes), now + (old.expires_at - old.created_at))
        await api_key_rows.shorten(old.id, now + overlap)
        tell.audit("api_key.rotate", "ApiKey", made.key.id, [audit_trail.change("prefix", old.prefix, made.key.prefix)])
    identity.forget_standings()
    return made


async def revoke(ctx: Context, key_id: UUID) -> ApiKey:
    """The key, ended; as it is when it had ended before.

    Raises:
        Unauthenticated: nobody signed in.
        NotFound: no such key, or it is somebody else's and the viewer does not administer people.
    """
    if not ctx.viewer.is_system:
        sessions.signed_in_id(ctx)
        sessions.must_be_in_person(ctx)
    async with work.work(ctx) as tell:
        key = await _own(ctx, key_id)
        if await api_key_rows.end(key_id, identity.now()):
            tell.audit("api_key.revoke", "ApiKey", key_id)
            key = await _own(ctx, key_id)
    identity.forget_standings()
    return key


async def page(ctx: Context, slice_: Slice) -> Page[ApiKey]:
    """The viewer's keys, newest first; ended ones too."""
    if ctx.viewer.user_id is None:
        return paging.empty()
    return await _page(ctx.viewer.user_id, slice_)


async def page_of(ctx: Context, person: User, slice_: Slice) -> Page[ApiKey]:
    """The keys of a person, newest first; ended ones too.

    Raises:
        Forbidden: the viewer does not administer people.
    """
    ctx.viewer.must(Scope.USERS_WRITE)
    return await _page(person.id, slice_)


async def find(ctx: Context, key_id: UUID) -> ApiKey | None:
    """The key, to its owner and to those who administer people; null otherwise."""
    found = await api_key_rows.find(key_id)
    return found if found is not None and may_see(ctx, found) else None


def may_see(ctx: Context, key: ApiKey) -> bool:
    """Whether the viewer owns the key or administers people."""
    return key.owner_id == ctx.viewer.user_id or ctx.viewer.may(Scope.USERS_WRITE)


async def _page(owner_id: UUID, slice_: Slice) -> Page[ApiKey]:
    return await paging.of_listing(
        api_key_rows.listing(owner_id), slice_, Maker(f"keys of {owner_id}", api_key_rows.key)
    )


async def _own(ctx: Context, key_id: UUID) -> ApiKey:
    found = await find(ctx, key_id)
    if found is None:
        raise NotFound("ApiKey", key_id, path=("id",))
    return found


def _scopes(words: Sequence[str], held: frozenset[Scope]) -> frozenset[str]:
    """The scopes, each of which may be handed on."""
    if not words:
        raise errors.InvalidInput(say("no-scope-named"), path=("scopes",), constraint="min-items")
    if len(words) > len(Scope):
        raise errors.InvalidInput(say("too-many-scopes"), path=("scopes",), constraint="max-items")
    for place, word in enumerate(words):
        path = "scopes", str(place)
        if not scopes.parse([word]):
            raise errors.InvalidInput(say("unknown-scope"), path=path, constraint="known")
        if word == Scope.KEYS_WRITE:
            # A stolen key must not be able to make itself immortal.
            raise errors.InvalidInput(say("scope-not-for-keys"), path=path, constraint="grantable")
        if not scopes.parse([word]) <= held:
            raise errors.InvalidInput(say("scope-not-held"), path=path, constraint="held")
    return frozenset(words)


def _end(asked: datetime | None) -> datetime:
    now = identity.now()
    if asked is None:
        return now + LIFETIME
    if asked <= now:
        raise errors.InvalidInput(say("in-the-past"), path=("expiresAt",), constraint="future")
    if asked > now + LONGEST_LIFETIME:
        raise errors.InvalidInput(
            say("too-many-days-ahead", days=LONGEST_LIFETIME.days), path=("expiresAt",), constraint="max"
        )
    return asked


async def _claim_room(owner_id: UUID) -> None:
    # The owner's row is locked: two requests at a time would both see room for one.
    await user_reads.lock(owner_id)
    if await api_key_rows.count_live(owner_id, identity.now()) >= MOST_LIVE:
        raise errors.LimitExceeded(say("too-many-keys", most=MOST_LIVE))


async def _insert(owner_id: UUID, name: str, wanted: frozenset[str], expires_at: datetime) -> Made:
    secret = api_keys.new(identity.current().options.environment)
    key = await ApiKey.create(
        owner_id=owner_id,
        name=name,
        prefix=secret.prefix,
        secret_hash=secret.secret_hash,
        scopes=sorted(wanted),
        created_at=identity.now(),
        expires_at=expires_at,
    )
    return Made(key, secret.text)

"""API keys from making to ending, and what they are good for meanwhile."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import pytest
import pytest_asyncio

from auth.api_keys import ApiKeySecret
from auth.errors import Forbidden, InvalidToken, Unauthenticated
from auth.scopes import Scope
from auth.viewer import Viewer
from models import api_key_rows, store
from models import store as stores
from models.errors import NotFound, Refusal
from models.keys import uuid7
from models.kinds import Role
from resolvers import accounts, api_keys, identity, sessions, users
from resolvers.api_keys import Made, NewKey
from resolvers.context import Context
from resolvers.errors import Conflict, InvalidInput, LimitExceeded
from resolvers.paging import Slice
from tests import people
from tests.resolvers import writing
from tests.resolvers.writing import ANONYMOUS, somebody

READ = (Scope.DEFINITIONS_READ.value,)


@pytest_asyncio.fixture
async def clock(store: stores.Store) -> people.Clock:
    clock = people.clock()
    await people.configure(None, clock)
    return clock


async def made(ctx: Context, *scopes: str, **fields: object) -> Made:
    return await api_keys.create(ctx, NewKey(name="CI", scopes=scopes or READ, **fields))  # type: ignore[arg-type]


async def viewer_of(made_: Made) -> Viewer:
    identity.forget_standings()
    assert made_.secret is not None
    viewer, _ = await identity.current().authenticator.authenticate(made_.secret)
    return viewer


async def acts() -> list[tuple[str, UUID | None, str]]:
    rows = await store.rows("SELECT actor_kind, actor_id, action FROM audit_log ORDER BY id")
    return [(row["actor_kind"], row["actor_id"], row["action"]) for row in rows]


async def test_visitors_make_no_keys(clock: people.Clock) -> None:
    with pytest.raises(Unauthenticated):
        await made(ANONYMOUS)

    assert await acts() == []


async def test_a_key_acts_for_its_owner_within_its_scopes(clock: people.Clock) -> None:
    owner = await somebody(Role.EDITOR)

    key = await made(owner, "definitions:read", "drafts:read")
    viewer = await viewer_of(key)

    assert (viewer.user_id, viewer.role, viewer.session_id) == (owner.viewer.user_id, Role.EDITOR, None)
    assert viewer.scopes == {Scope.DEFINITIONS_READ, Scope.DRAFTS_READ}
    assert viewer.api_key is not None
    assert (viewer.api_key.id, viewer.api_key.prefix) == (key.key.id, key.key.prefix)
    assert await identity.current().authenticator.holds(viewer)


async def test_only_a_hash_of_a_key_is_stored(clock: people.Clock) -> None:
    key = await made(await somebody())

    rows = await store.rows("SELECT to_jsonb(k)::text AS text FROM api_keys k")

    assert key.secret is not None
    assert key.secret.removeprefix(key.key.prefix)[1:44] not in rows[0]["text"]


async def test_a_key_lives_ninety_days(clock: people.Clock) -> None:
    key = await made(await somebody())

    assert key.key.expires_at - key.key.created_at == timedelta(days=90)
    clock.advance(timedelta(days=90))
    with pytest.raises(InvalidToken):
        await viewer_of(key)


@pytest.mark.parametrize(
    ("fields", "path", "constraint"),
    [
        ({"name": " "}, ("name",), "not-blank"),
        ({"name": "x" * 101}, ("name",), "max-length"),
        ({"scopes": ()}, ("scopes",), "min-items"),
        ({"scopes": READ * 99}, ("scopes",), "max-items"),
        ({"scopes": ("definitions:eat",)}, ("scopes", "0"), "known"),
        ({"scopes": ("definitions:read", "keys:write")}, ("scopes", "1"), "grantable"),
        ({"scopes": ("users:write",)}, ("scopes", "0"), "held"),
    ],
)
async def test_what_is_out_of_bounds_makes_no_key(
    clock: people.Clock, fields: dict[str, object], path: tuple[str, ...], constraint: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await api_keys.create(await somebody(), NewKey(**{"name": "CI", "scopes": READ, **fields}))  # type: ignore[arg-type]

    assert (refused.value.path, refused.value.constraint) == (path, constraint)
    assert await store.rows("SELECT id FROM api_keys") == []


@pytest.mark.parametrize(("days", "constraint"), [(0, "future"), (367, "max")])
async def test_a_key_ends_within_a_year(clock: people.Clock, days: int, constraint: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        await made(await somebody(), expires_at=clock() + timedelta(days=days))

    assert (refused.value.path, refused.value.constraint) == (("expiresAt",), constraint)


async def test_a_person_has_fifty_keys_at_most(clock: people.Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resolvers.api_keys.MOST_LIVE", 1)
    owner = await somebody()
    first = await made(owner)

    with pytest.raises(LimitExceeded):
        await made(owner)
    await api_keys.revoke(owner, first.key.id)

    assert (await made(owner)).secret is not None


async def test_a_request_that_comes_again_brings_no_secret(clock: people.Clock) -> None:
    owner = await somebody()

    first, again = await made(owner, idempotency_key="one"), await made(owner, idempotency_key="one")

    assert (again.key.id, again.secret) == (first.key.id, None)
    assert [action for _, _, action in await acts()] == ["api_key.create"]


async def test_keys_make_no_keys(clock: people.Clock) -> None:
    owner = await somebody()
    viewer = await viewer_of(await made(owner, "definitions:read"))
    machine = Context(viewer=viewer, request_id="test")

    with pytest.raises(Forbidden):
        await made(machine)
    with pytest.raises(Forbidden):
        await api_keys.revoke(machine, uuid7())
    with pytest.raises(Forbidden):
        await sessions.revoke(machine, uuid7())
    with pytest.raises(Forbidden):
        await users.change_password(machine, current=people.PASSWORD, new="another long enough one")


async def test_a_key_loses_what_its_owner_loses(clock: people.Clock) -> None:
    owner = await somebody(Role.EDITOR)
    key = await made(owner, "definitions:approve", "definitions:read")
    before = await viewer_of(key)
    administrator = await somebody(Role.ADMIN)
    assert owner.viewer.user_id is not None

    await users.update(administrator, owner.viewer.user_id, expected_version=1, role=Role.USER)

    assert (await viewer_of(key)).scopes == {Scope.DEFINITIONS_READ}
    assert not await identity.current().authenticator.holds(before)


async def test_a_key_of_a_disabled_person_is_nothing(clock: people.Clock) -> None:
    owner = await somebody()
    key = await made(owner)
    before = await viewer_of(key)
    assert owner.viewer.user_id is not None

    await users.update(await somebody(Role.ADMIN), owner.viewer.user_id, expected_version=1, is_active=False)

    with pytest.raises(InvalidToken):
        await viewer_of(key)
    assert not await identity.current().authenticator.holds(before)


async def test_a_key_waits_for_a_new_password(clock: people.Clock) -> None:
    owner = await somebody(Role.EDITOR)
    key = await made(owner, "drafts:read")
    assert owner.viewer.user_id is not None

    await accounts.reset_password(await somebody(Role.ADMIN), owner.viewer.user_id)

    assert (await viewer_of(key)).scopes == {Scope.DEFINITIONS_READ}


async def test_a_revoked_key_is_nothing(clock: people.Clock) -> None:
    owner = await somebody()
    key = await made(owner)

    ended = await api_keys.revoke(owner, key.key.id)
    again = await api_keys.revoke(owner, key.key.id)

    assert ended.revoked_at == again.revoked_at == clock()
    with pytest.raises(InvalidToken):
        await viewer_of(key)
    assert [action for _, _, action in await acts()] == ["api_key.create", "api_key.revoke"]


async def test_keys_of_others_are_absent(clock: people.Clock) -> None:
    key, other = await made(await somebody()), await somebody(Role.EDITOR)

    assert await api_keys.find(other, key.key.id) is None
    with pytest.raises(NotFound):
        await api_keys.revoke(other, key.key.id)
    with pytest.raises(NotFound):
        await api_keys.rotate(other, key.key.id)
    assert (await viewer_of(key)).user_id == key.key.owner_id


async def test_an_administrator_ends_anybodys_key(clock: people.Clock) -> None:
    key = await made(await somebody())

    ended = await api_keys.revoke(await somebody(Role.ADMIN), key.key.id)

    assert ended.revoked_at == clock()


async def test_both_keys_hold_while_one_replaces_the_other(clock: people.Clock) -> None:
    owner = await somebody()
    old = await made(owner, "definitions:read", "drafts:read", expires_at=clock() + timedelta(days=10))

    new = await api_keys.rotate(owner, old.key.id, overlap=timedelta(hours=2))
    clock.advance(timedelta(hours=1))
    both = (await viewer_of(old)).scopes, (await viewer_of(new)).scopes
    clock.advance(timedelta(hours=1))

    assert both == (frozenset({Scope.DEFINITIONS_READ, Scope.DRAFTS_READ}),) * 2
    assert new.key.expires_at - new.key.created_at == timedelta(days=10)
    with pytest.raises(InvalidToken):
        await viewer_of(old)
    assert (await viewer_of(new)).user_id == owner.viewer.user_id


@pytest.mark.parametrize("hours", [-1, 169])
async def test_an_overlap_is_a_week_at_most(clock: people.Clock, hours: int) -> None:
    owner = await somebody()
    key = await made(owner)

    with pytest.raises(InvalidInput) as refused:
        await api_keys.rotate(owner, key.key.id, overlap=timedelta(hours=hours))

    assert refused.value.path == ("overlapHours",)


async def test_an_ended_key_is_not_replaced(clock: people.Clock) -> None:
    owner = await somebody()
    key = await made(owner)
    await api_keys.revoke(owner, key.key.id)

    with pytest.raises(Conflict):
        await api_keys.rotate(owner, key.key.id)


async def test_the_last_use_is_known_to_the_minute(clock: people.Clock) -> None:
    owner = await somebody()
    key = await made(owner)

    started = clock()
    await viewer_of(key)
    clock.advance(timedelta(seconds=59))
    await viewer_of(key)
    first = await api_key_rows.find(key.key.id)
    clock.advance(timedelta(seconds=1))
    await viewer_of(key)
    second = await api_key_rows.find(key.key.id)

    assert first is not None
    assert second is not None
    assert (first.last_used_at, second.last_used_at) == (started, started + timedelta(minutes=1))


async def test_a_guessed_secret_uses_nothing(clock: people.Clock) -> None:
    key = await made(await somebody())
    assert key.secret is not None
    # The checksum is right, the secret is not.
    forged = ApiKeySecret(key.key.prefix, "a" * 43).text

    with pytest.raises(InvalidToken):
        await identity.current().authenticator.authenticate(forged)

    found = await api_key_rows.find(key.key.id)
    assert found is not None
    assert found.last_used_at is None


async def test_the_trail_names_the_machine(clock: people.Clock) -> None:
    owner = await somebody(Role.EDITOR)
    key = await made(owner, "definitions:read", "drafts:read", "definitions:write")
    machine = Context(viewer=await viewer_of(key), request_id="test")

    await writing.draft(machine, (await writing.glossary()).id)

    assert (await acts())[-1] == ("MACHINE", key.key.id, "definition.create")


async def test_keys_are_listed_newest_first(clock: people.Clock) -> None:
    owner = await somebody()
    first, second = await made(owner), await made(owner)
    await made(await somebody())

    page = await api_keys.page(owner, Slice(first=10))

    assert [edge.node.id for edge in page.edges] == [second.key.id, first.key.id]
    assert (await api_keys.page(ANONYMOUS, Slice(first=10))).edges == ()


REFUSALS: list[tuple[str, Callable[[Context], Awaitable[object]]]] = [
    ("create", made),
    ("rotate", lambda ctx: api_keys.rotate(ctx, uuid7())),
    ("revoke", lambda ctx: api_keys.revoke(ctx, uuid7())),
]


@pytest.mark.parametrize(("name", "act"), REFUSALS, ids=[name for name, _ in REFUSALS])
async def test_nobody_signed_in_is_turned_down(
    clock: people.Clock, name: str, act: Callable[[Context], Awaitable[object]]
) -> None:
    with pytest.raises(Refusal):
        await act(ANONYMOUS)

    assert await acts() == []

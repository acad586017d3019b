import asyncio
from uuid import uuid4

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from auth import errors as auth_errors
from auth.scopes import OF_ROLE
from auth.viewer import Viewer
from models import store as stores
from models import user_reads
from models.audit import AuditEntry
from models.errors import NotFound, VersionConflict
from models.kinds import Role
from models.user import Session, User
from resolvers import accounts, errors, identity, sessions, users
from resolvers.context import Context
from resolvers.paging import Slice
from resolvers.session_tokens import SignedIn
from tests import people


@pytest_asyncio.fixture(autouse=True)
async def clock(store: stores.Store, redis: Redis) -> people.Clock:
    clock = people.clock()
    await people.configure(redis, clock)
    return clock


def _as(user: User) -> Context:
    return people.context(Viewer(user_id=user.id, role=user.role, scopes=OF_ROLE[user.role]))


async def _actions() -> list[str]:
    return [entry.action for entry in await AuditEntry.all().order_by("id")]


async def test_anybody_may_register_and_is_signed_in_as_user() -> None:
    signed_in = await users.register(
        people.context(), email="ada@example.org", password=people.PASSWORD, display_name=" Ada  L "
    )

    viewer = (await people.context_of(signed_in)).viewer
    assert (viewer.role, viewer.scopes) == (Role.USER, OF_ROLE[Role.USER])
    assert (signed_in.user.display_name, signed_in.user.email) == ("Ada L", "ada@example.org")
    entry = await AuditEntry.get()
    assert (entry.action, entry.actor_kind, entry.actor_id) == ("user.register", "USER", signed_in.user.id)


async def test_closed_registration_is_forbidden(redis: Redis) -> None:
    await people.configure(redis, is_registration_open=False)

    with pytest.raises(auth_errors.Forbidden, match="registration is closed"):
        await users.register(people.context(), email="ada@example.org", password=people.PASSWORD, display_name="Ada")

    assert await User.all().count() == 0


async def test_taken_address_is_refused_after_the_same_work() -> None:
    await people.person("ada@example.org")
    before = identity.current().passwords.checks_done

    with pytest.raises(errors.Taken) as refusal:
        await users.register(people.context(), email="ADA@example.org", password=people.PASSWORD, display_name="Ada")

    assert (refusal.value.kind, refusal.value.existing_id, refusal.value.path) == ("User", None, ("email",))
    assert identity.current().passwords.checks_done - before == 1
    assert await User.all().count() == 1
    assert await Session.all().count() == 0
    assert await _actions() == []


async def test_twenty_registrations_an_hour_is_enough_for_one_address() -> None:
    for _ in range(20):
        with pytest.raises(errors.InvalidInput):
            await users.register(people.context(), email="x", password="short", display_name="Ada")

    with pytest.raises(errors.LimitExceeded):
        await users.register(people.context(), email="ada@example.org", password=people.PASSWORD, display_name="Ada")


@pytest.mark.parametrize(
    ("email", "password", "name", "path"),
    [
        ("ada", people.PASSWORD, "Ada", "email"),
        ("@example.org", people.PASSWORD, "Ada", "email"),
        ("ada@", people.PASSWORD, "Ada", "email"),
        ("ada@.org", people.PASSWORD, "Ada", "email"),
        ("ada@org.", people.PASSWORD, "Ada", "email"),
        ("a da@example.org", people.PASSWORD, "Ada", "email"),
        ("a" * 65 + "@example.org", people.PASSWORD, "Ada", "email"),
        ("a@" + "b" * 260, people.PASSWORD, "Ada", "email"),
        ("ada\0@example.org", people.PASSWORD, "Ada", "email"),
        ("\ud800@example.org", people.PASSWORD, "Ada", "email"),
        ("ada@example.org", people.PASSWORD, "", "displayName"),
        ("ada@example.org", people.PASSWORD, "\0", "displayName"),
        ("ada@example.org", people.PASSWORD, "n" * 201, "displayName"),
        ("ada@example.org", "too short", "Ada", "password"),
        ("ada@example.org", "password1234567", "Ada", "password"),
        ("ada@example.org", "\ud800" * 15, "Ada", "password"),
        ("ada@example.org", "x" * 1_000_000, "Ada", "password"),
        ("lovelacefamily@example.org", "lovelacefamily1", "Ada", "password"),
    ],
)
async def test_bad_registration_changes_nothing(email: str, password: str, name: str, path: str) -> None:
    with pytest.raises(errors.InvalidInput) as refusal:
        await users.register(people.context(), email=email, password=password, display_name=name)

    assert refusal.value.path == (path,)
    assert await User.all().count() == 0


async def test_anonymous_has_no_password_to_change() -> None:
    with pytest.raises(auth_errors.Unauthenticated):
        await users.change_password(people.context(), current=people.PASSWORD, new="another good one 9")


async def test_changed_password_ends_other_sessions_and_older_tokens() -> None:
    await people.person()
    here = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)
    there = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)

    changed = await users.change_password(
        await people.context_of(here), current=people.PASSWORD, new="another good one 9"
    )

    assert (await people.context_of(changed)).viewer.user_id == here.user.id
    assert await Session.filter(revoked_at__isnull=True).count() == 1
    await _assert_dead(here)
    await _assert_dead(there)
    again = await sessions.sign_in(people.context(), "ada@example.org", "another good one 9")
    assert again.user.version == 2


async def test_session_goes_on_with_the_new_refresh_token_after_a_change() -> None:
    await people.person()
    here = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)
    before = (await people.context_of(here)).viewer.session_id

    changed = await users.change_password(
        await people.context_of(here), current=people.PASSWORD, new="another good one 9"
    )

    refreshed = await sessions.refresh(people.context(), changed.tokens.refresh_token)
    assert (await people.context_of(refreshed)).viewer.session_id == before


@pytest.mark.parametrize(
    ("current", "new", "path"),
    [
        ("wrong password 123", "another good one 9", "currentPassword"),
        ("\ud800", "another good one 9", "currentPassword"),
        (people.PASSWORD, people.PASSWORD, "newPassword"),
        (people.PASSWORD, "short", "newPassword"),
        (people.PASSWORD, "ada@example.org 1", "newPassword"),
    ],
)
async def test_bad_change_of_password_changes_nothing(current: str, new: str, path: str) -> None:
    ada = await people.person()
    here = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)

    with pytest.raises(errors.InvalidInput) as refusal:
        await users.change_password(await people.context_of(here), current=current, new=new)

    assert refusal.value.path == (path,)
    assert (await User.get(id=ada.id)).password_hash == ada.password_hash
    assert (await people.context_of(here)).viewer.user_id == ada.id


async def test_wrong_current_password_is_on_record_and_throttled() -> None:
    await people.person()
    ctx = await people.context_of(await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD))
    for _ in range(10):
        with pytest.raises(errors.InvalidInput):
            await users.change_password(ctx, current="wrong password 123", new="another good one 9")

    with pytest.raises(errors.LimitExceeded):
        await users.change_password(ctx, current=people.PASSWORD, new="another good one 9")

    assert (await _actions()).count("user.refuse_password") == 10


async def test_two_changes_at_once_leave_one_password() -> None:
    await people.person()
    ctx = await people.context_of(await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD))

    changes = [
        users.change_password(ctx, current=people.PASSWORD, new=f"another good one {number}") for number in (1, 2)
    ]
    outcomes = [type(outcome).__name__ for outcome in await asyncio.gather(*changes, return_exceptions=True)]

    assert outcomes.count("SignedIn") == 1


async def test_password_that_changed_meanwhile_is_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    ada = await people.person()
    ctx = await people.context_of(await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD))
    hashed = users.hashed

    async def overtaken(password: str) -> str:
        await user_reads.set_password(ada, "of somebody faster", must_change=False)
        return await hashed(password)

    monkeypatch.setattr(users, "hashed", overtaken)

    with pytest.raises(errors.Conflict, match="changed meanwhile"):
        await users.change_password(ctx, current=people.PASSWORD, new="another good one 9")

    assert (await User.get(id=ada.id)).password_hash == "of somebody faster"
    assert (await _actions()) == ["session.sign_in"]


async def test_anonymous_and_editors_cannot_update_anybody() -> None:
    ada = await people.person(role=Role.EDITOR)

    with pytest.raises(auth_errors.Unauthenticated):
        await users.update(people.context(), ada.id, expected_version=1, role=Role.ADMIN)
    with pytest.raises(auth_errors.Forbidden):
        await users.update(_as(ada), ada.id, expected_version=1, role=Role.ADMIN)

    assert (await User.get(id=ada.id)).role is Role.EDITOR


async def test_new_role_ends_older_tokens_and_comes_with_the_next_refresh() -> None:
    admin, ada = await people.person("root@example.org", role=Role.ADMIN), await people.person()
    here = await sessions.sign_in(people.context(), ada.email, people.PASSWORD)

    updated = await users.update(_as(admin), ada.id, expected_version=1, role=Role.EDITOR)

    assert (updated.role, updated.version) == (Role.EDITOR, 2)
    await _assert_dead(here)
    refreshed = await sessions.refresh(people.context(), here.tokens.refresh_token)
    assert (await people.context_of(refreshed)).viewer.scopes == OF_ROLE[Role.EDITOR]
    entry = await AuditEntry.get(action="user.update")
    assert (entry.actor_id, entry.changes) == (admin.id, [{"path": ["role"], "before": "USER", "after": "EDITOR"}])


async def test_disabling_ends_sessions_and_enabling_does_not_bring_them_back() -> None:
    admin, ada = await people.person("root@example.org", role=Role.ADMIN), await people.person()
    here = await sessions.sign_in(people.context(), ada.email, people.PASSWORD)

    await users.update(_as(admin), ada.id, expected_version=1, is_active=False)
    await users.update(_as(admin), ada.id, expected_version=2, is_active=True)

    with pytest.raises(auth_errors.SessionEnded):
        await sessions.refresh(people.context(), here.tokens.refresh_token)


async def test_update_without_a_change_changes_nothing() -> None:
    admin, ada = await people.person("root@example.org", role=Role.ADMIN), await people.person()

    same = await users.update(_as(admin), ada.id, expected_version=1, role=Role.USER)

    assert same.version == 1
    assert await _actions() == []


async def test_stale_update_brings_back_who_won() -> None:
    admin, ada = await people.person("root@example.org", role=Role.ADMIN), await people.person()
    await users.update(_as(admin), ada.id, expected_version=1, role=Role.EDITOR)

    with pytest.raises(VersionConflict) as refusal:
        await users.update(_as(admin), ada.id, expected_version=1, role=Role.ADMIN)

    assert isinstance(refusal.value.current, User)
    assert (refusal.value.current.role, refusal.value.actual) == (Role.EDITOR, 2)


async def test_unknown_person_is_not_found() -> None:
    admin = await people.person("root@example.org", role=Role.ADMIN)

    with pytest.raises(NotFound):
        await users.update(_as(admin), uuid4(), expected_version=1, role=Role.ADMIN)


@pytest.mark.parametrize(("role", "is_active"), [(Role.USER, None), (None, False), (Role.EDITOR, False)])
async def test_last_active_administrator_stays_one(role: Role | None, is_active: bool | None) -> None:  # noqa: FBT001 - a table
    admin = await people.person("root@example.org", role=Role.ADMIN)
    other = await people.person("old@example.org", role=Role.ADMIN)
    await user_reads.set_rights(other, role=Role.ADMIN, is_active=False)

    with pytest.raises(errors.Conflict, match="last active administrator"):
        await users.update(_as(admin), admin.id, expected_version=1, role=role, is_active=is_active)

    assert (await User.get(id=admin.id)).version == 1


async def test_two_administrators_cannot_demote_each_other_at_once() -> None:
    ann, bob = (
        await people.person("ann@example.org", role=Role.ADMIN),
        await people.person("bob@example.org", role=Role.ADMIN),
    )

    demotions = [
        users.update(_as(ann), bob.id, expected_version=1, role=Role.USER),
        users.update(_as(bob), ann.id, expected_version=1, role=Role.USER),
    ]
    outcomes = [type(outcome).__name__ for outcome in await asyncio.gather(*demotions, return_exceptions=True)]

    assert sorted(outcomes) == ["Conflict", "User"]
    assert await User.filter(role=Role.ADMIN, is_active=True).count() == 1


async def test_people_are_hidden_from_anonymous_and_from_each_other() -> None:
    ada, bob = await people.person(), await people.person("bob@example.org")

    assert await users.find(people.context(), ada.id) is None
    assert await users.find(_as(bob), ada.id) is None
    with pytest.raises(NotFound):
        await users.get(_as(bob), ada.id)
    assert await users.viewer(people.context()) is None


async def test_oneself_and_administrators_see_person_and_address() -> None:
    ada, admin = await people.person(), await people.person("root@example.org", role=Role.ADMIN)

    assert (await users.get(_as(ada), ada.id)).id == ada.id
    assert (await users.get(_as(admin), ada.id)).id == ada.id
    assert await users.viewer(_as(ada)) == ada
    assert users.email(_as(ada), ada) == "ada@example.org"
    assert users.email(_as(admin), ada) == "ada@example.org"
    assert users.email(_as(ada), admin) is None
    assert users.email(people.context(), ada) is None


async def test_list_of_people_is_for_those_who_may_read_it() -> None:
    ada = await people.person()

    with pytest.raises(auth_errors.Unauthenticated):
        await users.page(people.context(), Slice())
    with pytest.raises(auth_errors.Forbidden):
        await users.page(_as(ada), Slice())
    with pytest.raises(auth_errors.Forbidden):
        await users.by_email(_as(ada), ada.email)


async def test_list_of_people_is_paged_in_order_of_creation() -> None:
    admin = await people.person("root@example.org", role=Role.ADMIN)
    others = [await people.person(f"{name}@example.org") for name in "cab"]

    first = await users.page(_as(admin), Slice(first=2))
    second = await users.page(_as(admin), Slice(first=2, after=first.edges[-1].cursor))

    assert [edge.node for page in (first, second) for edge in page.edges] == [admin, *others]
    assert (first.has_next, second.has_next, second.edges[0].node.role) == (True, False, Role.USER)


async def test_operator_adds_people_with_a_one_time_password() -> None:
    user, secret = await accounts.add(people.SYSTEM_CONTEXT, "bob@example.org", display_name="Bob", role=Role.EDITOR)

    signed_in = await sessions.sign_in(people.context(), "bob@example.org", secret)

    assert (signed_in.user.id, signed_in.user.must_change_password) == (user.id, True)
    with pytest.raises(errors.Taken) as refusal:
        await accounts.add(people.SYSTEM_CONTEXT, "BOB@example.org", display_name="Bob", role=Role.USER)
    assert refusal.value.existing_id == user.id


async def test_anonymous_makes_no_accounts() -> None:
    ada = await people.person()

    with pytest.raises(auth_errors.Unauthenticated):
        await accounts.add(people.context(), "bob@example.org", display_name="Bob", role=Role.ADMIN)
    with pytest.raises(auth_errors.Unauthenticated):
        await accounts.first_administrator(people.context())
    with pytest.raises(auth_errors.Unauthenticated):
        await accounts.reset_password(people.context(), ada.id)


async def test_reset_password_ends_sessions_and_signs_in_once() -> None:
    ada = await people.person()
    here = await sessions.sign_in(people.context(), ada.email, people.PASSWORD)

    secret = await accounts.reset_password(people.SYSTEM_CONTEXT, ada.id)

    await _assert_dead(here)
    with pytest.raises(auth_errors.SignInRefused):
        await sessions.sign_in(people.context(), ada.email, people.PASSWORD)
    assert (await sessions.sign_in(people.context(), ada.email, secret)).user.id == ada.id
    with pytest.raises(NotFound):
        await accounts.reset_password(people.SYSTEM_CONTEXT, uuid4())


async def test_first_administrator_is_made_once_by_servers_that_start_together() -> None:
    secrets = await asyncio.gather(*(accounts.first_administrator(people.SYSTEM_CONTEXT) for _ in range(5)))

    assert len([secret for secret in secrets if secret]) == 1
    assert [user.role for user in await User.all()] == [Role.ADMIN]
    assert await accounts.first_administrator(people.SYSTEM_CONTEXT) is None


async def _assert_dead(signed_in: SignedIn) -> None:
    with pytest.raises(auth_errors.InvalidToken):
        await people.context_of(signed_in)

import asyncio
from datetime import timedelta

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from auth import errors as auth_errors
from auth.passwords import Algorithm
from auth.scopes import ANONYMOUS
from models import store as stores
from models import user_reads
from models.audit import AuditEntry
from models.errors import NotFound
from models.kinds import Role
from models.user import Session, User
from resolvers import accounts, errors, identity, sessions, users
from resolvers.session_tokens import SignedIn
from tests import people


@pytest_asyncio.fixture
async def clock(store: stores.Store, redis: Redis) -> people.Clock:
    clock = people.clock()
    await people.configure(redis, clock)
    return clock


async def _actions() -> list[str]:
    return [entry.action for entry in await AuditEntry.all().order_by("id")]


async def test_anybody_with_the_right_password_is_signed_in(clock: people.Clock) -> None:
    ada = await people.person(role=Role.EDITOR)

    signed_in = await sessions.sign_in(people.context(), "Ada@EXAMPLE.org", people.PASSWORD)

    ctx = await people.context_of(signed_in)
    assert (ctx.viewer.user_id, ctx.viewer.role) == (ada.id, Role.EDITOR)
    assert signed_in.tokens.access_token_expires_at == clock() + timedelta(minutes=10)
    assert await _actions() == ["session.sign_in"]


async def test_sign_in_names_the_signed_in_person_in_the_audit_trail(clock: people.Clock) -> None:
    ada = await people.person()

    await sessions.sign_in(people.context(), ada.email, people.PASSWORD)

    entry = await AuditEntry.get()
    assert (entry.actor_kind, entry.actor_id, entry.subject_id) == ("USER", ada.id, ada.id)


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("nobody@example.org", people.PASSWORD),
        ("ada@example.org", "another password!"),
        ("disabled@example.org", people.PASSWORD),
        ("\0", people.PASSWORD),
        ("\ud800@example.org", people.PASSWORD),
        ("ada@example.org", "\ud800" * 20),
        ("ada@example.org", "x" * 1_000_000),
        ("x" * 1_000_000, people.PASSWORD),
        ("", ""),
    ],
)
async def test_refused_sign_ins_look_and_cost_the_same(clock: people.Clock, email: str, password: str) -> None:
    await people.person("ada@example.org")
    disabled = await people.person("disabled@example.org")
    await user_reads.set_rights(disabled, role=Role.USER, is_active=False)
    before = identity.current().passwords.checks_done

    with pytest.raises(auth_errors.SignInRefused, match="no active account has this e-mail address and password"):
        await sessions.sign_in(people.context(), email, password)

    assert identity.current().passwords.checks_done - before == 1
    assert await _actions() == ["session.refuse"]
    assert await Session.all().count() == 0


async def test_refused_sign_in_of_nobody_keeps_no_address(clock: people.Clock) -> None:
    with pytest.raises(auth_errors.SignInRefused):
        await sessions.sign_in(people.context(), "nobody@example.org", people.PASSWORD)

    entry = await AuditEntry.get()
    assert (entry.actor_kind, entry.subject_id.int, entry.changes) == ("ANONYMOUS", 0, [])


async def test_eleventh_failure_of_one_account_from_one_address_is_throttled(clock: people.Clock) -> None:
    await people.person()
    await _fail(10)

    with pytest.raises(errors.LimitExceeded):
        await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)


async def test_parallel_attempts_cannot_pass_the_throttle_together(clock: people.Clock) -> None:
    await people.person()

    attempts = [sessions.sign_in(people.context(), "ada@example.org", "wrong password 123") for _ in range(30)]
    outcomes = [type(outcome) for outcome in await asyncio.gather(*attempts, return_exceptions=True)]

    assert outcomes.count(auth_errors.SignInRefused) <= 10
    assert outcomes.count(errors.LimitExceeded) >= 20


async def test_throttle_of_one_address_leaves_the_owner_in_from_another(clock: people.Clock) -> None:
    await people.person()
    await _fail(10)

    elsewhere = people.context(address="198.51.100.7")
    signed_in = await sessions.sign_in(elsewhere, "ada@example.org", people.PASSWORD)

    assert signed_in.user.email == "ada@example.org"


async def _fail_from_everywhere(times: int) -> None:
    for number in range(times):
        with pytest.raises(auth_errors.SignInRefused):
            await sessions.sign_in(
                people.context(address=f"203.0.113.{number}"), "ada@example.org", "wrong password 123"
            )


async def test_hundred_failures_from_everywhere_close_an_account_to_strangers_only(clock: people.Clock) -> None:
    await people.person()
    await _again()
    await _fail_from_everywhere(100)

    with pytest.raises(errors.LimitExceeded):
        await sessions.sign_in(people.context(address="198.51.100.7"), "ada@example.org", people.PASSWORD)

    assert (await _again()).user.email == "ada@example.org"


async def test_neighbours_in_one_ipv6_network_count_as_one(clock: people.Clock) -> None:
    for number in range(10):
        with pytest.raises(auth_errors.SignInRefused):
            await sessions.sign_in(people.context(address=f"2001:db8:1:2::{number}"), "ada@example.org", "wrong")

    with pytest.raises(errors.LimitExceeded):
        await sessions.sign_in(people.context(address="2001:db8:1:2:ffff::1"), "ada@example.org", "wrong")
    with pytest.raises(auth_errors.SignInRefused):
        await sessions.sign_in(people.context(address="2001:db8:1:3::1"), "ada@example.org", "wrong")


async def test_address_that_is_none_counts_as_one(clock: people.Clock) -> None:
    for _ in range(10):
        with pytest.raises(auth_errors.SignInRefused):
            await sessions.sign_in(people.context(address="testclient"), "ada@example.org", "wrong")

    with pytest.raises(errors.LimitExceeded):
        await sessions.sign_in(people.context(address=""), "ada@example.org", "wrong")


async def test_more_sign_ins_than_can_wait_are_turned_away(
    clock: people.Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await people.person()
    monkeypatch.setattr("auth.passwords._MAX_WAITING", 0)

    with pytest.raises(errors.LimitExceeded, match="too many people are signing in"):
        await _again()
    with pytest.raises(errors.LimitExceeded, match="too many people are signing in"):
        await users.register(people.context(), email="b@example.org", password=people.PASSWORD, display_name="B")


async def test_sessions_that_ended_long_ago_are_purged(clock: people.Clock) -> None:
    signed_in = await _signed_in()
    await sessions.sign_out(await people.context_of(signed_in))
    kept = await _again()
    clock.advance(timedelta(days=31))

    assert await sessions.purge() == 1
    assert [session.revoked_at for session in await Session.all()] == [None]
    assert kept.user.email == "ada@example.org"


async def test_success_does_not_count_as_an_attempt(clock: people.Clock) -> None:
    await people.person()

    for _ in range(12):
        signed_in = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)

    assert signed_in.user.email == "ada@example.org"


async def test_imported_bcrypt_hash_is_replaced_at_sign_in(clock: people.Clock) -> None:
    ada = await people.person()
    bare = "$2b$04$awZhptiMrcRAkQMFXEBOR.bpqIFSuOPVQv375c2bVymQR7/dmnj.S"
    await user_reads.replace_hash(ada.id, before=ada.password_hash or "", after=bare)

    await sessions.sign_in(people.context(), ada.email, "a bcrypt password")

    after = await User.get(id=ada.id)
    assert after.password_hash is not None
    assert after.password_hash.startswith("$argon2id$")
    assert (after.version, after.permission_version) == (1, 1)


async def test_peppered_bcrypt_can_be_chosen(store: stores.Store, redis: Redis) -> None:
    await people.configure(redis, hasher=Algorithm.BCRYPT)
    ada = await people.person(password="x" * 100 + " tail one, tail two")

    with pytest.raises(auth_errors.SignInRefused):
        await sessions.sign_in(people.context(), ada.email, "x" * 100 + " tail one, tail 2")
    signed_in = await sessions.sign_in(people.context(), ada.email, "x" * 100 + " tail one, tail two")

    assert (signed_in.user.password_hash or "").startswith("bcrypt-sha384:$2b$04$")


async def test_one_time_secret_signs_in_once_and_only_to_change_it(clock: people.Clock) -> None:
    secret = await accounts.first_administrator(people.SYSTEM_CONTEXT) or ""

    signed_in = await sessions.sign_in(people.context(), accounts.FIRST_ADMINISTRATOR, secret)

    ctx = await people.context_of(signed_in)
    assert ctx.viewer.scopes == ANONYMOUS
    with pytest.raises(auth_errors.SignInRefused):
        await sessions.sign_in(people.context(), accounts.FIRST_ADMINISTRATOR, secret)
    changed = await users.change_password(ctx, current=secret, new=people.PASSWORD)
    assert "users:write" in (await people.context_of(changed)).viewer.scopes


async def test_one_time_secret_used_twice_at_once_opens_one_session(clock: people.Clock) -> None:
    secret = await accounts.first_administrator(people.SYSTEM_CONTEXT) or ""

    attempts = [sessions.sign_in(people.context(), accounts.FIRST_ADMINISTRATOR, secret) for _ in range(5)]
    outcomes = [type(outcome) for outcome in await asyncio.gather(*attempts, return_exceptions=True)]

    assert sorted(outcome.__name__ for outcome in outcomes) == ["SignInRefused"] * 4 + ["SignedIn"]


async def test_refresh_by_anybody_needs_a_token_of_ours(clock: people.Clock) -> None:
    with pytest.raises(auth_errors.SessionEnded):
        await sessions.refresh(people.context(), "nonsense")


async def test_refresh_brings_new_tokens_of_the_same_session(clock: people.Clock) -> None:
    first = await _signed_in()
    clock.advance(timedelta(minutes=9))

    second = await sessions.refresh(people.context(), first.tokens.refresh_token)

    assert second.tokens.refresh_token != first.tokens.refresh_token
    assert (await people.context_of(second)).viewer == (await people.context_of(first)).viewer


async def test_only_hashes_of_refresh_tokens_are_stored(clock: people.Clock) -> None:
    signed_in = await _signed_in()

    row = await stores.row("SELECT sessions::text AS everything FROM sessions")

    handle, secret = signed_in.tokens.refresh_token.split(".")
    assert row is not None
    assert handle not in row["everything"]
    assert secret not in row["everything"]


async def test_fifty_parallel_refreshes_have_one_outcome(clock: people.Clock) -> None:
    first = await _signed_in()

    refreshes = [sessions.refresh(people.context(), first.tokens.refresh_token) for _ in range(50)]
    outcomes = await asyncio.gather(*refreshes)

    assert len({outcome.tokens.refresh_token for outcome in outcomes}) == 1
    assert await Session.filter(revoked_at__isnull=True).count() == 1


async def test_lost_answer_can_be_asked_for_again_within_ten_seconds(clock: people.Clock) -> None:
    first = await _signed_in()
    lost = await sessions.refresh(people.context(), first.tokens.refresh_token)
    clock.advance(timedelta(seconds=10))

    again = await sessions.refresh(people.context(), first.tokens.refresh_token)

    assert again.tokens.refresh_token == lost.tokens.refresh_token


async def test_reuse_after_the_grace_ends_the_session_and_is_on_record(clock: people.Clock) -> None:
    first = await _signed_in()
    second = await sessions.refresh(people.context(), first.tokens.refresh_token)
    clock.advance(timedelta(seconds=11))

    with pytest.raises(auth_errors.SessionEnded):
        await sessions.refresh(people.context(), first.tokens.refresh_token)

    assert (await _actions())[-1] == "session.reuse"
    with pytest.raises(auth_errors.SessionEnded):
        await sessions.refresh(people.context(), second.tokens.refresh_token)
    with pytest.raises(auth_errors.InvalidToken):
        await people.context_of(second)


async def test_grandparent_ends_the_session_at_once(clock: people.Clock) -> None:
    first = await _signed_in()
    second = await sessions.refresh(people.context(), first.tokens.refresh_token)
    await sessions.refresh(people.context(), second.tokens.refresh_token)

    with pytest.raises(auth_errors.SessionEnded):
        await sessions.refresh(people.context(), first.tokens.refresh_token)

    assert await Session.filter(revoked_at__isnull=True).count() == 0


async def test_knowing_the_id_of_a_session_does_not_end_it(clock: people.Clock) -> None:
    signed_in = await _signed_in()
    session = await Session.get()

    with pytest.raises(auth_errors.SessionEnded):
        await sessions.refresh(people.context(), f"{session.id}.{'A' * 43}")

    assert (await people.context_of(signed_in)).viewer.session_id == session.id


@pytest.mark.parametrize("idle", [timedelta(days=14), timedelta(days=365)])
async def test_idle_session_ends(clock: people.Clock, idle: timedelta) -> None:
    signed_in = await _signed_in()
    clock.advance(idle)

    with pytest.raises(auth_errors.SessionEnded):
        await sessions.refresh(people.context(), signed_in.tokens.refresh_token)


async def test_busy_session_ends_after_ninety_days(clock: people.Clock) -> None:
    signed_in = await _signed_in()
    for _ in range(8):
        clock.advance(timedelta(days=11))
        signed_in = await sessions.refresh(people.context(), signed_in.tokens.refresh_token)
    clock.advance(timedelta(days=2))

    with pytest.raises(auth_errors.SessionEnded):
        await sessions.refresh(people.context(), signed_in.tokens.refresh_token)


async def test_disabled_person_cannot_refresh(clock: people.Clock) -> None:
    signed_in = await _signed_in()
    await user_reads.set_rights(signed_in.user, role=Role.USER, is_active=False)

    with pytest.raises(auth_errors.SessionEnded):
        await sessions.refresh(people.context(), signed_in.tokens.refresh_token)


async def test_anonymous_sign_out_without_a_token_is_refused(clock: people.Clock) -> None:
    with pytest.raises(auth_errors.Unauthenticated):
        await sessions.sign_out(people.context())


async def test_sign_out_ends_the_own_session_only(clock: people.Clock) -> None:
    here, there = await _signed_in(), await _again()

    count = await sessions.sign_out(await people.context_of(here))

    assert count == 1
    with pytest.raises(auth_errors.InvalidToken):
        await people.context_of(here)
    assert (await people.context_of(there)).viewer.user_id == there.user.id


async def test_refresh_token_alone_signs_out(clock: people.Clock) -> None:
    signed_in = await _signed_in()

    assert await sessions.sign_out(people.context(), refresh_token=signed_in.tokens.refresh_token) == 1
    assert await sessions.sign_out(people.context(), refresh_token=signed_in.tokens.refresh_token) == 0
    assert await sessions.sign_out(people.context(), refresh_token="nonsense") == 0
    assert (await _actions()).count("session.sign_out") == 1


async def test_foreign_token_does_not_end_the_viewers_session(clock: people.Clock) -> None:
    signed_in = await _signed_in()

    count = await sessions.sign_out(await people.context_of(signed_in), refresh_token="nonsense")

    assert count == 0
    assert (await people.context_of(signed_in)).viewer.user_id == signed_in.user.id


async def test_sign_out_everywhere_ends_all_sessions(clock: people.Clock) -> None:
    here = await _signed_in()
    await _again()

    count = await sessions.sign_out(await people.context_of(here), everywhere=True)

    assert count == 2
    assert await Session.filter(revoked_at__isnull=True).count() == 0


async def test_anonymous_cannot_revoke_or_list(clock: people.Clock) -> None:
    await _signed_in()
    session = await Session.get()

    with pytest.raises(auth_errors.Unauthenticated):
        await sessions.revoke(people.context(), session.id)
    with pytest.raises(auth_errors.Unauthenticated):
        await sessions.of_viewer(people.context())
    assert await sessions.find(people.context(), session.id) is None


async def test_other_device_can_be_revoked(clock: people.Clock) -> None:
    here, there = await _signed_in(), await _again()
    ctx, other = await people.context_of(here), (await people.context_of(there)).viewer.session_id
    assert other is not None

    assert await sessions.revoke(ctx, other) == other

    assert [sessions.is_current(ctx, session) for session in await sessions.of_viewer(ctx)] == [True]
    with pytest.raises(NotFound):
        await sessions.revoke(ctx, other)


async def test_session_of_somebody_else_does_not_exist(clock: people.Clock) -> None:
    ada = await _signed_in()
    await people.person("bob@example.org")
    bob = await sessions.sign_in(people.context(), "bob@example.org", people.PASSWORD)
    foreign = (await people.context_of(ada)).viewer.session_id
    assert foreign is not None

    with pytest.raises(NotFound):
        await sessions.revoke(await people.context_of(bob), foreign)

    assert await sessions.find(await people.context_of(bob), foreign) is None
    assert (await people.context_of(ada)).viewer.session_id == foreign


async def test_only_fifty_sessions_go_on(clock: people.Clock) -> None:
    first = await _signed_in()
    for _ in range(50):
        await _again()

    live = await sessions.of_viewer(await people.context_of(await _again()))

    assert len(live) == 50
    with pytest.raises(auth_errors.InvalidToken):
        await people.context_of(first)


async def _signed_in() -> SignedIn:
    await people.person()
    return await _again()


async def _again() -> SignedIn:
    return await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)


async def _fail(times: int) -> None:
    for _ in range(times):
        with pytest.raises(auth_errors.SignInRefused):
            await sessions.sign_in(people.context(), "ada@example.org", "wrong password 123")

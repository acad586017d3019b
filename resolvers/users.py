"""People: registered, given rights, found; and their passwords."""

from uuid import UUID

from auth import errors as auth_errors
from auth import password_policy, passwords
from auth.scopes import Scope
from models import session_rows, user_reads
from models.errors import NotFound, VersionConflict
from models.kinds import Role
from models.sentences import say
from models.user import User
from resolvers import bounds, errors, identity, paging, session_tokens, sessions, throttles, work
from resolvers.context import Context
from resolvers.paging import Maker, Page, Slice
from resolvers.session_tokens import SignedIn

_OLDEST_FIRST = Maker("users, oldest first", user_reads.user)


async def viewer(ctx: Context) -> User | None:
    """Whoever signed in; null when anonymous."""
    return None if ctx.viewer.user_id is None else await user_reads.by_id(ctx.viewer.user_id)


async def register(ctx: Context, *, email: str, password: str, display_name: str) -> SignedIn:
    """A new person with the role USER, signed in. Anybody may, while registration is open.

    An address that is taken is refused as such: without mail to send there is no way to hide it and still let its owner in.
    What guessing brings is bounded by a throttle and by an account left behind for every free address; operators to whom
    that is too much close registration.

    Raises:
        Forbidden: registration is closed.
        LimitExceeded: too many attempts of late (see `throttles`).
        InvalidInput: the address, the name or the password will not do.
        Taken: the address has an account.
    """
    if not identity.current().options.is_registration_open:
        raise auth_errors.Forbidden(said=say("registration-closed"))
    await throttles.begin_registration(ctx)
    name = bounds.name(display_name, path=("displayName",))
    address = parse_email(email)
    _check_policy(password, about=(address, name), path=("password",))
    # Hashed before anybody looks whether the address is taken: both answers take as long.
    new = user_reads.NewUser(display_name=name, email=address, password_hash=await hashed(password))
    async with work.work(sessions.as_person(ctx, new.id, new.role)) as tell:
        user = await user_reads.insert(new)
        if user is None:
            raise errors.Taken(say("own-address-taken"), kind="User", path=("email",))
        session, token = await session_tokens.open_session(ctx, user.id)
        tell.audit("user.register", "User", user.id)
    return await session_tokens.issue(user, session.id, token)


async def change_password(ctx: Context, *, current: str, new: str) -> SignedIn:
    """The viewer with another password and new tokens. Their other sessions and all earlier access tokens end.

    Raises:
        Unauthenticated: nobody signed in.
        InvalidInput: the current password is wrong, or the new one will not do.
        LimitExceeded: too many failed attempts of late.
        Conflict: the password or the session changed meanwhile.
    """
    user_id = sessions.signed_in_id(ctx)
    sessions.must_be_in_person(ctx)
    attempt = await throttles.begin_password_change(user_id)
    user = await user_reads.by_id(user_id)
    if user is None or not await sessions.verify(current, user.password_hash):
        async with work.work(ctx) as tell:
            tell.audit("user.refuse_password", "User", user_id)
        raise errors.InvalidInput(say("wrong-password"), path=("currentPassword",), constraint="password")
    await identity.current().attempts.forget(attempt)
    _check_policy(new, about=(user.email, user.display_name), path=("newPassword",))
    if passwords.encode(new) == passwords.encode(current):
        raise errors.InvalidInput(say("same-password"), path=("newPassword",), constraint="different")
    stored, following = user.password_hash, await hashed(new)
    async with work.work(ctx) as tell:
        locked = await user_reads.lock(user_id)
        token = await session_tokens.renew(ctx.viewer.session_id)
        if locked is None or locked.password_hash != stored or ctx.viewer.session_id is None or token is None:
            raise errors.Conflict(say("password-changed-meanwhile"))
        await user_reads.set_password(locked, following, must_change=False)
        await session_rows.end_all(user_id, identity.now(), but=ctx.viewer.session_id)
        tell.audit("user.change_password", "User", user_id)
    identity.forget_standings()
    return await session_tokens.issue(locked, ctx.viewer.session_id, token)


async def update(
    ctx: Context, user_id: UUID, *, expected_version: int, role: Role | None = None, is_active: bool | None = None
) -> User:
    """The person with another role or state; null leaves as it is. The rights they had end within a second.

    Raises:
        NotFound: there is no such person.
        VersionConflict: somebody changed them meanwhile.
        Conflict: nobody would be left to administer.
    """
    ctx.viewer.must(Scope.USERS_WRITE)
    async with work.work(ctx) as tell:
        user, other_administrators = await user_reads.lock_with_administrators(user_id)
        if user is None:
            raise NotFound("User", user_id, path=("id",))
        if user.version != expected_version:
            raise VersionConflict(expected_version, user, user.version)
        role_after, is_active_after = role or user.role, user.is_active if is_active is None else is_active
        changes = _changes(user, role_after, is_active=is_active_after)
        stays_administrator = role_after is Role.ADMIN and is_active_after
        if user.role is Role.ADMIN and user.is_active and not stays_administrator and not other_administrators:
            raise errors.Conflict(say("last-administrator"))
        if changes:
            await user_reads.set_rights(user, role=role_after, is_active=is_active_after)
            tell.audit("user.update", "User", user.id, changes)
        if not is_active_after:
            await session_rows.end_all(user.id, identity.now())
    identity.forget_standings()
    return user


async def find(ctx: Context, user_id: UUID) -> User | None:
    """The person, to themselves and to those who may read people; null otherwise."""
    if user_id != ctx.viewer.user_id and not ctx.viewer.may(Scope.USERS_READ):
        return None
    return await user_reads.by_id(user_id)


async def get(ctx: Context, user_id: UUID) -> User:
    """The person.

    Raises:
        NotFound: there is none, or the viewer may not read them.
    """
    user = await find(ctx, user_id)
    if user is None:
        raise NotFound("User", user_id, path=("id",))
    return user


async def by_email(ctx: Context, address: str) -> User | None:
    """The person with this address, to those who may read people.

    Raises:
        Forbidden: the viewer may not.
    """
    ctx.viewer.must(Scope.USERS_READ)
    return await user_reads.by_email(address)


async def page(ctx: Context, slice_: Slice) -> Page[User]:
    """Everybody, in the order in which their accounts were made.

    Raises:
        Forbidden: the viewer may not read people; Unauthenticated when nobody signed in.
        InvalidInput: a slice out of bounds.
    """
    ctx.viewer.must(Scope.USERS_READ)
    return await paging.of_listing(user_reads.LISTING, slice_, _OLDEST_FIRST)


def email(ctx: Context, user: User) -> str | None:
    """The address, to its owner and to those who may read people; null otherwise."""
    is_own = ctx.viewer.user_id == user.id
    return user.email if is_own or ctx.viewer.may(Scope.USERS_READ) else None


async def hashed(password: str) -> str:
    """A hash of a password that was accepted.

    Raises:
        LimitExceeded: too many wait for the same.
    """
    try:
        return await identity.current().passwords.hash(password)
    except auth_errors.Overloaded as err:
        raise errors.LimitExceeded(err.said) from err


def parse_email(value: str) -> str:
    """The address as it is stored.

    Raises:
        InvalidInput: it is none.
    """
    address = bounds.name(value, path=("email",), most=254)  # RFC 5321 4.5.3.1.3, without the angle brackets
    local, _, domain = address.rpartition("@")
    if not local or not domain or " " in address or len(local) > 64 or domain.startswith(".") or domain.endswith("."):  # noqa: PLR2004 - RFC 5321 4.5.3.1.1
        raise errors.InvalidInput(say("no-email"), path=("email",), constraint="email")
    return address


def _check_policy(password: str, *, about: tuple[str, ...], path: tuple[str, ...]) -> None:
    fault = password_policy.fault(password, about)
    if fault is not None:
        raise errors.InvalidInput(fault.said, path=path, constraint=fault.constraint)


def _changes(user: User, role: Role, *, is_active: bool) -> list[dict[str, object]]:
    compared = (
        ("role", user.role.value, role.value),
        ("isActive", str(user.is_active).lower(), str(is_active).lower()),
    )
    return [{"path": [name], "before": before, "after": after} for name, before, after in compared if before != after]

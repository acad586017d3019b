"""Accounts that the operator makes or mends, each with a secret that signs in once and then has to be replaced."""

import secrets
from uuid import UUID

from auth.scopes import Scope
from models import session_rows, user_reads
from models.errors import NotFound
from models.kinds import Role
from models.sentences import say
from models.user import User
from resolvers import bounds, errors, identity, users, work
from resolvers.context import Context

FIRST_ADMINISTRATOR = "admin@localhost"
_SECRET_BYTES = 24


async def first_administrator(ctx: Context) -> str | None:
    """The one-time secret of the first administrator, made just now; null when there is anybody already."""
    ctx.viewer.must(Scope.USERS_WRITE)
    if await user_reads.exists():
        return None
    secret, new = await _new(FIRST_ADMINISTRATOR, "Administrator", Role.ADMIN)
    async with work.work(ctx) as tell:
        # Two servers that start together wait for one another here.
        await user_reads.lock_table()
        if await user_reads.exists():
            return None
        user = await user_reads.insert(new)
        if user is None:
            return None
        tell.audit("user.create", "User", user.id)
    return secret


async def add(ctx: Context, email: str, *, display_name: str, role: Role) -> tuple[User, str]:
    """A new person and their one-time secret.

    Raises:
        InvalidInput: the address or the name will not do.
        Taken: the address has an account.
    """
    ctx.viewer.must(Scope.USERS_WRITE)
    name = bounds.name(display_name, path=("displayName",))
    secret, new = await _new(users.parse_email(email), name, role)
    async with work.work(ctx) as tell:
        user = await user_reads.insert(new)
        if user is None:
            existing = await user_reads.by_email(new.email)
            existing_id = existing.id if existing else None
            raise errors.Taken(say("address-taken"), kind="User", existing_id=existing_id, path=("email",))
        tell.audit("user.create", "User", user.id)
    return user, secret


async def reset_password(ctx: Context, user_id: UUID) -> str:
    """A one-time secret in place of the password. All sessions of that person end.

    Raises:
        NotFound: there is no such person.
    """
    ctx.viewer.must(Scope.USERS_WRITE)
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    stored = await users.hashed(secret)
    async with work.work(ctx) as tell:
        user = await user_reads.lock(user_id)
        if user is None:
            raise NotFound("User", user_id)
        await user_reads.set_password(user, stored, must_change=True)
        await session_rows.end_all(user_id, identity.now())
        tell.audit("user.reset_password", "User", user_id)
    identity.forget_standings()
    return secret


async def _new(email: str, display_name: str, role: Role) -> tuple[str, user_reads.NewUser]:
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    stored = await users.hashed(secret)
    return secret, user_reads.NewUser(
        display_name=display_name, email=email, password_hash=stored, role=role, must_change_password=True
    )

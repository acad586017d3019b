"""`begrip user`: people of this installation, for its operator."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

import click

from auth.viewer import SYSTEM
from models.kinds import Role
from models.user import User
from resolvers import accounts, users
from resolvers.context import Context
from server.cli import inside, lists, people

Answer = TypeVar("Answer")

_EMAIL = click.option("--email", required=True, help="Address of the account.")
_ROLE = click.Choice([role.value.lower() for role in Role], case_sensitive=False)


@click.group()
def user() -> None:
    """Add people, list them, change what they may."""


@user.command()
@_EMAIL
@click.option("--name", required=True, help="Name that others see.")
@click.option("--role", type=_ROLE, default="user", show_default=True)
def add(email: str, name: str, role: str) -> None:
    """Add a person; prints a one-time password, once."""
    _, secret = _run(lambda ctx: accounts.add(ctx, email, display_name=name, role=Role(role.upper())))
    _tell_secret(email, secret)


@user.command(name="list")
def list_() -> None:
    """List everybody: role, state, address, name."""
    for person in _run(lambda ctx: lists.whole(partial(users.page, ctx))):
        state = "active" if person.is_active else "disabled"
        click.echo(f"{person.role.lower():<8}{state:<10}{person.email}  {person.display_name}")


@user.command()
@_EMAIL
@click.argument("role", type=_ROLE)
def role(email: str, role: str) -> None:
    """Give a person another role."""
    person = _run(lambda ctx: _update(ctx, email, role=Role(role.upper())))
    click.echo(f"{person.email} is {person.role.lower()}")


@user.command()
@_EMAIL
def disable(email: str) -> None:
    """Lock a person out; their sessions end within a second."""
    person = _run(lambda ctx: _update(ctx, email, is_active=False))
    click.echo(f"{person.email} is disabled")


@user.command()
@_EMAIL
def enable(email: str) -> None:
    """Let a person in again."""
    person = _run(lambda ctx: _update(ctx, email, is_active=True))
    click.echo(f"{person.email} is active")


@user.command(name="reset-password")
@_EMAIL
def reset_password(email: str) -> None:
    """Replace a password by a one-time one, printed once; all sessions of the person end."""
    secret = _run(lambda ctx: _reset(ctx, email))
    _tell_secret(email, secret)


def _run(act: Callable[[Context], Awaitable[Answer]]) -> Answer:
    """What the act, done by the server itself, brings back."""
    return inside.run(lambda: act(Context(viewer=SYSTEM, request_id="begrip user")))


async def _update(ctx: Context, email: str, *, role: Role | None = None, is_active: bool | None = None) -> User:
    person = await people.named(ctx, email)
    return await users.update(ctx, person.id, expected_version=person.version, role=role, is_active=is_active)


async def _reset(ctx: Context, email: str) -> str:
    return await accounts.reset_password(ctx, (await people.named(ctx, email)).id)


def _tell_secret(email: str, secret: str) -> None:
    click.echo(f"{email} signs in once with {secret}")
    click.echo("and then has to choose a password of at least 15 characters.")

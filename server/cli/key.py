"""`begrip key`: API keys of the people of this installation, for its operator."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import click

from auth.scopes import Scope
from auth.viewer import SYSTEM
from models.api_key import ApiKey
from resolvers import api_keys
from resolvers.api_keys import NewKey
from resolvers.context import Context
from resolvers.paging import MAX_SIZE, Slice
from server.cli import inside, people

Answer = TypeVar("Answer")

_EMAIL = click.option("--email", required=True, help="Address of the account for which the key acts.")
_SCOPES = click.Choice([scope.value for scope in Scope if scope is not Scope.KEYS_WRITE])


@click.group()
def key() -> None:
    """Make keys for machines, list them, end them."""


@key.command()
@_EMAIL
@click.option("--name", required=True, help="What to call the key.")
@click.option("--scope", "scopes", type=_SCOPES, multiple=True, required=True, help="What it may do; give it often.")
@click.option("--days", type=click.IntRange(1, 366), default=90, show_default=True, help="How long it lives.")
def add(email: str, name: str, scopes: tuple[str, ...], days: int) -> None:
    """Make a key; prints it, once."""
    new = NewKey(name=name, scopes=scopes, expires_at=datetime.now(UTC) + timedelta(days=days))
    made = _run(lambda ctx: _add(ctx, email, new))
    click.echo(f"{made.secret}")
    click.echo(f"acts for {email} until {made.key.expires_at:%Y-%m-%d}; it is not shown again.", err=True)


@key.command(name="list")
@_EMAIL
def list_(email: str) -> None:
    """List the newest hundred keys of a person: state, prefix, end, last use, name."""
    for one in _run(lambda ctx: _list(ctx, email)):
        used = f"{one.last_used_at:%Y-%m-%d %H:%M}" if one.last_used_at else "never used"
        click.echo(f"{_state(one):<9}{one.prefix}  {one.expires_at:%Y-%m-%d}  {used:<17} {one.name}")


@key.command()
@_EMAIL
@click.argument("prefix")
def revoke(email: str, prefix: str) -> None:
    """End a key, named by its prefix as `begrip key list` shows it."""
    ended = _run(lambda ctx: _revoke(ctx, email, prefix))
    click.echo(f"{ended.prefix} has ended")


def _run(act: Callable[[Context], Awaitable[Answer]]) -> Answer:
    """What the act, done by the server itself, brings back."""
    return inside.run(lambda: act(Context(viewer=SYSTEM, request_id="begrip key")))


async def _add(ctx: Context, email: str, new: NewKey) -> api_keys.Made:
    return await api_keys.create_for(ctx, await people.named(ctx, email), new)


async def _list(ctx: Context, email: str) -> list[ApiKey]:
    page = await api_keys.page_of(ctx, await people.named(ctx, email), Slice(first=MAX_SIZE))
    return [edge.node for edge in page.edges]


async def _revoke(ctx: Context, email: str, prefix: str) -> ApiKey:
    found = next((one for one in await _list(ctx, email) if one.prefix == prefix), None)
    if found is None:
        raise click.ClickException(f"{email} has no key {prefix}; `begrip key list --email {email}` shows them")
    return await api_keys.revoke(ctx, found.id)


def _state(one: ApiKey) -> str:
    if one.revoked_at is not None:
        return "revoked"
    return "live" if one.expires_at > datetime.now(UTC) else "expired"

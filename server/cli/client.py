"""`begrip client`: applications that get tokens by OAuth 2, for the operator."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

import click

from auth.scopes import Scope
from auth.viewer import SYSTEM
from models.oauth import OauthClient
from resolvers import oauth_access, oauth_clients
from resolvers.context import Context
from resolvers.oauth_clients import Changes, NewApplication
from server.cli import inside, lists, people

Answer = TypeVar("Answer")

_NAMED = click.argument("client_id")
_SCOPE = click.Choice([scope.value for scope in Scope])


@click.group()
def client() -> None:
    """Register applications, list them, change what they may."""


@client.command()
@click.option("--name", required=True, help="Name that people see when they allow it something.")
@click.option("--id", "client_id", help="Client id; made up when absent.")
@click.option("--confidential", is_flag=True, help="It can keep a secret, and gets one, printed once.")
@click.option("--redirect", "uris", multiple=True, help="Where people are sent back to; may be repeated.")
@click.option("--scope", "scopes", multiple=True, required=True, type=_SCOPE, help="What it may; may be repeated.")
@click.option("--grant", "grants", multiple=True, help="authorization_code, refresh_token, client_credentials.")
@click.option("--owner", help="Address of the account for which it acts on its own.")
@click.option("--introspects", is_flag=True, help="It may ask about tokens of other applications.")
def add(
    name: str,
    client_id: str | None,
    confidential: bool,  # noqa: FBT001 - click hands flags over so
    uris: tuple[str, ...],
    scopes: tuple[str, ...],
    grants: tuple[str, ...],
    owner: str | None,
    introspects: bool,  # noqa: FBT001 - as above
) -> None:
    """Register an application; prints its client id, and its secret if it has one."""

    async def act(ctx: Context) -> tuple[OauthClient, str | None]:
        person = await people.named(ctx, owner) if owner else None
        wanted = NewApplication(
            name=name,
            client_id=client_id,
            is_confidential=confidential,
            redirect_uris=uris,
            scopes=scopes,
            grant_types=grants or None,
            owner_id=person.id if person else None,
            may_introspect=introspects,
        )
        return await oauth_clients.create(ctx, wanted)

    made, secret = _run(act)
    click.echo(f"client id  {made.client_id}")
    if secret is not None:
        click.echo(f"secret     {secret}")
        click.echo("The secret is shown this once.")


@client.command(name="list")
def list_() -> None:
    """List every application: client id, kind, state, scopes, name."""
    for one in _run(lambda ctx: lists.whole(partial(oauth_clients.page, ctx))):
        kind = "public" if one.secret_hash is None else "confidential"
        state = "active" if one.retired_at is None else "retired"
        click.echo(f"{one.client_id:<24} {kind:<13} {state:<8} {' '.join(one.scopes)}  {one.name}")


@client.command()
@_NAMED
@click.option("--name", help="Another name.")
@click.option("--redirect", "uris", multiple=True, help="Replace the redirect addresses; may be repeated.")
@click.option("--scope", "scopes", multiple=True, type=_SCOPE, help="Replace the scopes; may be repeated.")
def update(client_id: str, name: str | None, uris: tuple[str, ...], scopes: tuple[str, ...]) -> None:
    """Change an application; scopes taken away are gone from its tokens within a second."""
    changes = Changes(name=name, redirect_uris=uris or None, scopes=scopes or None)

    async def act(ctx: Context) -> OauthClient:
        found = await _named(client_id)
        return await oauth_clients.update(ctx, found.id, changes, expected_version=found.version)

    changed = _run(act)
    click.echo(f"{changed.client_id} may {' '.join(changed.scopes)}")


@client.command(name="rotate-secret")
@_NAMED
def rotate_secret(client_id: str) -> None:
    """Replace the secret of an application by another, printed once."""

    async def act(ctx: Context) -> str:
        _, secret = await oauth_clients.rotate_secret(ctx, (await _named(client_id)).id)
        return secret

    click.echo(f"secret     {_run(act)}")
    click.echo("The secret is shown this once; the former one has ended.")


@client.command()
@_NAMED
def retire(client_id: str) -> None:
    """End an application for good; its tokens end within a second."""

    async def act(ctx: Context) -> OauthClient:
        return await oauth_clients.retire(ctx, (await _named(client_id)).id)

    click.echo(f"{_run(act).client_id} is retired")


def _run(act: Callable[[Context], Awaitable[Answer]]) -> Answer:
    """What the act, done by the server itself, brings back."""
    return inside.run(lambda: act(Context(viewer=SYSTEM, request_id="begrip client")))


async def _named(client_id: str) -> OauthClient:
    found = await oauth_access.find(client_id)
    if found is None:
        raise click.ClickException(f"no application is called {client_id}; `begrip client list` shows all")
    return found

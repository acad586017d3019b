"""`begrip migrate`."""

import click

from models import migrate
from server import connections, settings


@click.group(invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Bring the database to the shape the code expects (up), or back (down), or say how far it is (status)."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(up)


@command.command()
def up() -> None:
    """Apply what is missing, and key texts anew where word tables changed; nothing when nothing is."""
    with connections.urls(settings.read()) as urls:
        _tell("applied", migrate.upgrade(urls.owner_url))
        count = migrate.rekey(urls.owner_url)
    if count:
        click.echo(f"keyed anew  {count} texts")


@command.command()
@click.option("--to", type=int, required=True, help="Number of the migration that stays the newest; -1 undoes all.")
@click.confirmation_option(prompt="Columns and tables that newer migrations made are lost with their data. Go on?")
def down(to: int) -> None:
    """Undo migrations, newest first."""
    with connections.urls(settings.read()) as urls:
        _tell("undone", migrate.downgrade(urls.owner_url, to))


@command.command()
def status() -> None:
    """List the migrations; exit code 1 when some are missing."""
    with connections.urls(settings.read()) as urls:
        state = migrate.state(urls.owner_url)
    for name in state.applied:
        click.echo(f"applied  {name}")
    for name in state.pending:
        click.echo(f"pending  {name}")
    if state.pending:
        raise SystemExit(1)


def _tell(verb: str, names: tuple[str, ...]) -> None:
    for name in names:
        click.echo(f"{verb}  {name}")
    if not names:
        click.echo(f"nothing to be {verb}: the database is where it should be")

"""`begrip events`: the stream of events, for whoever restores the database."""

import click

from models import outbox
from server.cli import inside


@click.group()
def events() -> None:
    """Look after the stream of events."""


@events.command(name="new-epoch")
def new_epoch() -> None:
    """Say that the database was restored: cursors of before get a StreamGap, and every subscriber reads anew."""
    click.echo(f"the stream goes on in epoch {inside.run(_renewed)}")


async def _renewed() -> str:
    return (await outbox.renew((await outbox.head()).epoch)).epoch

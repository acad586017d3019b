"""`begrip serve`."""

import click

from server import serve, settings


@click.command()
def command() -> None:
    """Serve the API until Ctrl-C: with embedded PostgreSQL and Valkey and a worker, unless told where they are."""
    serve.run(settings.read())

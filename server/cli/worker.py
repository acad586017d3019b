"""`begrip worker`."""

import click

from server import lifeline, logs, settings, worker


@click.command()
def command() -> None:
    """Carry out jobs and number events until told to stop."""
    chosen = settings.read()
    logs.configure(chosen)
    lifeline.hold()
    worker.main(chosen)

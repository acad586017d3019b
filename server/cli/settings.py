"""`begrip settings`."""

import click

from server import settings, settings_table


@click.command()
@click.option("--markdown", is_flag=True, help="The table of docs/operations.md: defaults, bounds, meaning.")
def command(*, markdown: bool) -> None:
    """Show every setting as this machine has it; secrets are hidden."""
    click.echo(settings_table.markdown() if markdown else settings_table.current(settings.read()), nl=False)

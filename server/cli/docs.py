"""`begrip docs`."""

import click

from rules import pages
from server import home, settings_table


@click.command()
def command() -> None:
    """Write the generated pages: one per rule, and the table of settings."""
    for name, text in pages.pages().items():
        path = home.PROJECT / "docs" / "rules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    operations = home.PROJECT / "docs" / "operations.md"
    operations.write_text(settings_table.within(operations.read_text(encoding="utf-8")), encoding="utf-8")

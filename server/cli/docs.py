"""`begrip docs`."""

import click

from rules import pages
from server import home, settings_table
from subscriptions import event_pages


@click.command()
def command() -> None:
    """Write the generated pages: one per rule, one schema per type of event, and the table of settings."""
    for folder, written in (("rules", pages.pages()), ("events", event_pages.pages())):
        for name, text in written.items():
            path = home.PROJECT / "docs" / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    operations = home.PROJECT / "docs" / "operations.md"
    operations.write_text(settings_table.within(operations.read_text(encoding="utf-8")), encoding="utf-8")

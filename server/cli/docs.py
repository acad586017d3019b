"""`begrip docs`."""

import click

from rules import pages
from server import home, settings_table

BEGIN, END = "<!-- settings: written by `make docs` -->\n", "<!-- end of settings -->"


@click.command()
def command() -> None:
    """Write the generated pages: one per rule, and the table of settings."""
    for name, text in pages.pages().items():
        path = home.PROJECT / "docs" / "rules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    operations = home.PROJECT / "docs" / "operations.md"
    operations.write_text(with_table(operations.read_text(encoding="utf-8")), encoding="utf-8")


def with_table(page: str) -> str:
    """The page with the table as it should be."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{settings_table.markdown()}{END}{after}"

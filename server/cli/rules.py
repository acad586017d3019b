"""`begrip rules [CODE]`: what the rules ask, and how to meet them."""

import click
from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table

from rules import catalogue, messages, pages


@click.command()
@click.argument("code", required=False)
@click.option("--messages", "speech", type=click.Choice(messages.LOCALES), default="en", help="Language of the list.")
def rules(code: str | None, speech: str) -> None:
    """List the rules, or show the one with CODE with its reasons and examples."""
    console = Console(highlight=False)
    if code is None:
        console.print(_listed(speech))
        return
    rule = catalogue.find(code.upper())
    if rule is None:
        raise click.BadParameter(f"there is no rule {code}; `begrip rules` lists them", param_hint="CODE")
    console.print(Markdown(pages.page(rule)))


def _listed(language: str) -> Table:
    table = Table("Code", "Severity", "Name", "Question", box=None, pad_edge=False)
    for rule in catalogue.rules():
        table.add_row(
            rule.code, rule.severity, messages.name(rule.code, language), messages.question(rule.code, language)
        )
    return table

"""`begrip rules [CODE]`: what the rules ask, why, and how to meet them."""

from collections.abc import Iterable, Mapping

import click
import orjson
from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table

from rules import catalogue, messages, pages, profiles
from rules.kit import RuleScope, RuleStatus
from rules.rule import Rule

GROUPS = tuple(group.lower() for group in pages.GROUPS)


@click.command()
@click.argument("code", required=False)
@click.option("--group", type=click.Choice(GROUPS), help="Only rules whose code begins so.")
@click.option("--scope", type=click.Choice([one.lower() for one in RuleScope]), help="Only rules that look at this.")
@click.option("--status", type=click.Choice([one.lower() for one in RuleStatus]), help="Only rules of this status.")
@click.option("--format", "layout", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@click.option("--messages", "speech", type=click.Choice(messages.LOCALES), default="en", help="Language of the list.")
def rules(code: str | None, group: str | None, scope: str | None, status: str | None, layout: str, speech: str) -> None:
    """List the rules, or show the one with CODE: its question, reasons, remedy, examples, severities and precision."""
    if code is None:
        asked = {"group": group, "scope": scope, "status": status}
        found = [rule for rule in catalogue.rules() if _is_asked(rule, asked)]
    else:
        found = [_named(code)]
    if layout == "json":
        click.echo(orjson.dumps([_facts(rule, speech) for rule in found], option=orjson.OPT_INDENT_2).decode())
        return
    console = Console(highlight=False)
    console.print(
        _listed(found, speech) if code is None else Markdown(f"{pages.page(found[0])}\n\n{_grades(found[0])}")
    )


def _named(code: str) -> Rule:
    rule = catalogue.find(code.upper())
    if rule is None:
        raise click.BadParameter(f"there is no rule {code}; `begrip rules` lists them", param_hint="CODE")
    return rule


def _is_asked(rule: Rule, asked: Mapping[str, str | None]) -> bool:
    return all(wanted is None or getattr(rule, name).lower() == wanted for name, wanted in asked.items())


def _listed(found: Iterable[Rule], language: str) -> Table:
    table = Table("Code", "Severity", "Name", "Question", box=None, pad_edge=False)
    for rule in found:
        table.add_row(
            rule.code, rule.severity, messages.name(rule.code, language), messages.question(rule.code, language)
        )
    return table


def _severities(rule: Rule) -> dict[str, str | None]:
    """The severity in each shipped profile; None where the rule is off."""
    settings = {name: profiles.profile(name).setting(rule.code) for name in profiles.names()}
    return {name: setting.severity.value if setting.is_enabled else None for name, setting in settings.items()}


def _grades(rule: Rule) -> str:
    measured = rule.measured_precision
    judged = "not measured" if measured is None else f"{measured:.0%} of the hits that were read"
    listed = "\n".join(f"- {name}: {severity or 'off'}" for name, severity in _severities(rule).items())
    return f"## Severity per profile\n\n{listed}\n\n## Precision\n\n{judged}\n"


def _facts(rule: Rule, language: str) -> dict[str, object]:
    return {
        "code": rule.code,
        "group": rule.group,
        "name": messages.name(rule.code, language),
        "question": messages.question(rule.code, language),
        "rationale": rule.rationale,
        "remedy": messages.remedy(rule.code, language),
        "severity": rule.severity,
        "severities": _severities(rule),
        "confidence": rule.confidence,
        "scope": rule.scope,
        "status": rule.status,
        "locales": rule.locales,
        "hasFix": rule.has_fix,
        "measuredPrecision": rule.measured_precision,
        "references": rule.references,
        "examples": [
            {"text": one.text, "locale": one.locale, "isCompliant": one.is_compliant} for one in rule.examples
        ],
    }

"""The pages of docs/rules, written out of the rules themselves."""

from collections.abc import Iterator

from rules import catalogue, messages, profiles, tables
from rules.rule import Example, Rule

LANGUAGES = {"en": "English", "nl": "Dutch"}
GROUPS = {
    "ASK": "Questions for a reader",
    "CNT": "Content of the text",
    "ENT": "The entry as a whole",
    "FRM": "Form of the text",
    "GLO": "Across the glossary",
    "LEG": "Definitions in law",
    "RDB": "Readability",
    "REL": "Relations of concepts",
    "TRM": "Terms and other designations",
}


def pages() -> dict[str, str]:
    """Path below docs/rules to text: a page for every rule, the list of them all, and how other lists map to them."""
    written = {f"{rule.code}.md": page(rule) for rule in catalogue.rules()}
    return {"README.md": index(), **tables.pages(), **written}


def index() -> str:
    """The list of all rules, by group."""
    lines = ["# Rules", "", "Written by `begrip docs` from the rules themselves; do not edit.", ""]
    for group, title in GROUPS.items():
        lines += [f"## {title}", "", "| code | asks | severity | confidence | fix | in |", "|---|---|---|---|---|---|"]
        for rule in catalogue.rules():
            if rule.group == group:
                fix = "yes" if rule.has_fix else ""
                link = f"[{rule.code}]({rule.code}.md)"
                cells = (link, rule.question, rule.severity, rule.confidence, fix, _where(rule))
                lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines)


def page(rule: Rule) -> str:
    """The page of one rule."""
    return "\n".join([f"# {rule.code} {rule.name}", "", *_introduction(rule), *_facts(rule), "", *_examples(rule)])


def _introduction(rule: Rule) -> Iterator[str]:
    yield f"**{rule.question}** {rule.rationale}"
    yield ""
    yield f"Fix: {messages.remedy(rule.code, 'en')}"
    yield ""
    yield f"In Dutch: *{messages.name(rule.code, 'nl')}*. {messages.question(rule.code, 'nl')} {messages.remedy(rule.code, 'nl')}"
    yield ""


def _facts(rule: Rule) -> Iterator[str]:
    yield "| | |"
    yield "|---|---|"
    yield f"| severity | {rule.severity} |"
    yield f"| confidence | {rule.confidence} |"
    yield f"| looks at | {rule.scope} |"
    yield f"| languages | {', '.join(rule.locales) or 'all'} |"
    yield f"| styles | {', '.join(rule.styles) or 'all'} |"
    yield f"| weight in the score | {rule.weight:g} |"
    yield f"| status | {rule.status} |"
    yield f"| fix offered | {'yes' if rule.has_fix else 'no'} |"
    for parameter in rule.parameters:
        yield f"| `{parameter.name}` | {parameter.default} ({parameter.minimum} to {parameter.maximum}) |"
    if rule.measured_precision is not None:
        yield f"| right when it speaks | {rule.measured_precision:.0%} of the findings read |"
    if rule.references:
        yield f"| drawn from | {', '.join(rule.references)} |"
    yield f"| in profiles | {_where(rule)} |"
    differing = [f"{name} {said}" for name in profiles.names() if (said := _said(rule, name)) is not None]
    if differing:
        yield f"| otherwise in | {', '.join(differing)} |"


def _where(rule: Rule) -> str:
    """The profiles in which the rule is on: `all`, `none` or their names."""
    names = [name for name in profiles.names() if profiles.profile(name).setting(rule.code).is_enabled]
    return "all" if len(names) == len(profiles.names()) else ", ".join(names) or "none"


def _said(rule: Rule, name: str) -> str | None:
    """What a profile makes of the rule, None when it leaves it as it is or off."""
    setting = profiles.profile(name).setting(rule.code)
    return None if setting.severity is rule.severity or not setting.is_enabled else setting.severity.value


def _examples(rule: Rule) -> Iterator[str]:
    for locale, language in LANGUAGES.items():
        yield f"## {language}"
        yield ""
        for example in rule.examples:
            if example.entry.language == locale:
                yield _example(example)
        yield ""


def _example(example: Example) -> str:
    verdict = "good" if example.is_compliant else "marked"
    labels = ", ".join(f"`{_quoted(item.text)}`" for item in example.designations)
    also = f" (also {labels})" if labels else ""
    around = "".join(f"; {field}: `{_quoted(value)}`" for field, value in _beside(example))
    marked = f", at `{_quoted(example.marked)}`" if example.marked and example.marked != example.text else ""
    note = f" ({example.note})" if example.note else ""
    return f"- {verdict}{marked}: *{_quoted(example.term)}*{also}: `{_quoted(example.text)}`{around}{note}"


def _beside(example: Example) -> Iterator[tuple[str, str]]:
    """Fields of the entry beside term, text and designations, with what they hold."""
    for source in example.sources:
        yield "source", " ".join(part for part in (source.title, source.url, source.locator) if part)
    if example.explanation is not None:
        yield "explanation", example.explanation
    if example.category is not None:
        yield "category", example.category.value
    yield from (("context", context.name) for context in example.contexts)
    yield from (("example", text) for text in example.examples)
    yield from (("note", text) for text in example.notes)
    yield from ((relation.kind.value, relation.target) for relation in example.relations)
    yield from (("beside", f"{other.term}: {other.text}") for other in example.others)


def _quoted(text: str) -> str:
    """The text on one line, with invisible characters as their code point."""
    shown = (character if character.isprintable() else f"<U+{ord(character):04X}>" for character in text)
    return "".join(shown).replace("`", "'")

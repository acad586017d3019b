"""Rules that glossaries wrote, made of their rows."""

from collections.abc import Mapping, Sequence

from models import pattern_rule_rows
from models.glossary import PatternRule
from models.visibility import Reader
from rules import patterns
from rules.patterns import Pattern
from rules.rule import Example, Rule


async def by_codes(reader: Reader, codes: Sequence[str]) -> Mapping[str, Rule]:
    """Those of the rules whose glossary the reader may know of, retired ones included."""
    return {code: rule(row) for code, row in (await pattern_rule_rows.by_codes(reader, codes)).items()}


def rule(row: PatternRule) -> Rule:
    """The rule in the row."""
    examples = tuple(
        Example(text=str(one["text"]), locale=row.locale, is_compliant=bool(one["is_compliant"]))
        for one in row.examples
    )
    return patterns.rule(pattern(row), examples=examples, owner=row.glossary_id, is_retired=row.retired_at is not None)


def pattern(row: PatternRule) -> Pattern:
    """What the row says, without its examples."""
    return Pattern(
        code=row.code,
        name=row.name,
        question=row.question,
        severity=row.severity,
        locale=row.locale,
        pattern=row.pattern,
    )

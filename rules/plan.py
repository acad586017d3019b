"""Which rules run over entries of one case, and how."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rules import lexicon, scoring
from rules.kit import Severity
from rules.marks import Contribution
from rules.reading import Case
from rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Setting:
    """How one rule applies. `parameters` holds every parameter of the rule, by name."""

    is_enabled: bool
    severity: Severity
    parameters: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Step:
    """One rule as a profile sets it, what it adds to the score when it finds nothing, and the words it waits for."""

    rule: Rule
    setting: Setting
    clean: Contribution
    openings: frozenset[str] | None


def steps(rules: Iterable[Rule], setting: Callable[[str], Setting], case: Case) -> tuple[Step, ...]:
    """The steps that these rules make, by code: those that are enabled and that judge entries of this case."""
    chosen = sorted((rule for rule in rules if rule.judges(case)), key=lambda rule: rule.code)
    made = ((rule, setting(rule.code)) for rule in chosen)
    return tuple(Step(rule, one, _clean(rule, one), _openings(rule, case)) for rule, one in made if one.is_enabled)


def _openings(rule: Rule, case: Case) -> frozenset[str] | None:
    """The words of which a text must have one; None when the rule waits for none."""
    if not rule.needs_phrase:
        return None
    return frozenset[str]().union(*(lexicon.openings(case.language, name) for name in rule.lexicons))


def _clean(rule: Rule, setting: Setting) -> Contribution:
    return scoring.contribution(rule.code, rule.weight, setting.severity, ())

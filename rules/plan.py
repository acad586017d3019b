"""Which rules run over entries of one case, how, and which of them a given entry wakes (see rules/signs.py)."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rules import lexicon, scoring
from rules.kit import RuleScope, Severity
from rules.marks import Contribution
from rules.reading import Case
from rules.rule import Rule
from rules.signs import Signs

SCOPES = frozenset({RuleScope.TEXT, RuleScope.ENTRY})
"""What can be checked without the rest of the glossary."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How one rule applies. `parameters` holds every parameter of the rule, by name."""

    is_enabled: bool
    severity: Severity
    parameters: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Step:
    """One rule as a profile sets it, and the signs it waits for; None: it is always run."""

    rule: Rule
    setting: Setting
    waits_for: frozenset[str] | None


@dataclass(frozen=True)
class Plan:
    """The steps of a case, by code."""

    steps: tuple[Step, ...]

    @cached_property
    def clean(self) -> tuple[Contribution, ...]:
        """What every step adds to the score when it finds nothing."""
        return tuple(
            scoring.contribution(step.rule.code, step.rule.weight, step.setting.severity, ()) for step in self.steps
        )

    def awake(self, shown: Signs) -> set[int]:
        """Places of the steps that must run on an entry that shows these signs."""
        chosen = set(self._restless)
        for sign in self._text_wakers.keys() & shown.of_text:
            chosen.update(self._text_wakers[sign])
        for sign in self._label_wakers.keys() & shown.of_labels:
            chosen.update(self._label_wakers[sign])
        return chosen

    def limited(self, codes: Collection[str]) -> "Plan":
        """The steps with these codes, none of which waits for anything."""
        return Plan(tuple(Step(one.rule, one.setting, None) for one in self.steps if one.rule.code in codes))

    @cached_property
    def _restless(self) -> frozenset[int]:
        return frozenset(at for at, step in enumerate(self.steps) if step.waits_for is None)

    @cached_property
    def _text_wakers(self) -> dict[str, tuple[int, ...]]:
        return self._wakers(RuleScope.TEXT)

    @cached_property
    def _label_wakers(self) -> dict[str, tuple[int, ...]]:
        return self._wakers(RuleScope.ENTRY)

    def _wakers(self, scope: RuleScope) -> dict[str, tuple[int, ...]]:
        """Sign to places of the steps of this scope that wait for it."""
        found: dict[str, tuple[int, ...]] = {}
        for at, step in enumerate(self.steps):
            for sign in (step.waits_for or ()) if step.rule.scope is scope else ():
                found[sign] = (*found.get(sign, ()), at)
        return found


def plan(rules: Iterable[Rule], setting: Callable[[str], Setting], case: Case) -> Plan:
    """The steps that these rules make: those that are enabled and that judge entries of this case."""
    able = (rule for rule in rules if rule.scope in SCOPES and rule.judges(case))
    chosen = sorted(able, key=lambda rule: rule.code)
    made = ((rule, setting(rule.code)) for rule in chosen)
    return Plan(tuple(Step(rule, one, _awaited(rule, case)) for rule, one in made if one.is_enabled))


def _awaited(rule: Rule, case: Case) -> frozenset[str] | None:
    """The signs of which an entry must have one; None when the rule waits for none."""
    phrases = (lexicon.tells(case.language, name) for name in rule.lexicons if rule.needs_phrase)
    lists = (lexicon.words(case.language, name) for name in rule.waits_for_lists)
    return frozenset(rule.waits_for).union(*phrases, *lists) if _is_waiting(rule) else None


def _is_waiting(rule: Rule) -> bool:
    return rule.needs_phrase or bool(rule.waits_for) or bool(rule.waits_for_lists)

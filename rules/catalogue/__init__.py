"""All rules: every module of this package holds one, named by the defect that it finds, as `RULE`."""

import hashlib
import importlib
import pkgutil
from dataclasses import replace
from functools import cache

from rules import lexicon, verdicts
from rules.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """The rules by code."""
    found = (importlib.import_module(f"{__name__}.{module.name}").RULE for module in pkgutil.iter_modules(__path__))
    measured = (replace(rule, measured_precision=verdicts.precision(rule.code)) for rule in found)
    return tuple(sorted(measured, key=lambda rule: rule.code))


@cache
def _by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in rules()}


def find(code: str) -> Rule | None:
    """The rule with this code; None when the catalogue has no such rule."""
    return _by_code().get(code)


@cache
def version() -> str:
    """16 hexadecimal digits that change with every rule that finds something else than before, and every word list."""
    revisions = [(rule.code, rule.revision, rule.weight) for rule in rules()]
    return hashlib.sha256(repr((revisions, lexicon.digest())).encode()).hexdigest()[:16]

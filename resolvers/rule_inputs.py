"""What the operations on the rules of a glossary are given: parsed types, unchecked bounds."""

from dataclasses import dataclass
from uuid import UUID

from rules.kit import Severity, Style


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterInput:
    """A parameter of a rule, by name; the value as text."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettingInput:
    """How one rule is to be set; null leaves it as it was set before."""

    code: str
    is_enabled: bool | None = None
    severity: Severity | None = None
    parameters: tuple[ParameterInput, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRuleProfile:
    """Another profile. `profile` given: everything set before is forgotten, the style too unless one is given."""

    glossary_id: UUID
    expected_version: int
    profile: str | None = None
    style: Style | None = None
    settings: tuple[RuleSettingInput, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleExampleInput:
    """A text that the rule is to mark, or to leave alone."""

    text: str
    is_compliant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePatternRule:
    """A rule of the glossary's own."""

    glossary_id: UUID
    code: str
    name: str
    question: str
    severity: Severity
    locale: str
    pattern: str
    examples: tuple[RuleExampleInput, ...]
    idempotency_key: str | None = None

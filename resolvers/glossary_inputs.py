"""What the write operations on glossaries are given: parsed types, unchecked bounds."""

from dataclasses import dataclass
from uuid import UUID

from models.kinds import Transition
from resolvers.inputs import UNSET, Unset
from rules.kit import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateGlossary:
    """A new glossary. `style` null: that of the profile."""

    slug: str
    name: str
    locales: tuple[str, ...]
    description: str | None = None
    is_public: bool = False
    base_uri: str | None = None
    style: Style | None = None
    profile: str = "default"
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateGlossary:
    """Other columns of a glossary; `UNSET` leaves one as it is."""

    id: UUID
    expected_version: int
    name: str | Unset = UNSET
    description: str | Unset | None = UNSET
    is_public: bool | Unset = UNSET
    base_uri: str | Unset | None = UNSET
    locales: tuple[str, ...] | Unset = UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class GateRuleInput:
    """What one step is to demand; null takes what is shipped."""

    transition: Transition
    code: str
    is_enabled: bool | None = None
    is_overridable: bool | None = None
    required: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateGateRules:
    """Rules that replace those of the same step and code."""

    glossary_id: UUID
    expected_version: int
    rules: tuple[GateRuleInput, ...]

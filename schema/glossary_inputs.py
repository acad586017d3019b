"""What clients write into a glossary, and what they ask of its gate."""

import strawberry

from resolvers import glossary_inputs, inputs
from schema import ids, parsing
from schema.authoring_inputs import KEY
from schema.definition_enums import Transition
from schema.filters import UNSET
from schema.scalars import URI, Locale
from schema.validation_enums import Style


@strawberry.input(description="A new glossary.")
class CreateGlossaryInput:
    """A glossary to make."""

    slug: str = strawberry.field(
        description="1 to 80 small letters, digits and single hyphens; unique on this server, never changed."
    )
    name: str = strawberry.field(description="Name to show; 1 to 200 characters.")
    description: str | None = strawberry.field(default=UNSET, description="What it is for; at most 4,000 characters.")
    is_public: bool = strawberry.field(
        default=False, description="Whether anonymous callers see its definitions in force."
    )
    base_uri: URI | None = strawberry.field(
        default=UNSET, description="Base of the URIs of its concepts; at most 2,000 characters. Omitted: they are URNs."
    )
    locales: list[Locale] = strawberry.field(
        description="Languages that its definitions are written in; 1 to 50, each once."
    )
    style: Style | None = strawberry.field(default=UNSET, description="Omitted: the style of the profile.")
    profile: str = strawberry.field(
        default="default", description="Shipped rule profile to start from; the names are in `ruleProfiles`."
    )
    idempotency_key: str | None = strawberry.field(default=UNSET, description=KEY)


@strawberry.input(description="Omitted fields stay as they are; an explicit null clears a nullable field.")
class UpdateGlossaryInput:
    """A glossary to change."""

    id: strawberry.ID = strawberry.field(description="The glossary.")
    expected_version: int = strawberry.field(
        description="`Glossary.version` as it was read; another one stored is a CONFLICT (`VersionConflictError`)."
    )
    name: strawberry.Maybe[str | None] = strawberry.field(description="Name to show; 1 to 200 characters, never null.")
    description: strawberry.Maybe[str | None] = strawberry.field(
        description="What it is for; at most 4,000 characters."
    )
    is_public: strawberry.Maybe[bool | None] = strawberry.field(
        description="Whether anonymous callers see its definitions in force; never null."
    )
    base_uri: strawberry.Maybe[URI | None] = strawberry.field(
        description="Base of the URIs of its concepts; at most 2,000 characters."
    )
    locales: strawberry.Maybe[list[Locale] | None] = strawberry.field(
        description="Languages that its definitions are written in; 1 to 50, each once, never null."
    )


@strawberry.input(description="What one step is to demand; an omitted field takes what is shipped.")
class GateRuleInput:
    """A rule of the gate, as a client writes it."""

    transition: Transition = strawberry.field(description="The step.")
    code: str = strawberry.field(description="Name of the requirement, as in `Glossary.gateRules`.")
    is_enabled: bool | None = strawberry.field(
        default=UNSET,
        description="Whether it is demanded; `text-not-empty`, `run-is-fresh`, `not-circular` and `not-duplicate` always "
        "are.",
    )
    is_overridable: bool | None = strawberry.field(
        default=UNSET,
        description="Whether an `overrideReason` lets a definition pass without it; only `no-open-errors` may be.",
    )
    required: str | None = strawberry.field(
        default=UNSET,
        description="How many errors `no-open-errors` allows: a whole number from 0 to 1,000, as text. No other "
        "requirement takes a value.",
    )


@strawberry.input(description="Rules that replace those of the same step and code.")
class UpdateGateRulesInput:
    """Rules of the gate to set."""

    glossary_id: strawberry.ID = strawberry.field(description="The glossary whose steps are to demand something else.")
    expected_version: int = strawberry.field(
        description="`Glossary.version` as it was read; another one stored is a CONFLICT (`VersionConflictError`)."
    )
    rules: list[GateRuleInput] = strawberry.field(description="The rules to set; at most 50, each step and code once.")


def created(asked: CreateGlossaryInput) -> glossary_inputs.CreateGlossary:
    """The new glossary, as the rooms below read it."""
    return parsing.filled(glossary_inputs.CreateGlossary, asked)


def updated(asked: UpdateGlossaryInput) -> glossary_inputs.UpdateGlossary:
    """The change, as the rooms below read it.

    Raises:
        InvalidInput: the id names something else, or a field is null that cannot be.
    """
    locales = parsing.demanded(asked.locales, "locales")
    return glossary_inputs.UpdateGlossary(
        id=ids.decode("Glossary", asked.id, "id"),
        expected_version=asked.expected_version,
        name=parsing.demanded(asked.name, "name"),
        description=parsing.patched(asked.description),
        is_public=parsing.demanded(asked.is_public, "isPublic"),
        base_uri=parsing.patched(asked.base_uri),
        locales=tuple(locales) if isinstance(locales, list) else inputs.UNSET,
    )


def ruled(asked: UpdateGateRulesInput) -> glossary_inputs.UpdateGateRules:
    """The rules, as the rooms below read them.

    Raises:
        InvalidInput: the id names something else.
    """
    return glossary_inputs.UpdateGateRules(
        glossary_id=ids.decode("Glossary", asked.glossary_id, "glossaryId"),
        expected_version=asked.expected_version,
        rules=tuple(parsing.filled(glossary_inputs.GateRuleInput, one) for one in asked.rules),
    )

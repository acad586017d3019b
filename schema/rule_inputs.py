"""What clients write about the rules of a glossary: settings of its profile, and rules of its own."""

import strawberry

from resolvers import rule_inputs
from schema import ids, parsing
from schema.authoring_inputs import KEY
from schema.filters import UNSET
from schema.scalars import Locale
from schema.validation_enums import Severity, Style


@strawberry.input(description="A bound or amount that a rule is to work with.")
class RuleParameterInput:
    """A parameter of a rule."""

    name: str = strawberry.field(description="Name of the parameter.")
    value: str = strawberry.field(description="Its value: a whole number within the bounds of the rule.")


@strawberry.input(description="How one rule is to be set; a null field stays as it was set before.")
class RuleSettingInput:
    """A rule in a profile."""

    code: str = strawberry.field(description="Code of a built-in rule, or of one of the glossary's own.")
    is_enabled: bool | None = strawberry.field(default=UNSET, description="Whether it is evaluated.")
    severity: Severity | None = strawberry.field(default=UNSET, description="How bad its findings are here.")
    parameters: list[RuleParameterInput] | None = strawberry.field(
        default=UNSET, description="Its parameters, at most 20, each once; those that are not named stay as they are."
    )


@strawberry.input(
    description="Another profile. `expectedVersion` is the glossary's. `profile` starts over from a shipped one before "
    "`settings` apply: what was set before is forgotten, and the style is that of the profile unless `style` is given too. "
    "The glossary's own rules stay."
)
class UpdateRuleProfileInput:
    """A profile to change."""

    glossary_id: strawberry.ID = strawberry.field(description="The glossary whose rules are set.")
    expected_version: int = strawberry.field(
        description="`Glossary.version` as it was read; another one stored is a CONFLICT (`VersionConflictError`)."
    )
    profile: str | None = strawberry.field(
        default=UNSET,
        description="Shipped profile to start over from, one of `ruleProfiles`; omitted: the settings go on from those "
        "now in use.",
    )
    style: Style | None = strawberry.field(
        default=UNSET, description="How definitions are to be written; omitted: as before, or that of `profile`."
    )
    settings: list[RuleSettingInput] | None = strawberry.field(
        default=UNSET, description="Replace those of the same rule, field by field; at most 250, each rule once."
    )


@strawberry.input(description="A text that a rule is to mark, or to leave alone.")
class RuleExampleInput:
    """An example of a rule."""

    text: str = strawberry.field(description="The text; at most 1,000 characters.")
    is_compliant: bool = strawberry.field(description="Whether the rule leaves it alone.")


@strawberry.input(description="A rule of the glossary's own.")
class CreatePatternRuleInput:
    """A rule to make."""

    glossary_id: strawberry.ID = strawberry.field(description="The glossary whose texts the rule judges.")
    code: str = strawberry.field(
        description="`X-` and groups of capitals and digits, such as `X-JARGON`, at most 60 characters; unique on this "
        "server, never reused."
    )
    name: str = strawberry.field(description="Short name; 1 to 200 characters, shown in every language as it is.")
    question: str = strawberry.field(
        description="What it asks of a definition; 1 to 500 characters, shown in every language as it is."
    )
    severity: Severity = strawberry.field(description="How bad its findings are.")
    locale: Locale = strawberry.field(description="Language that it judges; `nl` also judges `nl-BE`.")
    pattern: str = strawberry.field(
        description="RE2 syntax, at most 500 characters. Every match in the text of a definition is a finding, at most 50"
        " in one text."
    )
    examples: list[RuleExampleInput] = strawberry.field(
        description="2 to 20, at least one of each kind; the rule is refused when one does not hold."
    )
    idempotency_key: str | None = strawberry.field(default=UNSET, description=KEY)


@strawberry.input(description="A rule of a glossary to retire; its code stays taken.")
class RetirePatternRuleInput:
    """A rule to retire."""

    rule_id: strawberry.ID = strawberry.field(
        description="The glossary's own rule that ends; built-in rules cannot be retired."
    )


def updated(asked: UpdateRuleProfileInput) -> rule_inputs.UpdateRuleProfile:
    """The change, as the rooms below read it.

    Raises:
        InvalidInput: the id names something else.
    """
    return parsing.filled(
        rule_inputs.UpdateRuleProfile,
        asked,
        glossary_id=ids.decode("Glossary", asked.glossary_id, "glossaryId"),
        settings=tuple(_setting(one) for one in parsing.each(asked.settings)),
    )


def created(asked: CreatePatternRuleInput) -> rule_inputs.CreatePatternRule:
    """The new rule, as the rooms below read it.

    Raises:
        InvalidInput: the id names something else.
    """
    return parsing.filled(
        rule_inputs.CreatePatternRule,
        asked,
        glossary_id=ids.decode("Glossary", asked.glossary_id, "glossaryId"),
        examples=tuple(parsing.filled(rule_inputs.RuleExampleInput, one) for one in asked.examples),
    )


def _setting(asked: RuleSettingInput) -> rule_inputs.RuleSettingInput:
    parameters = tuple(parsing.filled(rule_inputs.ParameterInput, one) for one in parsing.each(asked.parameters))
    return parsing.filled(rule_inputs.RuleSettingInput, asked, parameters=parameters)

"""The type RuleProfile: which rules apply in a glossary, how severely, and in which style."""

from dataclasses import dataclass

import strawberry

from resolvers import rule_lookups
from rules.profiles import Profile
from rules.profiles import Setting as ProfileSetting
from rules.rule import Rule
from schema import lazy
from schema.directives import assumed
from schema.info import Info
from schema.validation_enums import Severity, Style

Row = strawberry.Parent[Profile]


@dataclass(frozen=True, slots=True)
class Setting:
    """A rule and how a profile sets it."""

    rule: Rule
    setting: ProfileSetting


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named value."""

    name: str
    value: str


@strawberry.type(description="A bound or amount that a rule works with.")
class RuleParameter:
    """A parameter of a rule."""

    name: str = strawberry.field(description="Name of the parameter.")
    value: str = strawberry.field(description="What it is set to: a whole number, as text.")


@strawberry.type(description="How one rule is set.")
class RuleSetting:
    """A rule in a profile."""

    @strawberry.field(description="The rule.", graphql_type=lazy.LazyRule)
    def rule(self, root: strawberry.Parent[Setting], info: Info) -> rule_lookups.Found:
        """The rule. One of the glossary's own is read anew: its profile knows no examples of it."""
        return root.rule if root.rule.pattern is None else rule_lookups.find(info.context, root.rule.code)

    @strawberry.field(description="Whether it is evaluated.")
    def is_enabled(self, root: strawberry.Parent[Setting]) -> bool:
        """Whether it is on."""
        return root.setting.is_enabled

    @strawberry.field(description="How bad its findings are here.")
    def severity(self, root: strawberry.Parent[Setting]) -> Severity:
        """The severity here."""
        return root.setting.severity

    @strawberry.field(description="Its parameters, by name.", graphql_type=list[RuleParameter], directives=[assumed(2)])
    def parameters(self, root: strawberry.Parent[Setting]) -> list[Parameter]:
        """The parameters with their values."""
        return [Parameter(name, str(value)) for name, value in sorted(root.setting.parameters.items())]


@strawberry.type(description="Which rules apply in a glossary, how severely, and in which definition style.")
class RuleProfile:
    """A profile of the rules."""

    name: str = strawberry.field(description="Of the shipped profile that it starts from, such as `iso704`.")
    style: Style = strawberry.field(description="How definitions are to be written.")
    fingerprint: str = strawberry.field(description="Changes whenever a setting does; stored with every run.")

    @strawberry.field(
        description="Every built-in rule, and those of the glossary's own that are in use, by code.",
        graphql_type=list[RuleSetting],
        directives=[assumed(150)],
    )
    def settings(self, root: Row) -> list[Setting]:
        """The rules with their settings."""
        return [Setting(rule, root.setting(rule.code)) for rule in root.rules]

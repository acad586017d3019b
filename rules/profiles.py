"""Which rules apply, how severely and with which limits."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from types import MappingProxyType

from rules import catalogue, patterns, plan
from rules.kit import RuleStatus, Severity, Style
from rules.plan import Plan, Setting
from rules.presets import DEFAULT, PRESETS, Preset
from rules.reading import Case
from rules.rule import Rule

__all__ = ["DEFAULT", "Profile", "Setting", "UnknownSetting", "names", "profile"]


@dataclass(frozen=True)
class Profile:
    """A setting for every rule of the catalogue, and for those that the glossary wrote itself, under one style."""

    name: str
    style: Style
    settings: Mapping[str, Setting]
    own: tuple[Rule, ...] = ()

    def setting(self, code: str) -> Setting:
        """How the rule applies; disabled when this profile does not know it."""
        return self.settings.get(code, UNKNOWN)

    @cached_property
    def limits(self) -> Mapping[tuple[str, str], int]:
        """Every parameter: (rule code, name) to number."""
        return MappingProxyType(
            {
                (code, name): value
                for code, setting in self.settings.items()
                for name, value in setting.parameters.items()
            }
        )

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the catalogue and the glossary's own, by code."""
        return tuple(sorted((*catalogue.rules(), *self.own), key=lambda rule: rule.code))

    def find(self, code: str) -> Rule | None:
        """The rule with this code, of the catalogue or the glossary's own."""
        return catalogue.find(code) or next((rule for rule in self.own if rule.code == code), None)

    def plan(self, case: Case, locale: str = "") -> Plan:
        """The rules for entries of this case, by code, own ones for this locale included. The same plan every time."""
        heard = tuple(wanted for wanted in self._locales if patterns.covers(wanted, locale))
        made = self._plans.get((case, heard))
        if made is None:
            own = [replace(rule, locales=()) for rule in self.own if rule.locales[0] in heard]
            made = self._plans[case, heard] = plan.plan((*catalogue.rules(), *own), self.setting, case)
        return made

    @cached_property
    def _locales(self) -> tuple[str, ...]:
        return tuple(sorted({rule.locales[0] for rule in self.own}))

    @cached_property
    def _plans(self) -> dict[tuple[Case, tuple[str, ...]], Plan]:
        # Languages without word lists share a case, so there are a few dozen at most, times those of own rules.
        return {}

    @cached_property
    def fingerprint(self) -> str:
        """64 hexadecimal digits that change whenever a setting, the style, a rule or a word list does. The name is no part."""
        settings = {
            code: [setting.is_enabled, setting.severity.value, dict(sorted(setting.parameters.items()))]
            for code, setting in sorted(self.settings.items())
        }
        own = [[rule.code, rule.locales, rule.pattern] for rule in self.own]
        content = [catalogue.version(), self.style.value, settings, *own]
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

    def with_setting(
        self,
        code: str,
        *,
        is_enabled: bool | None = None,
        severity: Severity | None = None,
        parameters: Mapping[str, int] | None = None,
    ) -> "Profile":
        """This profile with one rule set otherwise; what is omitted stays.

        Raises:
            UnknownSetting: there is no such rule or parameter, or the number is out of bounds.
        """
        rule = self.find(code)
        if rule is None:
            raise UnknownSetting(f"there is no rule {code}")
        before = self.settings[code]
        after = Setting(
            before.is_enabled if is_enabled is None else is_enabled,
            before.severity if severity is None else severity,
            MappingProxyType({**before.parameters, **_checked(rule, parameters or {})}),
        )
        return replace(self, settings=MappingProxyType({**self.settings, code: after}))

    def with_rules(self, own: Sequence[Rule]) -> "Profile":
        """This profile with these rules of the glossary's own, each on and as severe as it says."""
        settings = {
            rule.code: Setting(is_enabled=True, severity=rule.severity, parameters=NO_PARAMETERS) for rule in own
        }
        chosen = tuple(sorted(own, key=lambda rule: rule.code))
        return replace(self, settings=MappingProxyType({**self.settings, **settings}), own=chosen)


class UnknownSetting(ValueError):
    """A profile was asked for something that the catalogue does not have."""


NO_PARAMETERS: Mapping[str, int] = MappingProxyType({})
UNKNOWN = Setting(is_enabled=False, severity=Severity.INFO, parameters=NO_PARAMETERS)


def names() -> tuple[str, ...]:
    """The names of the shipped profiles; the first is the one a glossary gets when it asks for none."""
    return tuple(PRESETS)


@cache
def profile(name: str = DEFAULT, style: Style | None = None) -> Profile:
    """The shipped profile of that name, in another style when given.

    Raises:
        UnknownSetting: no profile of that name is shipped.
    """
    preset = PRESETS.get(name)
    if preset is None:
        raise UnknownSetting(f"there is no profile {name}; there are {', '.join(names())}")
    settings = {rule.code: _initial(rule, preset) for rule in catalogue.rules()}
    return Profile(name, style or preset.style, MappingProxyType(settings))


def _initial(rule: Rule, preset: Preset) -> Setting:
    severity = preset.severities.get(rule.code, rule.severity)
    is_usual = rule.status is RuleStatus.STABLE and not rule.is_opt_in
    return Setting(
        is_enabled=severity is not None and (is_usual or rule.code in preset.severities),
        severity=severity or rule.severity,
        parameters=MappingProxyType({parameter.name: parameter.default for parameter in rule.parameters}),
    )


def _checked(rule: Rule, wanted: Mapping[str, int]) -> Mapping[str, int]:
    known = {parameter.name: parameter for parameter in rule.parameters}
    for name, value in wanted.items():
        parameter = known.get(name)
        if parameter is None:
            raise UnknownSetting(f"rule {rule.code} has no parameter {name}")
        if not parameter.minimum <= value <= parameter.maximum:
            raise UnknownSetting(f"{name} of rule {rule.code} lies between {parameter.minimum} and {parameter.maximum}")
    return wanted

"""Which rules apply, how severely and with which limits."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from types import MappingProxyType

from rules import catalogue, plan
from rules.kit import RuleStatus, Severity, Style
from rules.plan import Setting, Step
from rules.presets import DEFAULT, PRESETS, Preset
from rules.reading import Case
from rules.rule import Rule

__all__ = ["DEFAULT", "Profile", "Setting", "UnknownSetting", "names", "profile"]


@dataclass(frozen=True)
class Profile:
    """A setting for every rule of the catalogue, under one style."""

    name: str
    style: Style
    settings: Mapping[str, Setting]

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

    def steps(self, case: Case) -> tuple[Step, ...]:
        """The rules for entries of this case, by code. The same tuple every time."""
        made = self._steps.get(case)
        if made is None:
            made = self._steps[case] = plan.steps(catalogue.rules(), self.setting, case)
        return made

    @cached_property
    def _steps(self) -> dict[Case, tuple[Step, ...]]:
        # Languages without word lists share a case, so there are a few dozen at most.
        return {}

    @cached_property
    def fingerprint(self) -> str:
        """64 hexadecimal digits that change whenever a setting, the style, a rule or a word list does. The name is no part."""
        settings = {
            code: [setting.is_enabled, setting.severity.value, dict(sorted(setting.parameters.items()))]
            for code, setting in sorted(self.settings.items())
        }
        content = [catalogue.version(), self.style.value, settings]
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
        rule = catalogue.find(code)
        if rule is None:
            raise UnknownSetting(f"there is no rule {code}")
        before = self.settings[code]
        after = Setting(
            before.is_enabled if is_enabled is None else is_enabled,
            before.severity if severity is None else severity,
            MappingProxyType({**before.parameters, **_checked(rule, parameters or {})}),
        )
        return replace(self, settings=MappingProxyType({**self.settings, code: after}))


class UnknownSetting(ValueError):
    """A profile was asked for something that the catalogue does not have."""


UNKNOWN = Setting(is_enabled=False, severity=Severity.INFO, parameters=MappingProxyType({}))


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

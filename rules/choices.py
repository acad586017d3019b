"""What one glossary sets about the rules: as its row holds it, and the profile that comes of it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TypedDict

from rules import patterns, profiles
from rules.kit import Severity, Style
from rules.patterns import BadPattern, Pattern
from rules.profiles import Profile, UnknownSetting
from rules.rule import Rule

MOST_PROFILES = 64
"""Profiles kept in memory; one with a hundred hostile patterns takes 50 MiB, an ordinary one 100 KiB."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is set about one rule; null, or a parameter that is not named: as the profile has it."""

    is_enabled: bool | None = None
    severity: Severity | None = None
    parameters: Mapping[str, int] = field(default_factory=dict)

    def over(self, before: "Choice") -> "Choice":
        """Both: what this one leaves open is as before."""
        return Choice(
            before.is_enabled if self.is_enabled is None else self.is_enabled,
            before.severity if self.severity is None else self.severity,
            {**before.parameters, **self.parameters},
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """What is set, by code, and the glossary's own rules by code."""

    settings: Mapping[str, Choice] = field(default_factory=dict)
    own: tuple[Pattern, ...] = ()


_NO_PATTERNS = '{"own":[],'


class _Setting(TypedDict, total=False):
    is_enabled: bool
    severity: str
    parameters: dict[str, int]


class _Pattern(TypedDict):
    code: str
    name: str
    question: str
    severity: str
    locale: str
    pattern: str


class _Written(TypedDict):
    settings: dict[str, _Setting]
    own: list[_Pattern]


def written(choices: Choices) -> str:
    """The one form in which a row holds them: equal choices have equal text, and none has an empty one."""
    settings = {code: found for code, one in sorted(choices.settings.items()) if (found := _setting(one))}
    if not settings and not choices.own:
        return ""
    own = [_pattern(one) for one in sorted(choices.own, key=lambda one: one.code)]
    return json.dumps({"settings": settings, "own": own}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(text: str) -> Choices:
    """What `written` wrote."""
    if not text:
        return Choices()
    found: _Written = json.loads(text)
    return Choices(
        {code: _choice(one) for code, one in found["settings"].items()},
        tuple(_own(one) for one in found["own"]),
    )


def has_patterns(text: str) -> bool:
    """Whether there are rules of the glossary's own in it: whoever wrote them decides what a check costs."""
    return bool(text) and not text.startswith(_NO_PATTERNS)


def profile(name: str, style: Style, text: str) -> Profile:
    """The profile of a glossary that starts from the shipped one of this name and holds these choices.

    What this release does not know, such as a rule of a later one, is passed over: a glossary must stay usable.

    Raises:
        UnknownSetting: no profile of that name is shipped.
    """
    return _chosen(name, style, text) if text else profiles.profile(name, style)


@lru_cache(maxsize=MOST_PROFILES)
def _chosen(name: str, style: Style, text: str) -> Profile:
    choices = read(text)
    found = profiles.profile(name, style).with_rules(list(_rules(choices)))
    for code, choice in choices.settings.items():
        found = _with(found, code, choice)
    return found


def _rules(choices: Choices) -> Iterator[Rule]:
    for one in choices.own:
        try:
            patterns.size(one.pattern)
        except BadPattern:
            continue
        yield patterns.rule(one)


def _with(found: Profile, code: str, choice: Choice) -> Profile:
    wholes = Choice(choice.is_enabled, choice.severity)
    for part in (wholes, *(Choice(parameters={name: value}) for name, value in choice.parameters.items())):
        try:
            found = found.with_setting(
                code, is_enabled=part.is_enabled, severity=part.severity, parameters=part.parameters
            )
        except UnknownSetting:
            continue
    return found


def _setting(one: Choice) -> _Setting:
    found: _Setting = {}
    if one.is_enabled is not None:
        found["is_enabled"] = one.is_enabled
    if one.severity is not None:
        found["severity"] = one.severity.value
    if one.parameters:
        found["parameters"] = dict(one.parameters)
    return found


def _choice(one: _Setting) -> Choice:
    severity = one.get("severity")
    return Choice(
        one.get("is_enabled"),
        None if severity is None else Severity(severity),
        MappingProxyType(one.get("parameters", {})),
    )


def _pattern(one: Pattern) -> _Pattern:
    return {
        "code": one.code,
        "name": one.name,
        "question": one.question,
        "severity": one.severity.value,
        "locale": one.locale,
        "pattern": one.pattern,
    }


def _own(one: _Pattern) -> Pattern:
    return Pattern(
        code=one["code"],
        name=one["name"],
        question=one["question"],
        severity=Severity(one["severity"]),
        locale=one["locale"],
        pattern=one["pattern"],
    )

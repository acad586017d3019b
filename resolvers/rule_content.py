"""What is asked about the rules of a glossary, within bounds; and how it differs from before."""

from dataclasses import dataclass

from models.glossary import Glossary
from models.sentences import say
from resolvers import bounds
from resolvers.errors import InvalidInput
from resolvers.rule_inputs import CreatePatternRule, ParameterInput, RuleSettingInput, UpdateRuleProfile
from rules import choices, patterns, profiles
from rules.choices import Choice, Choices
from rules.kit import Style
from rules.patterns import BadPattern, Pattern
from rules.profiles import Profile
from rules.rule import Example, Rule

MOST_SETTINGS = 250
MOST_PARAMETERS = 20
MOST_EXAMPLES = 20
QUESTION_LENGTH = 500
EXAMPLE_LENGTH = 1_000

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The profile that a glossary starts from, its style, and what it sets itself."""

    name: str
    style: Style
    choices: Choices

    @property
    def profile(self) -> Profile:
        """What comes of it in this release."""
        return choices.profile(self.name, self.style, choices.written(self.choices))

    @property
    def columns(self) -> dict[str, object]:
        """As the row of the glossary holds it."""
        return {"profile": self.name, "style": self.style, "rule_settings": choices.written(self.choices)}


def selection_of(glossary: Glossary) -> Selection:
    """What the glossary has selected."""
    return Selection(glossary.profile, glossary.style, choices.read(glossary.rule_settings))


def selected(asked: UpdateRuleProfile, before: Selection) -> Selection:
    """What is selected when this is done: the glossary's own rules stay, whatever profile it starts from.

    Raises:
        InvalidInput: an unknown profile, rule or parameter, a number out of bounds, or something twice.
    """
    base = before if asked.profile is None else _started_over(asked.profile, before)
    chosen = Selection(base.name, asked.style or base.style, base.choices)
    settings = asked.settings or ()
    bounds.count(settings, path=("settings",), most=MOST_SETTINGS)
    bounds.distinct([one.code for one in settings], path=("settings",))
    profile, merged = chosen.profile, dict(chosen.choices.settings)
    for index, one in enumerate(settings):
        choice = _choice(one, profile, ("settings", str(index)))
        merged[one.code] = choice.over(merged.get(one.code, Choice()))
    return Selection(chosen.name, chosen.style, Choices(merged, chosen.choices.own))


def pattern(asked: CreatePatternRule) -> tuple[Pattern, tuple[Example, ...]]:
    """The rule asked for, and its examples, all of which hold.

    Raises:
        InvalidInput: a bound; no such code is a glossary's; RE2 does not take the pattern; an example does not hold.
    """
    if not patterns.is_code(asked.code):
        raise InvalidInput(say("own-rule-code", most=patterns.CODE_LENGTH), path=("code",), constraint="own-rule-code")
    made = Pattern(
        code=asked.code,
        name=bounds.name(asked.name, path=("name",)),
        question=bounds.name(asked.question, path=("question",), most=QUESTION_LENGTH),
        severity=asked.severity,
        locale=bounds.locale(asked.locale),
        pattern=_sound(asked.pattern),
    )
    return made, _examples(asked, made)


def differences(before: Selection, after: Selection) -> list[dict[str, object]]:
    """One change per thing that is set otherwise, as an audit entry holds them."""
    old, new = _flat(before), _flat(after)
    return [
        {"path": list(path), "before": old.get(path), "after": new.get(path)}
        for path in dict.fromkeys((*old, *new))
        if old.get(path) != new.get(path)
    ]


def _started_over(name: str, before: Selection) -> Selection:
    if name not in profiles.names():
        known = ", ".join(profiles.names())
        raise InvalidInput(say("unknown-profile", known=known), path=("profile",), constraint="known-profile")
    return Selection(name, profiles.profile(name).style, Choices(own=before.choices.own))


def _choice(one: RuleSettingInput, profile: Profile, path: Path) -> Choice:
    rule = profile.find(one.code)
    if rule is None:
        raise InvalidInput(say("unknown-rule"), path=(*path, "code"), constraint="rule-code")
    given = one.parameters or ()
    inner = (*path, "parameters")
    bounds.count(given, path=inner, most=MOST_PARAMETERS)
    bounds.distinct([parameter.name for parameter in given], path=inner)
    found = {parameter.name: _number(rule, parameter, (*inner, str(index))) for index, parameter in enumerate(given)}
    return Choice(one.is_enabled, one.severity, found)


def _number(rule: Rule, given: ParameterInput, path: Path) -> int:
    known = next((one for one in rule.parameters if one.name == given.name), None)
    if known is None:
        raise InvalidInput(say("unknown-parameter"), path=(*path, "name"), constraint="rule-parameter")
    if not (given.value.isascii() and given.value.isdigit()):
        raise InvalidInput(say("no-whole-number"), path=(*path, "value"), constraint="whole-number")
    number = int(given.value[:10])
    if not known.minimum <= number <= known.maximum:
        said = say("parameter-range", name=known.name, code=rule.code, least=known.minimum, most=known.maximum)
        raise InvalidInput(said, path=(*path, "value"), constraint="range")
    return number


def _sound(text: str) -> str:
    bounds.text(text, path=("pattern",), most=patterns.LENGTH, is_blank_allowed=True)
    try:
        patterns.size(text)
    except BadPattern as error:
        raise InvalidInput(say("bad-pattern", fault=str(error)), path=("pattern",), constraint="re2") from error
    return text


def _examples(asked: CreatePatternRule, made: Pattern) -> tuple[Example, ...]:
    bounds.count(asked.examples, path=("examples",), most=MOST_EXAMPLES)
    if {one.is_compliant for one in asked.examples} != {True, False}:
        raise InvalidInput(say("examples-of-both"), path=("examples",), constraint="both-examples")
    found = []
    for index, one in enumerate(asked.examples):
        path = ("examples", str(index), "text")
        text = bounds.text(one.text, path=path, most=EXAMPLE_LENGTH, is_blank_allowed=True)
        example = Example(text=text, locale=made.locale, is_compliant=one.is_compliant)
        if not patterns.holds(made.pattern, example):
            said = say("pattern-marks") if one.is_compliant else say("pattern-silent")
            raise InvalidInput(said, path=path, constraint="example-holds")
        found.append(example)
    return tuple(found)


def _flat(one: Selection) -> dict[Path, str]:
    found: dict[Path, str] = {("profile",): one.name, ("style",): one.style.value}
    for code, choice in one.choices.settings.items():
        if choice.is_enabled is not None:
            found["settings", code, "isEnabled"] = str(choice.is_enabled).lower()
        if choice.severity is not None:
            found["settings", code, "severity"] = choice.severity.value
        found |= {("settings", code, name): str(value) for name, value in choice.parameters.items()}
    return found | {("rules", rule.code): rule.pattern for rule in one.choices.own}

"""What a glossary sets about the rules: written, read again, and made a profile."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rules import catalogue, choices, profiles
from rules.choices import Choice, Choices
from rules.kit import Severity, Style
from rules.patterns import Pattern

CODES = st.sampled_from([rule.code for rule in catalogue.rules()])
SETTINGS = st.dictionaries(
    CODES,
    st.builds(
        Choice,
        st.none() | st.booleans(),
        st.none() | st.sampled_from(Severity),
        st.dictionaries(st.sampled_from(["max_words", "x"]), st.integers(0, 50), max_size=2),
    ),
    max_size=4,
)
OWN = Pattern(
    code="X-É".replace("É", "E"), name="Naïf", question="Q?", severity=Severity.INFO, locale="nl", pattern="ï"
)


def of(found: dict[str, Choice], *own: Pattern) -> profiles.Profile:
    return choices.profile("default", Style.PHRASE, choices.written(Choices(found, own)))


@given(SETTINGS)
@settings(max_examples=40, deadline=None)
def test_what_is_written_reads_the_same(found: dict[str, Choice]) -> None:
    text = choices.written(Choices(found, (OWN,)))

    again = choices.read(text)

    assert choices.written(again) == text
    assert again.own == (OWN,)
    assert choices.has_patterns(text)
    assert not choices.has_patterns(choices.written(Choices(found)))
    assert {code: one for code, one in again.settings.items() if one != Choice()} == {
        code: one for code, one in found.items() if one != Choice()
    }


@given(CODES)
@settings(max_examples=20, deadline=None)
def test_rule_switched_off_and_on_leaves_the_profile_as_it_was(code: str) -> None:
    was = profiles.profile().setting(code).is_enabled

    off = of({code: Choice(is_enabled=not was)})
    on = of({code: Choice(is_enabled=was).over(Choice(is_enabled=not was))})

    assert off.fingerprint != profiles.profile().fingerprint
    assert on.fingerprint == profiles.profile().fingerprint


def test_nothing_set_is_nothing_written() -> None:
    assert choices.written(Choices({"FRM-04": Choice()})) == ""
    assert choices.read("") == Choices()
    assert of({}) is profiles.profile("default", Style.PHRASE)


def test_what_a_choice_leaves_open_is_as_before() -> None:
    before = Choice(is_enabled=False, severity=Severity.INFO, parameters={"a": 1, "b": 2})

    assert Choice(severity=Severity.ERROR, parameters={"b": 3}).over(before) == Choice(
        is_enabled=False, severity=Severity.ERROR, parameters={"a": 1, "b": 3}
    )
    assert Choice().over(before) == before
    assert Choice(is_enabled=True).over(Choice()) == Choice(is_enabled=True)


def test_choices_reach_the_profile() -> None:
    found = of({"FRM-04": Choice(is_enabled=False, severity=Severity.ERROR, parameters={"max_words": 12})}).setting(
        "FRM-04"
    )

    assert (found.is_enabled, found.severity, dict(found.parameters)) == (False, Severity.ERROR, {"max_words": 12})


def test_what_this_release_does_not_know_is_passed_over() -> None:
    found = of(
        {"FRM-99": Choice(is_enabled=False), "FRM-04": Choice(is_enabled=False, parameters={"x": 1, "max_words": 1})}
    )

    assert found.setting("FRM-04").is_enabled is False
    assert found.setting("FRM-04").parameters == profiles.profile().setting("FRM-04").parameters
    assert found.find("FRM-99") is None


def test_equal_choices_are_one_profile() -> None:
    assert of({"FRM-04": Choice(is_enabled=False)}, OWN) is of({"FRM-04": Choice(is_enabled=False)}, OWN)
    assert of({}, OWN).find("X-E") is not None

"""Which rules a profile switches on, and when it counts as another."""

import pytest

from rules import catalogue, engine, presets, profiles
from rules.entry import Entry
from rules.kit import RuleStatus, Severity, Style


def test_shipped_profiles_are_named() -> None:
    assert profiles.names() == ("default", "iso704", "iso11179", "nl-sbb", "astra", "legal", "skos-strict")


def test_unknown_profile_is_refused() -> None:
    with pytest.raises(
        profiles.UnknownSetting, match="there is no profile x; there are default, iso704, iso11179, nl-sbb, astra"
    ):
        profiles.profile("x")


@pytest.mark.parametrize(
    ("name", "style"),
    [("default", Style.PHRASE), ("legal", Style.PHRASE), ("nl-sbb", Style.SENTENCE), ("skos-strict", Style.FREE)],
)
def test_profile_brings_its_style(name: str, style: Style) -> None:
    assert profiles.profile(name).style is style


def severity(name: str, code: str) -> Severity | None:
    setting = profiles.profile(name).setting(code)
    return setting.severity if setting.is_enabled else None


@pytest.mark.parametrize(
    ("code", "default", "legal", "astra"),
    [
        ("ENT-02", None, Severity.ERROR, Severity.ERROR),
        ("LEG-01", None, Severity.ERROR, None),
        ("CNT-09", Severity.WARNING, Severity.ERROR, Severity.ERROR),
        ("CNT-11", Severity.INFO, Severity.WARNING, Severity.WARNING),
        ("CNT-13", None, None, Severity.WARNING),
        ("CNT-06", None, None, None),
    ],
)
def test_profiles_differ_where_their_standards_do(
    code: str, default: Severity | None, legal: Severity | None, astra: Severity | None
) -> None:
    assert [severity(name, code) for name in ("default", "legal", "astra")] == [default, legal, astra]


def test_presets_name_rules_that_exist() -> None:
    named = {code for preset in presets.PRESETS.values() for code in preset.severities}

    assert {code for code in named if catalogue.find(code) is None} == set()


def test_preview_and_opt_in_rules_are_off_by_default() -> None:
    unusual = {rule.code for rule in catalogue.rules() if rule.status is RuleStatus.PREVIEW or rule.is_opt_in}

    assert {code for code in unusual if severity("default", code) is not None} == set()


def test_style_can_be_chosen() -> None:
    assert profiles.profile("iso704", Style.FREE).style is Style.FREE


def test_name_is_no_part_of_the_fingerprint() -> None:
    profile = profiles.profile()

    assert profiles.Profile("other", profile.style, profile.settings).fingerprint == profile.fingerprint


@pytest.mark.parametrize(
    "changed",
    [
        profiles.profile("default", Style.FREE),
        profiles.profile("iso704"),
        profiles.profile().with_setting("FRM-04", is_enabled=False),
        profiles.profile().with_setting("FRM-04", severity=Severity.ERROR),
        profiles.profile().with_setting("FRM-04", parameters={"max_words": 41}),
    ],
)
def test_every_change_changes_the_fingerprint(changed: profiles.Profile) -> None:
    assert changed.fingerprint != profiles.profile().fingerprint


def test_change_that_changes_nothing_keeps_the_fingerprint() -> None:
    assert profiles.profile().with_setting("FRM-04").fingerprint == profiles.profile().fingerprint


def test_parameter_reaches_the_rule() -> None:
    profile = profiles.profile().with_setting("FRM-04", parameters={"max_words": 10})

    report = engine.check(Entry(term="car", text="vehicle " + "with wheels " * 5, locale="en"), profile)

    assert [item.rule_code for item in report.findings] == ["FRM-04"]


def test_severity_reaches_the_finding() -> None:
    profile = profiles.profile().with_setting("CNT-08", severity=Severity.ERROR)

    report = engine.check(Entry(term="car", text="vehicle, e.g. a van", locale="en"), profile)

    assert [item.severity for item in report.findings] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("code", "parameters", "sentence"),
    [
        ("FRM-99", {}, "there is no rule FRM-99"),
        ("FRM-04", {"words": 3}, "rule FRM-04 has no parameter words"),
        ("FRM-04", {"max_words": 3}, "max_words of rule FRM-04 lies between 10 and 500"),
    ],
)
def test_impossible_setting_is_refused(code: str, parameters: dict[str, int], sentence: str) -> None:
    with pytest.raises(profiles.UnknownSetting, match=sentence):
        profiles.profile().with_setting(code, parameters=parameters)


def test_rule_that_the_profile_does_not_know_is_off() -> None:
    assert profiles.profile().setting("FRM-99").is_enabled is False


@pytest.mark.parametrize(("style", "codes"), [(Style.PHRASE, ["FRM-08"]), (Style.SENTENCE, []), (Style.FREE, [])])
def test_restated_term_is_a_fault_in_phrases_only(style: Style, codes: list[str]) -> None:
    entry = Entry(term="lease", text="A lease is a contract on a dwelling", locale="en")

    report = engine.check(entry, profiles.profile("default", style))

    assert [item.rule_code for item in report.findings] == codes

"""Laws of a run, for any entry."""

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from rules import catalogue, engine, profiles
from rules.entry import Context, Designation, Entry, Source
from rules.kit import Category, Confidence, ContextKind, DesignationKind, Outcome, RuleScope, Severity, Style, Verdict
from rules.marks import Hit, Span
from rules.profiles import Profile
from rules.reading import Reading
from rules.rule import Rule

WORDS = [
    "a", "de", "het", "the", "is", "means", "betekent", "huurder", "huurders", "lease", "leases", "e.g.", "bijv.", "zoals",
    "etc.", "not", "niet", "zonder", "you", "je", "RQPT", "(", ")", '"', "<b>", "&amp;", "\u00ad", "1.", "2.", "TODO",
    "https://example.org", "en/of", "zie", "see", "onder", "wordt verstaan", ". De", "…", "\n", "é", "😀", "\u200d", "\ud800",
]  # fmt: skip
texts = st.one_of(
    st.text(st.characters(codec=None), max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
)
entries = st.builds(
    Entry,
    term=st.one_of(st.sampled_from(["lease", "huurder", "open hearing", "", "the lease", "IT"]), st.text(max_size=20)),
    text=texts,
    locale=st.sampled_from(["en", "nl", "nl-NL", "en_GB", "fr", "x", ""]),
    category=st.none() | st.sampled_from(Category),
    designations=st.lists(
        st.builds(
            Designation,
            st.sampled_from(["tenancy", "huur", "", "lease"]) | st.text(max_size=9),
            st.sampled_from(DesignationKind),
        ),
        max_size=3,
    ).map(tuple),
)
styles = st.sampled_from(Style)
law = settings(deadline=None, max_examples=60)  # the first text of a language waits for its lemma table


@law
@given(entries, styles, st.integers(0, 999))
def test_order_of_rules_does_not_matter(entry: Entry, style: Style, seed: int) -> None:
    profile = profiles.profile("default", style)
    shuffled = list(catalogue.rules())
    random.Random(seed).shuffle(shuffled)

    assert engine.evaluate(entry, profile, rules=shuffled) == engine.check(entry, profile)


@law
@given(entries, styles)
def test_no_text_makes_a_rule_fail(entry: Entry, style: Style) -> None:
    report = engine.check(entry, profiles.profile("default", style))

    assert Outcome.ERRORED not in {finding.outcome for finding in report.findings}


@law
@given(entries, styles)
def test_spans_lie_in_the_text_and_cover_the_excerpt(entry: Entry, style: Style) -> None:
    report = engine.check(entry, profiles.profile("default", style))

    spans = [(item.span, item.excerpt) for item in report.findings if item.span is not None]
    assert all(0 <= span.start < span.end <= len(entry.text) for span, _ in spans)
    assert all(span.of(entry.text) == excerpt for span, excerpt in spans)


@law
@given(entries, styles)
def test_fixes_lie_in_the_text(entry: Entry, style: Style) -> None:
    report = engine.check(entry, profiles.profile("default", style))

    spans = [item.fix.span for item in report.findings if item.fix is not None]
    assert all(0 <= span.start < span.end <= len(entry.text) for span in spans)


@law
@given(entries, styles)
def test_same_entry_gives_the_same_report(entry: Entry, style: Style) -> None:
    profile = profiles.profile("default", style)

    assert engine.check(entry, profile) == engine.check(entry, profile)


@law
@given(entries, styles, st.sampled_from(catalogue.rules()))
def test_switching_off_a_rule_removes_only_its_findings(entry: Entry, style: Style, rule: Rule) -> None:
    profile = profiles.profile("default", style)
    without = profile.with_setting(rule.code, is_enabled=False)

    left = [finding for finding in engine.check(entry, profile).findings if finding.rule_code != rule.code]

    assert list(engine.check(entry, without).findings) == left


@law
@given(entries, styles)
def test_fingerprints_are_unique_in_a_report(entry: Entry, style: Style) -> None:
    findings = engine.check(entry, profiles.profile("default", style)).findings

    assert len({finding.fingerprint for finding in findings}) == len(findings)


@law
@given(entries)
def test_one_finding_per_span_and_rule(entry: Entry) -> None:
    findings = engine.check(entry, profiles.profile()).findings

    places = [(item.rule_code, item.span) for item in findings if item.span is not None]
    assert len(set(places)) == len(places)


@law
@given(entries)
def test_score_lies_between_0_and_100(entry: Entry) -> None:
    assert 0 <= engine.check(entry, profiles.profile()).score <= 100


def test_findings_stand_by_severity_then_place() -> None:
    entry = Entry(term="huurder", text="persoon bijv. van RQPT die huurder is.", locale="nl")

    findings = engine.check(entry, profiles.profile()).findings

    assert [item.rule_code for item in findings] == ["CNT-01", "CNT-08", "CNT-20", "FRM-13"]


def test_finding_keeps_its_identity_when_the_text_changes_elsewhere() -> None:
    before = engine.check(Entry(term="car", text="vehicle, e.g. a van", locale="en"), profiles.profile())
    after = engine.check(Entry(term="car", text="motor vehicle on roads, E.G. a van", locale="en"), profiles.profile())

    assert [item.fingerprint for item in before.findings] == [item.fingerprint for item in after.findings]


def test_second_occurrence_has_its_own_identity() -> None:
    entry = Entry(term="car", text="vehicle, e.g. a van, e.g. a bus", locale="en")

    findings = engine.check(entry, profiles.profile()).findings

    assert len({item.fingerprint for item in findings}) == 2


def test_codes_limit_the_run() -> None:
    entry = Entry(term="car", text="vehicle, e.g. a RQPT van", locale="en")

    report = engine.check(entry, profiles.profile(), codes={"CNT-20", "no such rule"})

    assert ([item.rule_code for item in report.findings], report.rule_count) == (["CNT-20"], 1)


def test_blank_text_is_only_called_empty() -> None:
    report = engine.check(Entry(term="car", text=" ", locale="en"), profiles.profile())

    assert [item.rule_code for item in report.findings] == ["FRM-01"]
    assert report.verdict is Verdict.REJECTED


def test_unknown_language_is_judged_by_neutral_rules_only() -> None:
    entry = Entry(term="bail", text="bail, p. ex. etc. (voir RQPT", locale="fr")

    report = engine.check(entry, profiles.profile())

    assert [item.rule_code for item in report.findings] == ["FRM-17"]


def failing(_: Reading) -> list[Hit]:
    raise ZeroDivisionError


def asking(reading: Reading) -> list[Hit]:
    return [Hit(span=Span(0, len(reading.text)), outcome=Outcome.NEEDS_JUDGEMENT)]


def rule_with(check: object, **more: object) -> Rule:
    plain = {
        "code": "FRM-01", "name": "n", "question": "q", "rationale": "r", "severity": Severity.ERROR,
        "confidence": Confidence.HINT, "scope": RuleScope.TEXT, "examples": (), "check": check,
    }  # fmt: skip
    return Rule(**{**plain, **more})  # type: ignore[arg-type]


PLAIN = Entry(term="car", text="vehicle on wheels", locale="en")


def test_failing_rule_becomes_a_finding_and_the_run_goes_on() -> None:
    rules = [rule_with(failing), *catalogue.rules()]

    report = engine.evaluate(PLAIN, profiles.profile(), rules=rules)

    assert [(item.outcome, item.severity, dict(item.arguments)) for item in report.findings] == [
        (Outcome.ERRORED, Severity.INFO, {"failure": "ZeroDivisionError"})
    ]
    assert (report.score, report.verdict) == (100, Verdict.ACCEPTED)


def test_question_for_a_person_is_no_fault() -> None:
    report = engine.evaluate(PLAIN, profiles.profile(), rules=[rule_with(asking)])

    assert [(item.outcome, item.severity) for item in report.findings] == [(Outcome.NEEDS_JUDGEMENT, Severity.INFO)]
    assert (report.score, report.verdict) == (100, Verdict.ACCEPTED)


def test_rule_of_one_category_leaves_others_alone() -> None:
    rule = rule_with(asking, applies_to=(Category.PROCESS,))

    assert engine.evaluate(PLAIN, profiles.profile(), rules=[rule]).rule_count == 0


def test_findings_of_one_rule_are_limited() -> None:
    report = engine.check(Entry(term="x", text="(" * 9_000, locale="en"), profiles.profile(), codes=["FRM-17"])

    assert len(report.findings) == engine.MOST


def steps(profile: Profile, size: int) -> int:
    """How often the rules look a word up in a text of `size` words."""
    seen = itertools.count()

    class Counted(str):
        __slots__ = ()

        def __hash__(self) -> int:
            next(seen)
            return super().__hash__()

    entry = Entry(term="huurder", text="huurders zoals een woning " * size, locale="nl")
    reading = Reading(entry, Style.PHRASE, profile.limits)
    counted = tuple(word._replace(folded=Counted(word.folded)) for word in reading.words)
    reading.__dict__["words"] = counted
    for rule in catalogue.rules():
        list(rule.check(reading)) if rule.judges(reading.case) else None
    return next(seen)


def test_work_grows_with_the_length_of_the_text() -> None:
    profile = profiles.profile()

    assert steps(profile, 400) < 4.5 * steps(profile, 100)


def test_entry_knows_its_labels_and_language() -> None:
    entry = Entry(
        term="car", text="", locale="EN_gb", designations=(Designation("auto"),),
        contexts=(Context(ContextKind.LEGAL, "x"),), sources=(Source("Act"),),
    )  # fmt: skip

    assert (entry.labels, entry.language) == (("car", "auto"), "en")

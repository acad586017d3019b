"""How points become a score."""

import pytest

from rules import engine, profiles, scoring
from rules.entry import Entry
from rules.kit import Confidence, Outcome, Severity, Verdict
from rules.marks import Contribution, Finding


def finding(severity: Severity, outcome: Outcome = Outcome.VIOLATED) -> Finding:
    return Finding(
        rule_code="FRM-01", outcome=outcome, severity=severity, confidence=Confidence.CERTAIN, fingerprint="f",
        arguments={}, span=None, excerpt=None,
    )  # fmt: skip


ERROR, WARNING, INFO = finding(Severity.ERROR), finding(Severity.WARNING), finding(Severity.INFO)
FAILED, ASKED = finding(Severity.INFO, Outcome.ERRORED), finding(Severity.INFO, Outcome.NEEDS_JUDGEMENT)


@pytest.mark.parametrize(
    ("severity", "findings", "points"),
    [
        (Severity.ERROR, [], (6, 6)),
        (Severity.ERROR, [ERROR], (6, 0)),
        (Severity.ERROR, [WARNING], (6, 3)),
        (Severity.ERROR, [WARNING, ERROR], (6, 0)),
        (Severity.ERROR, [INFO], (6, 6)),
        (Severity.ERROR, [ASKED], (6, 6)),
        (Severity.ERROR, [FAILED], (0, 0)),
        (Severity.WARNING, [], (2, 2)),
        (Severity.WARNING, [WARNING, WARNING], (2, 0)),
        (Severity.INFO, [INFO], (0, 0)),
    ],
)
def test_rule_earns_its_points(severity: Severity, findings: list[Finding], points: tuple[float, float]) -> None:
    assert scoring.contribution("FRM-01", 2.0, severity, findings) == Contribution("FRM-01", *points)


def test_score_is_earned_over_possible() -> None:
    assert scoring.score([Contribution("A", 3, 3), Contribution("B", 1, 0), Contribution("C", 2, 1)]) == 66


def test_score_without_points_is_full() -> None:
    assert scoring.score([]) == 100


def test_whole_score_is_not_rounded_down() -> None:
    assert scoring.score([Contribution(str(n), 0.1, 0.1) for n in range(10)]) == 100


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        ([], Verdict.ACCEPTED),
        ([INFO, ASKED, FAILED], Verdict.ACCEPTED),
        ([WARNING, INFO], Verdict.ACCEPTED_WITH_WARNINGS),
        ([WARNING, ERROR], Verdict.REJECTED),
        ([finding(Severity.ERROR, Outcome.NEEDS_JUDGEMENT)], Verdict.ACCEPTED),
    ],
)
def test_worst_violation_decides_the_verdict(findings: list[Finding], verdict: Verdict) -> None:
    assert scoring.verdict(findings) is verdict


def test_score_of_a_report_follows_from_its_contributions() -> None:
    report = engine.check(Entry(term="car", text="vehicle, e.g. a van", locale="en"), profiles.profile())

    possible = sum(item.weight for item in report.contributions)
    earned = sum(item.earned for item in report.contributions)
    assert (possible - earned, report.score) == (1.0, int(100 * earned / possible))


def test_length_is_no_part_of_the_score() -> None:
    short = engine.check(Entry(term="car", text="vehicle with an engine", locale="en"), profiles.profile())
    long = engine.check(
        Entry(term="car", text="vehicle with an engine " + "and wheel " * 17, locale="en"), profiles.profile()
    )

    assert (short.score, long.score) == (100, 100)

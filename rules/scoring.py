"""How a score comes about: points earned over points possible, rule by rule."""

import math
from collections.abc import Iterable, Sequence

from rules.kit import Outcome, Severity, Verdict
from rules.marks import Contribution, Finding

FULL = 100
POINTS = {Severity.INFO: 0.0, Severity.WARNING: 1.0, Severity.ERROR: 3.0}


def contribution(code: str, weight: float, severity: Severity, findings: Sequence[Finding]) -> Contribution:
    """What a rule of this weight and severity adds, given its own findings.

    Possible: weight times 3 for a rule of severity ERROR, 1 for WARNING, 0 for INFO. Earned: all without a counting
    finding, half when its worst finding is milder than the rule, else nothing. How many findings does not matter.
    A rule that failed is worth nothing.
    """
    if not findings:
        return Contribution(code, weight * POINTS[severity], weight * POINTS[severity])
    if any(finding.outcome is Outcome.ERRORED for finding in findings):
        return Contribution(code, 0.0, 0.0)
    possible = weight * POINTS[severity]
    lost = max((POINTS[finding.severity] for finding in findings if finding.outcome is Outcome.VIOLATED), default=0.0)
    if lost == 0:
        return Contribution(code, possible, possible)
    return Contribution(code, possible, 0.0 if lost >= POINTS[severity] else possible / 2)


def score(contributions: Iterable[Contribution]) -> int:
    """Earned over possible in whole percent, rounded down; 100 when nothing could be earned."""
    listed = list(contributions)
    possible = math.fsum(item.weight for item in listed)
    earned = math.fsum(item.earned for item in listed)
    return FULL if possible == 0 else math.floor(FULL * earned / possible + 1e-9)


def verdict(findings: Iterable[Finding]) -> Verdict:
    """REJECTED with an error, ACCEPTED_WITH_WARNINGS with a warning, else ACCEPTED. Only violations count."""
    severities = {finding.severity for finding in findings if finding.outcome is Outcome.VIOLATED}
    if Severity.ERROR in severities:
        return Verdict.REJECTED
    return Verdict.ACCEPTED_WITH_WARNINGS if Severity.WARNING in severities else Verdict.ACCEPTED

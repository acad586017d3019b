"""One report of an entry: what the rules of its text say, and what those that see its glossary say."""

from collections.abc import Sequence

from rules import engine, scoring
from rules.entry import Entry
from rules.marks import Contribution, Finding, Report
from rules.profiles import Profile
from rules.reading import Reading
from rules.web import judging


def merged(report: Report, found: Sequence[Finding], profile: Profile, entry: Entry) -> Report:
    """The report of the text and entry rules, with the findings of the web rules under the same profile.

    Every web rule that the profile enables and that judges the entry counts in the score, also when it found nothing.
    """
    case = Reading(entry, profile.style, profile.limits).case
    judges = judging.of_case(judging.judges(profile), case)
    added = (
        scoring.contribution(
            rule.code, rule.weight, setting.severity, [one for one in found if one.rule_code == rule.code]
        )
        for rule, setting in judges
    )
    contributions = sorted((*report.contributions, *added), key=_code)
    findings = sorted((*report.findings, *found), key=engine.place)
    return Report(
        findings=tuple(findings),
        contributions=tuple(contributions),
        score=scoring.score(contributions),
        verdict=scoring.verdict(findings),
        rule_count=len(contributions),
        profile_fingerprint=report.profile_fingerprint,
    )


def _code(contribution: Contribution) -> str:
    return contribution.code

"""Runs the rules of a profile over one entry and says what they found."""

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from rules import fingerprints, plan, scoring
from rules.entry import Entry
from rules.kit import Outcome, Severity, Verdict
from rules.marks import Contribution, Evidence, Finding, Hit, Report, Span, TextEdit
from rules.plan import Plan, Step
from rules.profiles import Profile, Setting
from rules.reading import Reading
from rules.rule import Rule

__all__ = ["Contribution", "Entry", "Evidence", "Finding", "Report", "Span", "TextEdit", "check", "evaluate"]

RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
MILDER = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO, Severity.INFO: Severity.INFO}
MOST = 50
"""Findings of one rule on one entry; a text that earns more is not read to the end of the list anyway."""
FAILURE = "failure"
"""The argument of an ERRORED finding: what kind of error stopped the rule."""


def check(entry: Entry, profile: Profile, *, codes: Collection[str] | None = None) -> Report:
    """What the enabled rules of the profile say of the entry; only those in `codes` when given.

    Pure, and linear in the length of the text. A rule that fails becomes a finding with outcome ERRORED. Findings stand
    most severe first, then by place, then by code.
    """
    reading = Reading(entry, profile.style, profile.limits)
    chosen = profile.plan(reading.case, entry.locale)
    return _report(reading, chosen if codes is None else chosen.limited(codes), profile.fingerprint)


def evaluate(entry: Entry, profile: Profile, *, rules: Iterable[Rule]) -> Report:
    """What these rules say of the entry, as far as the profile enables them. Their order does not matter."""
    reading = Reading(entry, profile.style, profile.limits)
    return _report(reading, plan.plan(rules, profile.setting, reading.case), profile.fingerprint)


def _report(reading: Reading, chosen: Plan, fingerprint: str) -> Report:
    found = {}
    for at in chosen.awake(reading.signs):
        step = chosen.steps[at]
        try:
            # Most rules find nothing in most texts, so nothing else may be done for them.
            hits = list(itertools.islice(step.rule.check(reading), MOST))
        except Exception as error:  # noqa: BLE001 a rule of ours or of a user must not stop the run
            hits = [Hit(outcome=Outcome.ERRORED, anchor="", arguments={FAILURE: type(error).__name__})]
        if hits:
            found[at] = _findings(step, reading, hits)
    if not found:
        return _clean(chosen, fingerprint)
    findings = [finding for of_rule in found.values() for finding in of_rule]
    contributions = _contributions(chosen, found)
    return Report(
        findings=tuple(sorted(findings, key=place)),
        contributions=contributions,
        score=scoring.score(contributions),
        verdict=scoring.verdict(findings),
        rule_count=len(contributions),
        profile_fingerprint=fingerprint,
    )


def _clean(chosen: Plan, fingerprint: str) -> Report:
    return Report(
        findings=(),
        contributions=chosen.clean,
        score=scoring.FULL,
        verdict=Verdict.ACCEPTED,
        rule_count=len(chosen.clean),
        profile_fingerprint=fingerprint,
    )


def _contributions(chosen: Plan, found: Mapping[int, Sequence[Finding]]) -> tuple[Contribution, ...]:
    made = list(chosen.clean)
    for at, findings in found.items():
        step = chosen.steps[at]
        made[at] = scoring.contribution(step.rule.code, step.rule.weight, step.setting.severity, findings)
    return tuple(made)


def _findings(step: Step, reading: Reading, hits: Sequence[Hit]) -> list[Finding]:
    rule = step.rule
    different = distinct(hits)
    identities = fingerprints.fingerprints(rule.code, reading.text, different)
    return [
        finding(rule, reading, step.setting, hit=hit, fingerprint=identity)
        for hit, identity in zip(different, identities, strict=True)
    ]


def distinct(hits: Iterable[Hit]) -> list[Hit]:
    """The hits by place, one for every span; of those without a span, one for every field and anchor."""
    chosen: dict[object, Hit] = {}
    for hit in hits:
        chosen.setdefault(hit.span or (hit.about, hit.anchor, tuple(hit.evidence)), hit)
    return sorted(chosen.values(), key=lambda hit: hit.span or Span(-1, -1))


def finding(rule: Rule, reading: Reading, setting: Setting, *, hit: Hit, fingerprint: str) -> Finding:
    """The hit as a finding: with its severity under this setting, and its identity."""
    return Finding(
        rule_code=rule.code,
        outcome=hit.outcome,
        severity=_severity(hit, setting),
        confidence=rule.confidence,
        fingerprint=fingerprint,
        arguments=MappingProxyType(dict(hit.arguments)),
        span=hit.span,
        excerpt=None if hit.span is None else hit.span.of(reading.text),
        evidence=hit.evidence,
        fix=hit.fix,
    )


def _severity(hit: Hit, setting: Setting) -> Severity:
    if hit.outcome is not Outcome.VIOLATED:
        return Severity.INFO
    return MILDER[setting.severity] if hit.is_mild else setting.severity


def place(finding: Finding) -> tuple[int, Span, str, str]:
    """By what findings are sorted: most severe first, then by place, then by code."""
    return RANKS[finding.severity], finding.span or Span(-1, -1), finding.rule_code, finding.fingerprint

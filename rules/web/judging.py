"""What the rules that see a web say of one definition."""

import itertools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from rules import catalogue, engine, fingerprints
from rules.kit import Outcome
from rules.marks import Finding, Hit
from rules.plan import Setting
from rules.profiles import Profile
from rules.reading import Case
from rules.rule import Rule
from rules.web.sight import Sight

Judge = tuple[Rule, Setting]
"""A rule that sees a web, and how the profile sets it."""


def judges(profile: Profile) -> tuple[Judge, ...]:
    """The rules that the profile enables, by code."""
    able = ((rule, profile.setting(rule.code)) for rule in catalogue.rules() if rule.judge is not None)
    return tuple((rule, setting) for rule, setting in able if setting.is_enabled)


def of_case(judges: Iterable[Judge], case: Case) -> tuple[Judge, ...]:
    """Those that judge entries of this case."""
    return tuple((rule, setting) for rule, setting in judges if rule.judges(case))


def awake(judges: Iterable[Judge], shown: Collection[str]) -> tuple[Judge, ...]:
    """Those that may have something to say of a definition that shows these signs (rules/web/signs.py)."""
    return tuple(
        (rule, setting)
        for rule, setting in judges
        if not rule.waits_for or any(sign in shown for sign in rule.waits_for)
    )


def findings(judges: Iterable[Judge], sight: Sight) -> tuple[Finding, ...]:
    """What they find, in the order of a report. A rule that fails becomes a finding with outcome ERRORED."""
    found: list[Finding] = []
    for rule, setting in judges:
        hits = _hits(rule, sight)
        if hits:
            found += _told(rule, setting, sight, hits)
    return tuple(sorted(found, key=engine.place) if len(found) > 1 else found)


def _hits(rule: Rule, sight: Sight) -> Sequence[Hit]:
    judge = rule.judge
    if judge is None:
        return ()
    try:
        return list(itertools.islice(judge(sight), engine.MOST))
    except Exception as error:  # noqa: BLE001 a rule must not stop the run
        return [Hit(outcome=Outcome.ERRORED, anchor="", arguments={engine.FAILURE: type(error).__name__})]


def _told(rule: Rule, setting: Setting, sight: Sight, hits: Sequence[Hit]) -> Iterable[Finding]:
    distinct = [_anchored(hit) for hit in engine.distinct(hits)]
    identities = fingerprints.fingerprints(rule.code, sight.reading.text, distinct)
    return [
        engine.finding(rule, sight.reading, setting, hit=hit, fingerprint=identity)
        for hit, identity in zip(distinct, identities, strict=True)
    ]


def _anchored(hit: Hit) -> Hit:
    """The identity of a finding about others is who they are, not where the text names them; without a place it is so anyway."""
    if hit.anchor is not None or hit.span is None or not hit.evidence:
        return hit
    return replace(hit, anchor="\n".join(item.excerpt for item in hit.evidence))

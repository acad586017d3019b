"""In sentence style every definition is a sentence about its term.

Fix: write `A … is a … that …`.
"""

from collections.abc import Iterable

from rules import circles
from rules.kit import Confidence, RuleScope, Severity, Style
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a text that neither restates the term nor opens with a subject that names it."""
    is_named = any(circles.is_subject(reading, found.span) for found in reading.own_term)
    if reading.restatement is None and not is_named and not _is_about_term(reading):
        yield Hit(anchor="", arguments={"term": reading.entry.term})


def _is_about_term(reading: Reading) -> bool:
    """Whether the first sentence names the term with a copula after it: *In law, a lease is*."""
    copulas = reading.words_of("copulas")
    following = (word for found in reading.own_term[:1] for word in reading.words if word.start >= found.span.end)
    return any(word.folded in copulas and word.end <= reading.sentences[0].end for word in following)


RULE = Rule(
    code="FRM-09",
    name="Unstated term",
    question="Is the definition a whole sentence about its term?",
    rationale="NL-SBB writes definitions as whole sentences; one phrase among them reads as a fragment.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("NL-SBB definitie",),
    locales=("en", "nl"),
    styles=(Style.SENTENCE,),
    revision=2,
    examples=(
        good("A lease is a contract by which a dwelling is let.", "en", term="lease", style=Style.SENTENCE),
        good("Has part relates a whole to its part.", "en", term="has part", style=Style.SENTENCE),
        bad("Contract by which a dwelling is let.", "en", term="lease", marked=None, style=Style.SENTENCE),
        good("Een huurder is een persoon die een woning huurt.", "nl", term="huurder", style=Style.SENTENCE),
        bad("Persoon die een woning gebruikt.", "nl", term="huurder", marked=None, style=Style.SENTENCE),
    ),
    check=check,
)

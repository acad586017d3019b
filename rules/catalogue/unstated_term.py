"""In sentence style every definition is a sentence about its term.

Fix: write `A … is a … that …`.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity, Style
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a text whose first sentence does not name the term with a verb after it."""
    if not _names_term(reading):
        yield Hit(anchor="", arguments={"term": reading.entry.term})


def _names_term(reading: Reading) -> bool:
    if reading.restatement is not None:
        return True
    found = reading.own_term
    copulas = reading.words_of("copulas")
    following = (word for word in reading.words if found and word.start >= found[0].span.end)
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
    examples=(
        good("A lease is a contract by which a dwelling is let.", "en", term="lease", style=Style.SENTENCE),
        bad("Contract by which a dwelling is let.", "en", term="lease", marked=None, style=Style.SENTENCE),
        good("Een huurder is een persoon die een woning huurt.", "nl", term="huurder", style=Style.SENTENCE),
        bad("Persoon die een woning gebruikt.", "nl", term="huurder", marked=None, style=Style.SENTENCE),
    ),
    check=check,
)

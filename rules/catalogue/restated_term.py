"""The term at the start makes a sentence of what should replace the term.

Fix: drop the term and the verb; start with the kind of thing.
"""

from collections.abc import Iterable

from rules import circles
from rules.kit import Confidence, RuleScope, Severity, Style
from rules.marks import Hit, Span, TextEdit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on `A lease is`, or `lease =`, at the start of a text on *lease*."""
    start = reading.restatement or circles.equation(reading)
    if start is not None:
        fix = TextEdit(Span(start.start, reading.next_word(start.end)), "")
        yield Hit(span=start, arguments={"start": start.of(reading.text), "term": reading.entry.term}, fix=fix)


RULE = Rule(
    code="FRM-08",
    name="Restated term",
    question="Does the text leave out the term it defines?",
    rationale="In phrase style a definition must fit wherever the term stands; whole sentences do not.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("ISO 704 substitution", "ISO 10241-1", "ASTRA STR-02", "ASTRA ARAI-06"),
    locales=("en", "nl"),
    styles=(Style.PHRASE,),
    has_fix=True,
    waits_for_lists=("copulas",),
    waits_for=("=", ":", "–", "—"),
    revision=2,
    examples=(
        good("contract by which a dwelling is let", "en", term="lease"),
        bad("A lease is a contract by which a dwelling is let", "en", term="lease", marked="A lease is"),
        bad("lease: contract by which a dwelling is let", "en", term="lease", marked="lease:"),
        good("overeenkomst waarbij een woning wordt verhuurd", "nl", term="huurovereenkomst"),
        bad(
            "Een huurovereenkomst is een overeenkomst over een woning",
            "nl",
            term="huurovereenkomst",
            marked="Een huurovereenkomst is",
        ),
    ),
    check=check,
)

"""Legal run-up says that a definition follows; the entry says so already.

Fix: start with the kind of thing.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span, TextEdit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every phrase of run-up; at the start of the text with a fix that strips it."""
    for span in reading.find("boilerplate"):
        fix = None
        if span.start == reading.body.start:
            fix = TextEdit(Span(span.start, reading.next_word(span.end)), "")
        yield Hit(span=span, arguments={"phrase": span.of(reading.text)}, fix=fix)


RULE = Rule(
    code="FRM-24",
    name="Boilerplate",
    question="Does the text come straight to the point?",
    rationale="Words that every definition could carry tell nothing about this one.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("Aanwijzingen voor de regelgeving 5.1",),
    locales=("en", "nl"),
    lexicons=("boilerplate",),
    needs_phrase=True,
    has_fix=True,
    examples=(
        good("person entitled to a dwelling under this Act", "en", term="tenant"),
        bad(
            "for the purposes of this Act, person who rents", "en", term="tenant", marked="for the purposes of this Act"
        ),
        good("persoon die onder bewind is gesteld", "nl", term="curandus"),
        bad(
            "onder huurder wordt verstaan een persoon die huurt",
            "nl",
            term="tenant",
            marked="onder huurder wordt verstaan",
        ),
    ),
    check=check,
)

"""A definition that is read to the end fits one breath; the rest belongs in a note.

Fix: keep what sets the concept apart and move the rest to a note.
"""

import re
from collections.abc import Iterable, Sequence

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good

HIDDEN = re.compile(r"<[^<>]{1,300}>|https?://\S+")


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on everything after the last word that fits."""
    limit = reading.limit("FRM-04", "max_words")
    surplus = _visible(reading)[limit:] if len(reading.all_body_words) > limit else ()
    if surplus:
        arguments = {"count": str(limit + len(surplus)), "limit": str(limit)}
        yield Hit(span=Span(surplus[0].start, surplus[-1].end), anchor="", arguments=arguments)


def _visible(reading: Reading) -> Sequence[tokens.Word]:
    """The words that a reader sees: those within a tag or an address count for none."""
    hidden = [match.span() for match in HIDDEN.finditer(reading.text)]
    return [word for word in reading.all_body_words if not any(start <= word.start < end for start, end in hidden)]


RULE = Rule(
    code="FRM-04",
    name="Too long",
    question="Can the text be read in one breath?",
    rationale="Long definitions usually carry explanation, examples or a second concept.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("ISO/IEC 11179-4 A3", "ASTRA INT-01", "ASTRA VAL-LEN-002", "ASTRA STR-ORG-001"),
    parameters=(Parameter("max_words", 40, 10, 500),),
    revision=2,
    examples=(
        good(
            "contract by which one party gives the other the use of a dwelling in return for rent", "en", term="lease"
        ),
        bad(f"{'word ' * 40}surplus", "en", marked="surplus"),
        good("overeenkomst waarbij de ene partij de andere het gebruik van een woning verschaft", "nl", term="huur"),
        bad(f"{'woord ' * 40}te veel", "nl", marked="te veel"),
    ),
    check=check,
)

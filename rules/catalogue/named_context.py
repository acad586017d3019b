"""The setting in which a definition holds is recorded beside it; in the text it is said twice.

Fix: leave it out of the text, or take it out of the contexts when the concept cannot do without it.
"""

from collections.abc import Iterable

from rules import tokens
from rules.entry import Context
from rules.kit import Confidence, ContextKind, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

SHORTEST = 2  # letters of a name


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every name of a context of the entry, as whole words in the same capitals."""
    for context in reading.entry.contexts:
        wanted = [word.text for word in tokens.words(context.name)]
        if sum(map(len, wanted)) < SHORTEST:
            continue
        for at in range(len(reading.words) - len(wanted) + 1):
            piece = reading.words[at : at + len(wanted)]
            if [word.text for word in piece] == wanted:
                yield Hit(span=Span(piece[0].start, piece[-1].end), arguments={"context": context.name})


RULE = Rule(
    code="ENT-20",
    name="Context named in the text",
    question="Does the text do without naming the setting it is recorded for?",
    rationale="A text that names its setting cannot be shared with another one, though the concept may be the same.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    references=("ASTRA CON-01",),
    is_opt_in=True,
    examples=(
        good(
            "person who takes part in an om chant",
            "en",
            term="tax return",
            contexts=(Context(ContextKind.ORGANISATIONAL, "OM"),),
            note="the name counts in its own capitals only",
        ),
        bad(
            "statement of income to the Tax Office",
            "en",
            term="tax return",
            contexts=(Context(ContextKind.ORGANISATIONAL, "Tax Office"),),
            marked="Tax Office",
        ),
        good(
            "verzoek om een vergoeding",
            "nl",
            term="claim",
            contexts=(Context(ContextKind.ORGANISATIONAL, "OM"),),
        ),
        bad(
            "opgave van inkomen bij de Belastingdienst",
            "nl",
            term="aangifte",
            contexts=(Context(ContextKind.ORGANISATIONAL, "Belastingdienst"),),
            marked="Belastingdienst",
        ),
    ),
    check=check,
)

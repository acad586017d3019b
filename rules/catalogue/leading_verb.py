"""A text that starts with its verb answers the term instead of replacing it.

Fix: drop the verb and start with the kind of thing.
"""

from collections.abc import Iterable

from rules import expansions, lexicon
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span, TextEdit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a copula or verb of defining that opens the text."""
    verb = None if reading.restatement else reading.opening("leading_verbs", reading.body.start)
    if (
        verb is not None
        and not _is_noun(reading, verb)
        and not _is_term(reading, verb)
        and not expansions.is_expansion(reading)
    ):
        rest = reading.next_word(verb.end)
        fix = TextEdit(Span(verb.start, rest), "")
        yield Hit(span=verb, arguments={"word": verb.of(reading.text)}, fix=fix)


def _is_term(reading: Reading, verb: Span) -> bool:
    """Whether the verb belongs to the term, as in a text on *has part*."""
    return any(found.span.start <= verb.start < found.span.end for found in reading.own_term)


def _is_noun(reading: Reading, verb: Span) -> bool:
    if reading.text.startswith(",", verb.end):
        return False
    following = next((word.folded for word in reading.words if word.start >= verb.end), "")
    nouns = lexicon.table(reading.language, "verb_nouns")
    return following in nouns.get(verb.of(reading.text).casefold(), "").split()


RULE = Rule(
    code="FRM-07",
    name="Leading verb",
    question="Does the text start with a kind of thing rather than with a verb?",
    rationale="A definition stands where the term could stand; 'means a person who' cannot.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("ISO 704 substitution", "ASTRA STR-01", "ASTRA STR-05", "ASTRA ARAI-01", "ASTRA ARAI-06"),
    locales=("en", "nl"),
    lexicons=("leading_verbs",),
    needs_phrase=True,
    has_fix=True,
    revision=4,
    examples=(
        good("means of transport on two wheels", "en", term="bicycle"),
        good(
            "Has part relates a whole to its part", "en", term="has part", note="the term itself starts with the verb"
        ),
        bad("means any person who rents a dwelling", "en", term="tenant", marked="means"),
        good("persoon die een woning huurt", "nl", term="huurder"),
        bad("betekent een persoon die een woning huurt", "nl", term="huurder", marked="betekent"),
    ),
    check=check,
)

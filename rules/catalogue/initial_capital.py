"""A phrase that can stand inside a sentence starts with a small letter.

Fix: write the first letter small.
"""

from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity, Style
from rules.marks import Hit, Span, TextEdit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a capital at the start of a single phrase, when its word is no name."""
    for word in reading.words[:1]:
        is_capital = word.start == reading.body.start and word.text[:1].isupper() and not word.text[1:2].isupper()
        if is_capital and len(reading.sentences) == 1 and not _is_name(reading, word):
            letter = Span(word.start, word.start + 1)
            yield Hit(span=letter, anchor="", arguments={"word": word.text}, fix=TextEdit(letter, word.text[0].lower()))


def _is_name(reading: Reading, word: tokens.Word) -> bool:
    """Whether the word is a name: next to another capital, in a label with its capital, or unknown as a plain word."""
    following = reading.words[1:2]
    is_run = bool(following) and following[0].text[0].isupper()
    is_label = any(word.text == other.text for label in reading.entry.labels for other in tokens.words(label))
    is_adjective = word.folded in reading.words_of("capitalised")
    return is_run or is_label or is_adjective or not tokens.is_plain(word.folded, reading.language)


RULE = Rule(
    code="FRM-14",
    name="Initial capital",
    question="Does the phrase start with a small letter?",
    rationale="Standards print definitions so, and a reader sees at once what is a name; dictionaries often do otherwise.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO/IEC Directives Part 2", "ISO 10241-1"),
    locales=("en", "nl"),
    styles=(Style.PHRASE,),
    is_opt_in=True,
    has_fix=True,
    waits_for=(Fact.CAPITAL,),
    examples=(
        good("Dutch law on tenancy", "en"),
        good("Amsterdam house on a canal", "en"),
        bad("Person who rents a dwelling", "en", marked="P"),
        good("Nederlandse wet over huur", "nl"),
        bad("Persoon die een woning huurt", "nl", marked="P"),
    ),
    check=check,
)

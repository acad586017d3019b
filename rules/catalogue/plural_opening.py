"""A term in the singular is one thing; a text that opens in the plural defines many.

Fix: write the kind of thing in the singular.
"""

from collections.abc import Iterable, Sequence

from rules import plurals, tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on a plural noun that opens the text of a singular term."""
    if reading.opening("leading_verbs", reading.body.start) is not None:
        return  # a verb in -s: FRM-07's
    for genus, head in zip(_genus(reading), reading.term_words[-1:], strict=False):
        singular = plurals.singular(genus, reading.language)
        if singular is not None and _is_noun(reading, genus) and not _may_be_plural(reading, head.folded):
            arguments = {"plural": genus.text, "singular": singular}
            yield Hit(span=genus.span, anchor="", arguments=arguments)


def _genus(reading: Reading) -> Sequence[tokens.Word]:
    """The first word; in English the second when it ends the noun phrase: *artificial roots placed*, *brick walls of*."""
    first, second, third = (*reading.body_words[:3], None, None, None)[:3]
    if reading.language == "en" and first is not None and second is not None and _is_end(reading, third):
        is_adjective = first.folded not in reading.words_of("function_words") and not first.folded.endswith(
            ("s", "ing")
        )
        if is_adjective and second.folded.endswith("s"):
            return (second,)
    return reading.body_words[:1]


def _is_end(reading: Reading, word: tokens.Word | None) -> bool:
    return word is None or word.folded in reading.words_of("function_words") or word.folded.endswith("ed")


def _is_noun(reading: Reading, word: tokens.Word) -> bool:
    """Not a verb, as in *is a contract* or *het zakken van de bodem*, nor a domain in brackets."""
    is_verb = word.folded in reading.words_of("function_words") or reading.all_body_words[0].folded == "het"
    return not is_verb and reading.text[word.start - 1 : word.start] != "("


def _may_be_plural(reading: Reading, word: str) -> bool:
    return word.endswith(plurals.ENDINGS[reading.language]) or word in reading.words_of("plural_only")


RULE = Rule(
    code="CNT-23",
    name="Plural opening",
    question="Are the term and the kind of thing both in the singular?",
    rationale="The text cannot replace the term, and whether one thing or the whole heap is meant stays open.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO/IEC 11179-4 R1", "ASTRA VER-02"),
    locales=("en", "nl"),
    revision=2,
    examples=(
        good("screen that keeps the sun out of a room", "en", term="sun blind"),
        bad("screens that keep the sun out of a room", "en", term="sun blind", marked="screens"),
        good("constructie die de zon uit een ruimte houdt", "nl", term="zonwering"),
        bad("constructies die de zon uit een ruimte houden", "nl", term="zonwering", marked="constructies"),
    ),
    check=check,
)

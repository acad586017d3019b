"""The words of a term in another order say what the term says already.

Fix: add what sets the concept apart.
"""

import itertools
from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

ENOUGH = 3  # other content words: terminology.md 2.3
FEWEST = 2  # content words of a compound term
MOST = 50  # words; a text with more of them says more than its term


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when every content word of a compound term comes back with hardly any other content word; mild with one or two."""
    own = _content_keys(reading, reading.term_words) if len(reading.term_words) > 1 else set()
    if len(own) < FEWEST:
        return
    said = _said(reading, own)
    if own <= said and not reading.repeats_label and not reading.own_term:
        arguments = {"term": reading.entry.term}
        yield Hit(span=reading.body, anchor="", arguments=arguments, is_mild=len(said) > len(own))


def _said(reading: Reading, own: set[str]) -> set[str]:
    """The keys of the content words; none as soon as enough of them are not `own`."""
    said: set[str] = set()
    for word in reading.content_words[:MOST]:
        said.add(tokens.key(word.folded, reading.language))
        if len(said - own) == ENOUGH:
            return set()
    return said


def _content_keys(reading: Reading, words: Iterable[tokens.Word]) -> set[str]:
    function_words = reading.words_of("function_words")
    chosen = itertools.islice((word for word in words if word.folded not in function_words), MOST)
    return {tokens.key(word.folded, reading.language) for word in chosen}


RULE = Rule(
    code="CNT-04",
    name="Paraphrase of the term",
    question="Does the text say more than the words of the term?",
    rationale="'Hearing that is open' tells nothing about an open hearing that its name does not.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 circularity",),
    locales=("en", "nl"),
    examples=(
        good("hearing that the public may attend", "en", term="open hearing"),
        bad("hearing that is open", "en", term="open hearing", marked="hearing that is open"),
        good("woning met een huurprijs onder de wettelijke grens", "nl", term="sociale huurwoning"),
        bad("huurwoning die sociaal is", "nl", term="sociale huurwoning", marked="huurwoning die sociaal is"),
    ),
    check=check,
)

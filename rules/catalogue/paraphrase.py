"""The words of a term in another order say what the term says already.

Fix: add what sets the concept apart.
"""

import itertools
from collections.abc import Iterable
from functools import lru_cache

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

ENOUGH = 3  # other content words: terminology.md 2.3
FEWEST = 2  # content words of a compound term
LONG = 8  # letters of a compound
SHORTEST = 4  # letters of a part
LINKS = 4  # letters that join or end the parts
MOST = 50  # words; a text with more of them says more than its term


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when every content word of a compound term comes back with hardly any other content word; mild with one or two."""
    if len(reading.term_words) == 1 and reading.language == "nl":
        yield from _compound(reading)
        return
    own = _content_keys(reading, reading.term_words) if _may_return(reading) else set()
    if len(own) < FEWEST:
        return
    said = _said(reading, own)
    if own <= said and not reading.repeats_label and not reading.own_term:
        arguments = {"term": reading.entry.term}
        yield Hit(span=reading.body, anchor="", arguments=arguments, is_mild=len(said) > len(own))


def _may_return(reading: Reading) -> bool:
    """Whether the term has several words and, in English, each has one in the text that starts alike: stems cost 50 µs each."""
    if len(reading.term_words) == 1 or reading.language != "en":
        return len(reading.term_words) > 1
    said = {tokens.initial(word.folded, "en") for word in reading.content_words[:MOST]}
    function_words = reading.words_of("function_words")
    return all(
        word.folded in function_words or tokens.initial(word.folded, "en") in said for word in reading.term_words[:MOST]
    )


def _compound(reading: Reading) -> Iterable[Hit]:
    """One hit when the content words of the text are the parts of a Dutch compound: *scherm tegen geluid* for *geluidsscherm*."""
    term, words = reading.term_words[0].folded, reading.content_words[: FEWEST + ENOUGH]
    if len(term) < LONG or len(words) >= FEWEST + ENOUGH or reading.repeats_label or reading.own_term:
        return
    parts = {part for word in words for part in _part(term, word.folded)}
    others = sum(not _part(term, word.folded) for word in words)
    if len(parts) >= FEWEST and sum(map(len, parts)) + LINKS >= len(term):
        yield Hit(span=reading.body, anchor="", arguments={"term": reading.entry.term}, is_mild=others > 0)


def _part(term: str, word: str) -> tuple[str, ...]:
    """The piece of the term that the word is a form of: the word itself, or without its ending of number or verb."""
    forms = (word, word.removesuffix("en"), word.removesuffix("s"), word.removesuffix("e"))
    return tuple(form for form in forms if len(form) >= SHORTEST and form in term)[:1]


def _said(reading: Reading, own: set[str]) -> set[str]:
    """The keys of the content words; none as soon as enough of them are not `own`."""
    said: set[str] = set()
    for word in reading.content_words[:MOST]:
        said.add(_root(word.folded, reading.language))
        if len(said - own) == ENOUGH:
            return set()
    return said


def _content_keys(reading: Reading, words: Iterable[tokens.Word]) -> set[str]:
    function_words = reading.words_of("function_words")
    chosen = itertools.islice((word for word in words if word.folded not in function_words), MOST)
    return {_root(word.folded, reading.language) for word in chosen}


@lru_cache(maxsize=10_000)
def _root(word: str, language: str) -> str:
    """What a noun shares with its verb, *assess* of *assessment*: the stem of its lemma. All words of a term must return, so it may be rough."""
    return tokens.stemmer(language)(tokens.key(word, language).removeprefix("~"))


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
    revision=2,
    examples=(
        good("hearing that the public may attend", "en", term="open hearing"),
        bad("hearing that is open", "en", term="open hearing", marked="hearing that is open"),
        good("woning met een huurprijs onder de wettelijke grens", "nl", term="sociale huurwoning"),
        good("scherm langs een weg dat verkeer dempt", "nl", term="geluidsscherm"),
        bad("scherm tegen geluid", "nl", term="geluidsscherm", marked="scherm tegen geluid"),
        bad("huurwoning die sociaal is", "nl", term="sociale huurwoning", marked="huurwoning die sociaal is"),
    ),
    check=check,
)

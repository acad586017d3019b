"""A reminder to write a text is not a text.

Fix: write the definition.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rules import lexicon, tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

UNFINISHED = re.compile(
    r"(?:still (?:under|to be|being)|awaiting|waiting for|under (?:discussion|construction|review)\b|to be (?:determined|defined|decided"
    r"|agreed|confirmed|discussed|added|completed|drafted|written|supplied|specified)|not yet (?:defined|determined|agreed|decided|known)"
    r"|definition (?:to follow|follows|missing|pending|needed)|insert (?:definition|text)"
    r"|nog (?:nader )?te (?:bepalen|definiëren|omschrijven|schrijven|bespreken|beslissen)|nog in te vullen"
    r"|nog niet (?:bepaald|gedefinieerd|bekend|ingevuld|vastgesteld)|wacht(?:en)? op (?:reactie|besluit|akkoord|antwoord|input|overleg)"
    r"|in afwachting van (?:reactie|akkoord|overleg)|definitie (?:ontbreekt|volgt|nog)|hier (?:komt|invullen)|moet nog|wordt nog)(?!\w)",
    re.IGNORECASE,
)
# What somebody has still to do, in a text of a few words that speaks of itself or of who will write it.
TASK = re.compile(
    r"(?:(?:definition|text|wording|description|meaning|legal|definitie|tekst|omschrijving|wordt|moet|volgt|komt)(?: \w+){0,4} )"
    r"(?:to|be|follows?|missing|pending|needed|nog|later|volgt|ontbreekt)(?!\w)",
    re.IGNORECASE,
)
FEW = 8  # words
REMINDER = re.compile(r"(?<!\w)(?:TODO|TBD|FIXME|X{3,20}|(?i:lorem\sipsum))(?!\w)")


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the whole text is a placeholder or has no word at all, and on every TODO inside."""
    words = reading.all_body_words
    is_unfinished = bool(words) and _is_unfinished(reading, words)
    if not words or is_unfinished or (len(words) <= _longest() and _core(reading) in _placeholders()):
        yield Hit(span=reading.body, anchor="", arguments={"placeholder": reading.body.of(reading.text)})
    elif not reading.text.islower() or "lorem" in reading.text:
        for match in REMINDER.finditer(reading.text):
            yield Hit(span=Span(match.start(), match.end()), arguments={"placeholder": match[0]})


def _is_unfinished(reading: Reading, words: Sequence[tokens.Word]) -> bool:
    is_opening = UNFINISHED.match(reading.text, words[0].start) is not None
    return is_opening or (len(words) <= FEW and TASK.match(reading.text, words[0].start) is not None)


def _core(reading: Reading) -> str:
    return " ".join(word.folded for word in reading.all_body_words)


@cache
def _placeholders() -> frozenset[str]:
    listed = (item.phrase for language in lexicon.LANGUAGES for item in lexicon.phrases(language, "placeholders"))
    return frozenset(" ".join(word.folded for word in tokens.words(phrase)) for phrase in listed)


@cache
def _longest() -> int:
    return max(len(phrase.split()) for phrase in _placeholders())


RULE = Rule(
    code="FRM-20",
    name="Placeholder",
    question="Is the text a definition rather than a reminder to write one?",
    rationale="A placeholder passes for a definition in every count.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=(),
    lexicons=("placeholders",),
    weight=5.0,
    revision=2,
    examples=(
        good("price that is still to be determined by the parties", "en"),
        bad("To be determined.", "en", marked="To be determined."),
        bad("vehicle with two wheels TODO", "en", marked="TODO"),
        good("prijs die nog te bepalen is door partijen", "nl"),
        bad("nog in te vullen", "nl", marked="nog in te vullen"),
        bad("?", "nl", marked="?"),
    ),
    check=check,
)

"""Texts that stand in for a definition: placeholders, and mere references to another place."""

import re
from collections.abc import Sequence
from functools import cache

from rules import lexicon, tokens
from rules.marks import Span
from rules.reading import Reading

UNFINISHED = re.compile(
    r"(?:still (?:under|to be|being)|awaiting (?:input|approval|reply|feedback|review|decision|legal)|waiting for (?:input|approval|an? answer|reply|feedback|legal|comments|the)|under (?:discussion|construction|review)\b|to be (?:determined|defined|decided"
    r"|agreed|confirmed|discussed|added|completed|drafted|written|supplied|specified)|not yet (?:defined|determined|agreed|decided|known)"
    r"|to be (?:filled in|clarified|provided|elaborated|reviewed|established)|pending (?:approval|review|input|decision|feedback|a decision)"
    r"|(?:dummy|placeholder) (?:text|definition)"
    r"|(?:tbd|tbc|t\.b\.d\.) (?:by|after|with|in)|(?:check|discuss|agree|align) (?:this )?with (?:the )?(?:legal|team|working|business|owner)"
    r"|(?:text|definition|description) (?:will|is to|shall) (?:follow|be)|definition (?:to follow|follows|missing|pending|needed)|insert (?:definition|text)"
    r"|nog (?:nader )?te (?:bepalen|definiëren|omschrijven|schrijven|bespreken|beslissen)|(?:nog |nader |later )?in te vullen|nader te (?:bepalen|omschrijven|definiëren)|in (?:behandeling|bespreking) bij|volgt (?:na|later|zodra|nog|uit overleg)"
    r"|nog (?:afstemmen|overleggen|checken|navragen|bespreken|invullen|uitzoeken|aanvullen) (?:met|bij|door|in)|ligt (?:nog )?(?:bij|ter) (?:de|het|juridische|werkgroep|beoordeling)"
    r"|definitie (?:hier|nader|later|wordt|is nog|moet)|(?:vul|zet|schrijf) hier|wordt (?:later|binnenkort|spoedig) (?:aan|in|toe|ge|be|om)\w+"
    r"|nog niet (?:bepaald|gedefinieerd|bekend|ingevuld|vastgesteld)|wacht(?:en)? op (?:reactie|besluit|akkoord|antwoord|input|overleg)"
    r"|in afwachting van (?:reactie|akkoord|overleg)|definitie (?:ontbreekt|volgt|nog)|hier (?:komt|invullen)|moet nog|wordt nog)(?!\w)",
    re.IGNORECASE,
)
# What somebody has still to do, in a text of a few words that speaks of itself or of who will write it.
TASK = re.compile(
    r"(?:(?:definition|text|wording|description|definitie|tekst|omschrijving|wordt|moet|volgt|komt)(?: \w+){0,4} )"
    r"(?:to|be|follows?|missing|pending|needed|nog|later|volgt|ontbreekt)(?!\w)",
    re.IGNORECASE,
)
# *Definition for paragonite*: what somebody will fill in.
TEMPLATE = re.compile(
    r"(?:definition|description|meaning|definitie|omschrijving|betekenis) (?:for|of|van|voor) ", re.IGNORECASE
)
NONE = re.compile(
    r"(?:no|not an?|geen) (?:definition|description|text|definitie|omschrijving|tekst)(?: \w+){0,2}\.?", re.IGNORECASE
)
FEW = 8  # words
REMINDER = re.compile(r"(?<!\w)(?:TODO|TBD|FIXME|X{3,20}|(?i:lorem\sipsum))(?!\w)")
CITATION = re.compile(
    r"(?:articles?|art\.|sections?|annex|schedule|clause|chapter|paragraph|artikel(?:en)?|bijlage|paragraaf|hoofdstuk|lid)\s(?:\d|[IVX]+\b)|→|->|=>",
    re.IGNORECASE,
)


def is_standin(reading: Reading) -> bool:
    """Whether the text is no definition at all; whatever else is wrong with it does not matter."""
    return is_placeholder(reading) or reference(reading) is not None


def is_placeholder(reading: Reading) -> bool:
    """Whether the whole text is a reminder to write one, or has no word at all."""
    words = reading.all_body_words
    return (
        not words or _is_unfinished(reading, words) or (len(words) <= _longest() and _core(reading) in _placeholders())
    )


def reference(reading: Reading) -> Span | None:
    """What refers to another place, an arrow, a citation or a phrase such as *see*, at the start of a text with little else."""
    if len(reading.all_body_words) > reading.limit("CNT-19", "max_words"):
        return None
    cited = CITATION.match(reading.text, reading.body.start)
    if cited is not None:
        return Span(*cited.span())
    return reading.opening("reference_only", reading.body.start) if reading.language in lexicon.LANGUAGES else None


def _is_unfinished(reading: Reading, words: Sequence[tokens.Word]) -> bool:
    is_opening = UNFINISHED.match(reading.text, words[0].start) is not None
    is_template = TEMPLATE.match(reading.text, words[0].start) is not None and _ends_in_label(reading, words)
    is_none = NONE.fullmatch(reading.text, words[0].start, reading.body.end) is not None
    return (
        is_opening
        or is_template
        or is_none
        or (len(words) <= FEW and TASK.match(reading.text, words[0].start) is not None)
    )


def _core(reading: Reading) -> str:
    return " ".join(word.folded for word in reading.all_body_words)


@cache
def _placeholders() -> frozenset[str]:
    listed = (item.phrase for language in lexicon.LANGUAGES for item in lexicon.phrases(language, "placeholders"))
    return frozenset(" ".join(word.folded for word in tokens.words(phrase)) for phrase in listed)


@cache
def _longest() -> int:
    return max(len(phrase.split()) for phrase in _placeholders())


def _ends_in_label(reading: Reading, words: Sequence[tokens.Word]) -> bool:
    """Whether all but the first two words are a label of the entry."""
    rest = [word.folded for word in words[2:]]
    return any(rest == [word.folded for word in tokens.words(label)] for label in reading.entry.labels)

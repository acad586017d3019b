"""A word that is one slip away from a known word is most often that word.

Fix: correct the spelling, or leave it if the word is right.
"""

from collections.abc import Iterable, Iterator

from rules import tokens
from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

SHORTEST = 6  # letters: shorter words are near too many others
LONGEST = 30  # letters: no known word has more, and each letter costs two look-ups
MOST = 20  # unknown words of a text that are looked at; each costs thirty look-ups


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every unknown word that differs from a known one by a doubled, missing double or swapped letter."""
    unknown = [word for word in reading.words if _is_unknown(reading, word)]
    for word in unknown[:MOST]:
        meant = next((other for other in _slips(word.folded) if tokens.is_plain(other, reading.language)), None)
        if meant is not None:
            yield Hit(span=word.span, arguments={"word": word.text, "meant": meant})


def _is_unknown(reading: Reading, word: tokens.Word) -> bool:
    is_candidate = SHORTEST <= len(word.text) <= LONGEST and word.text.isalpha() and word.text.islower()
    own = {other.folded for label in reading.entry.labels for other in tokens.words(label)} if is_candidate else set()
    return is_candidate and word.folded not in own and not tokens.is_plain(word.folded, reading.language)


def _slips(word: str) -> Iterator[str]:
    """The word with one letter less of a pair, one letter doubled, or two neighbours swapped."""
    for at in range(len(word)):
        if word[at : at + 1] == word[at + 1 : at + 2]:
            yield word[:at] + word[at + 1 :]
        else:
            yield word[: at + 1] + word[at:]
            yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


RULE = Rule(
    code="CNT-26",
    name="Spelling",
    question="Is every word spelled as it is known?",
    rationale="Search finds what is written; a quarter of the words of a trade stand in no list, so only near misses count.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.TEXT,
    status=RuleStatus.PREVIEW,
    references=(),
    locales=("en", "nl"),
    examples=(
        good("contract for the accommodation of a person", "en"),
        bad("contract for the accomodation of a person", "en", marked="accomodation"),
        good("overeenkomst over het gebruik van een woning", "nl"),
        bad("overeenkomst over het gebriuk van een woning", "nl", marked="gebriuk"),
    ),
    check=check,
)

"""A language tag that no standard knows hides the text from every reader of that language.

Fix: use a tag such as nl, en or en-GB.
"""

from collections.abc import Iterable
from functools import lru_cache

import langcodes

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Evidence, Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on an entry whose language tag is missing, malformed or not registered."""
    locale = reading.entry.locale
    if not _is_valid(locale):
        case = "invalid" if locale.strip() else "missing"
        yield Hit(about="locale", arguments={"locale": locale, "case": case}, evidence=(Evidence(locale),))


@lru_cache(maxsize=1_000)
def _is_valid(locale: str) -> bool:
    return langcodes.tag_is_valid(locale.replace("_", "-"))


RULE = Rule(
    code="TRM-06",
    name="Invalid language tag",
    question="Does the language tag name a language?",
    rationale="BCP 47: programs choose texts, word lists and voices by the tag; one they do not know chooses nothing.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("BCP 47", "qSKOS oilt", "NL-SBB"),
    judges_blank=True,
    examples=(
        good("contract on a dwelling", "en", term="lease"),
        good("contract on a dwelling", "en-GB", term="lease"),
        bad("contract on a dwelling", "en-british", term="lease", marked=None),
        good("overeenkomst over een woning", "nl", term="huur"),
        bad("overeenkomst over een woning", "nl-vlaams", term="huur", marked=None),
    ),
    check=check,
)

"""A translation that is older than the text it translates may say what no longer holds.

Fix: read the translation against the new text and save it again.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from rules import locales
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Evidence, Hit
from rules.rule import EXAMPLE, Neighbour, Parameter, Rule, bad, good
from rules.web.sight import Sight
from rules.web.signs import Shown


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on a text that is older than that in the first language of the glossary, by more than one sitting."""
    own, source = sight.item, sight.locales[:1]
    if own.text_changed_at is None or not source or locales.serves(own.entry.locale, source[0]):
        return
    sitting = timedelta(hours=sight.limit("ENT-10", "hours"))
    for other in sight.items_of(own.concept):
        changed = other.text_changed_at
        if (
            changed is not None
            and locales.serves(other.entry.locale, source[0])
            and changed > own.text_changed_at + sitting
        ):
            yield Hit(
                about="text",
                anchor=source[0],
                arguments={"locale": other.entry.locale, "date": changed.date().isoformat()},
                evidence=(Evidence(other.entry.term, other.id),),
            )
            return


EARLY, LATE = datetime(2026, 3, 1, 9, tzinfo=UTC), datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
MUCH_LATER = datetime(2026, 5, 1, tzinfo=UTC)
RULE = Rule(
    code="ENT-10",
    name="Stale translation",
    question="Was the text read again since the text in the first language changed?",
    rationale="Two languages of one concept must say one thing; after a change only a person can tell whether they do.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 equivalence",),
    parameters=(Parameter("hours", 1, 0, 8_760),),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            text_changed_at=EARLY,
            locales=("nl", "en"),
            others=(Neighbour(term="huur", text="overeenkomst", concept=EXAMPLE, locale="nl", text_changed_at=LATE),),
            note="both texts come from one sitting",
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            text_changed_at=EARLY,
            locales=("nl", "en"),
            others=(
                Neighbour(term="huur", text="overeenkomst", concept=EXAMPLE, locale="nl", text_changed_at=MUCH_LATER),
            ),
            marked=None,
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            text_changed_at=EARLY,
            locales=("nl", "en"),
            others=(
                Neighbour(term="lease", text="contract", concept=EXAMPLE, locale="en", text_changed_at=MUCH_LATER),
            ),
            note="this is the first language: the other follows it",
        ),
        bad(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            text_changed_at=EARLY,
            locales=("en", "nl"),
            others=(
                Neighbour(term="lease", text="contract", concept=EXAMPLE, locale="en-GB", text_changed_at=MUCH_LATER),
            ),
            marked=None,
        ),
    ),
    judge=judge,
    waits_for=(Shown.WANTED,),
)

"""A concept without a definition in a language of the glossary leaves the readers of that language out.

Fix: add a definition in that language.
"""

from collections.abc import Iterable, Sequence

from rules import locales
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.rule import EXAMPLE, Neighbour, Rule, bad, good
from rules.web.item import Item
from rules.web.sight import Sight
from rules.web.signs import Shown


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit for every wanted language in which the concept has no definition, on the first of those that it has."""
    if not sight.locales:
        return
    items = sight.items_of(sight.item.concept)
    if sight.item.id != _first(items, sight.locales).id:
        return
    for wanted in sight.locales:
        if not any(locales.serves(item.entry.locale, wanted) for item in items):
            yield Hit(about="locale", anchor=wanted, arguments={"locale": wanted})


def _first(items: Sequence[Item], wanted: Sequence[str]) -> Item:
    def rank(item: Item) -> tuple[int, str, str]:
        places = [place for place, one in enumerate(wanted) if locales.serves(item.entry.locale, one)]
        return min(places, default=len(wanted)), item.entry.locale, item.id

    return min(items, key=rank)


RULE = Rule(
    code="ENT-11",
    name="Missing language",
    question="Is the concept defined in every language of the glossary?",
    rationale="A glossary that promises two languages is incomplete where it has one.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.NEIGHBOURS,
    references=("qSKOS ilc",),
    judges_blank=True,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            term="lease",
            locales=("en", "nl"),
            others=(Neighbour(term="huur", text="overeenkomst", concept=EXAMPLE, locale="nl-NL"),),
        ),
        bad(
            "contract on a dwelling",
            "en",
            term="lease",
            locales=("nl", "en"),
            others=(Neighbour(term="verhuur", text="gebruik van een woning", locale="nl"),),
            marked=None,
        ),
        good(
            "overeenkomst over een woning",
            "nl",
            term="huur",
            locales=("nl", "en"),
            others=(
                Neighbour(term="lease", text="contract", concept=EXAMPLE, locale="en"),
                Neighbour(term="bail", text="contrat", concept=EXAMPLE, locale="fr"),
            ),
        ),
        bad("overeenkomst over een woning", "nl", term="huur", locales=("nl", "en"), marked=None),
    ),
    judge=judge,
    waits_for=(Shown.WANTED,),
)

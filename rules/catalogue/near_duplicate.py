"""Two texts that differ in a word that says nothing define one concept twice, and drift apart.

Fix: merge the concepts, or say what sets them apart.
"""

from collections.abc import Iterable

from rules.catalogue import same_text
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Parameter, Rule, bad, good
from rules.web.sight import Sight
from rules.web.signs import Shown

FEW = 5


def judge(sight: Sight) -> Iterable[Hit]:
    """One hit on an entry whose text is nearly that of another concept.

    A family is none: texts that differ in a number, a name, a label, a word of their own labels or a small word. Compared
    are texts that share the first or the second half of their content words, or all of them in another order, unless more
    than `crowd` do: those follow a formula.
    """
    found = [one.item for one in sight.like_texts(sight.limit("GLO-03", "percent"))]
    if not found:
        return
    of_siblings = {item.id for item in sight.like_siblings()}  # GLO-12 says it
    told = [item for item in found if item.id not in of_siblings and not same_text.is_declared(sight, item)]
    if told:
        terms = ", ".join(item.entry.term for item in told[:FEW])
        yield Hit(arguments={"terms": terms}, evidence=sight.evidence(told[:FEW]))


RULE = Rule(
    code="GLO-03",
    name="Near-duplicate",
    question="Does the text differ in substance from every other?",
    rationale="Copies of one definition are changed one at a time, and then disagree.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.NEIGHBOURS,
    references=("OOPS! P02", "ASTRA DUP_01", "ASTRA ESS-05"),
    parameters=(Parameter("percent", 92, 80, 99), Parameter("crowd", 50, 3, 1000)),
    examples=(
        good(
            "period of thirty days that starts on the day after 1 March of any year",
            "en",
            term="spring term",
            others=(
                Neighbour(
                    term="fall term", text="period of thirty days that starts on the day after 1 October of any year"
                ),
            ),
            note="a family: they differ in the name of a month",
        ),
        bad(
            "written contract by which the owner of a dwelling lends money to a bank",
            "en",
            term="mortgage",
            marked=None,
            others=(
                Neighbour(
                    term="pledge", text="written contract by which the owner of a dwelling lends moneys to the bank"
                ),
            ),
        ),
        good(
            "report that lists the work done under a permit that the state gave to a miner in the first year",
            "en",
            term="opening report",
            others=(
                Neighbour(
                    term="plan of works",
                    text="proposal that lists the work done under a permit that the state gave to a miner in the first year",
                ),
            ),
            note="each has a word of its own that says what sets it apart",
        ),
        good(
            "toestel dat water van een laag punt naar een hoog punt brengt door een schroef",
            "nl",
            term="schroefpomp",
            others=(
                Neighbour(
                    term="waaierpomp",
                    text="toestel dat water van een laag punt naar een hoog punt brengt door een waaier",
                ),
            ),
            note="they differ in a word of their own terms",
        ),
        bad(
            "toestel dat water van een laag punt naar een hoog punt brengt door druk",
            "nl",
            term="pomp",
            marked=None,
            others=(
                Neighbour(
                    term="lift", text="toestel dat het water van een laag punt naar een hoog punt brengt door druk"
                ),
            ),
        ),
    ),
    judge=judge,
    waits_for=(Shown.LIKE_TEXT,),
)

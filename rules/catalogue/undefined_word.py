"""A word of the trade that many definitions need is worth a definition of its own.

Fix: define the word, or use one that every reader knows.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.rule import Neighbour, Parameter, Rule, bad, good
from rules.web.sight import Sight


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on every word that no table of the language knows, that many texts use, and that no label has."""
    for span in sight.undefined():
        yield Hit(span=span, arguments={"word": span.of(sight.reading.text)})


RULE = Rule(
    code="GLO-06",
    name="Undefined word",
    question="Are the words of the trade that the text needs defined?",
    rationale="What insiders take for granted is what outsiders look up.",
    severity=Severity.INFO,
    confidence=Confidence.HINT,
    scope=RuleScope.GLOSSARY,
    references=("ISO 704",),
    locales=("en", "nl"),
    parameters=(Parameter("texts", 5, 2, 1000),),
    is_opt_in=True,
    examples=(
        good(
            "part of a microgridder",
            "en",
            term="coil",
            others=(
                *(Neighbour(term=f"part {one}", text="part of a microgridder") for one in "abcd"),
                Neighbour(term="microgridder", text="tool that cuts power"),
            ),
        ),
        bad(
            "part of a microgridder",
            "en",
            term="coil",
            marked="microgridder",
            others=tuple(Neighbour(term=f"part {one}", text="part of a microgridder") for one in "abcd"),
        ),
        good(
            "deel van een netwerkschakelkast",
            "nl",
            term="spoel",
            others=tuple(Neighbour(term=f"deel {one}", text="deel van een netwerkschakelkast") for one in "abc"),
            note="four texts are not many",
        ),
        bad(
            "deel van een netwerkschakelkast",
            "nl",
            term="spoel",
            marked="netwerkschakelkast",
            others=tuple(Neighbour(term=f"deel {one}", text="deel van een netwerkschakelkast") for one in "abcd"),
        ),
    ),
    judge=judge,
)

"""`As meant in article 1` defines only with the article beside it, as it read at that time.

Fix: record the act as a source, with its address or place.
"""

from collections.abc import Iterable

from rules import citations
from rules.entry import Source
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every citation of an act when no source of the entry leads to it."""
    sources = reading.entry.sources
    for span, number in citations.citations(reading.text, reading.language):
        if not any(_leads_to(source, number) for source in sources):
            yield Hit(span=span, arguments={"citation": span.of(reading.text)})


def _leads_to(source: Source, number: str) -> bool:
    return source.url is not None or source.locator is not None or number in source.title


RULE = Rule(
    code="LEG-04",
    name="Citation without its source",
    question="Can the article that the text cites be found from the entry?",
    rationale="Acts are renumbered; without the version the citation will one day lead to another rule.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    references=("Aanwijzingen voor de regelgeving 5.1", "EU Joint Practical Guide 16"),
    locales=("en", "nl"),
    is_opt_in=True,
    examples=(
        good(
            "consumer as meant in article 1 of the Act",
            "en",
            sources=(Source("Consumer Act", url="https://example.org/act/2024"),),
        ),
        bad("consumer as meant in article 1 of the Act", "en", marked="article 1"),
        good("afnemer als bedoeld in artikel 1 van de wet", "nl", sources=(Source("Warmtewet, artikel 1"),)),
        bad("afnemer als bedoeld in artikel 1 van de wet", "nl", sources=(Source("Warmtewet"),), marked="artikel 1"),
    ),
    check=check,
)

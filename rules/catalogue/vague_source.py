"""`The act` is a source that nobody can open.

Fix: name the act with its article, or the document with its address.
"""

from collections.abc import Iterable

from rules import tokens
from rules.entry import Source
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Evidence, Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every source that is nothing but a word for a kind of document, without address or place."""
    for source in reading.entry.sources:
        if source.url is None and source.locator is None and _is_vague(reading, source):
            yield Hit(
                about="sources",
                anchor=source.title,
                arguments={"source": source.title},
                evidence=(Evidence(source.title),),
            )


def _is_vague(reading: Reading, source: Source) -> bool:
    words = [word.folded for word in tokens.words(source.title)]
    kinds = reading.words_of("kinds_of_source") | reading.words_of("articles")
    return bool(words) and all(word in kinds for word in words)


RULE = Rule(
    code="ENT-23",
    name="Vague source",
    question="Can a reader find the place that the source names?",
    rationale="A source is there to be looked up; a kind of document cannot be.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    references=("ASTRA CON-02",),
    locales=("en", "nl"),
    is_opt_in=True,
    judges_blank=True,
    examples=(
        good("contract on a dwelling", "en", sources=(Source("Civil Code, Book 7, article 201"),)),
        bad("contract on a dwelling", "en", sources=(Source("the law"),), marked=None),
        good("overeenkomst over een woning", "nl", sources=(Source("Burgerlijk Wetboek Boek 7, artikel 201"),)),
        bad("overeenkomst over een woning", "nl", sources=(Source("de wet"),), marked=None),
    ),
    check=check,
)

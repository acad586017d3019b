"""A process that opens as a result, or a result that opens as a process, is half of two concepts.

Fix: start with the kind that the category names, or correct the category.
"""

from collections.abc import Iterable

from rules.kit import Category, Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

LISTS = {
    Category.PROCESS: "process_openings",
    Category.RESULT: "result_openings",
    Category.INSTANCE: "instance_openings",
    Category.TYPE: "type_openings",
}


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on an opening word that belongs to another category than the entry's, and not to that one too."""
    category = reading.entry.category
    for word in reading.body_words[:1]:
        found = [other for other, name in LISTS.items() if word.folded in reading.words_of(name)]
        if category is not None and found and category not in found:
            arguments = {"word": word.text, "category": category.value.casefold(), "other": found[0].value.casefold()}
            yield Hit(span=word.span, anchor="", arguments=arguments)


RULE = Rule(
    code="ENT-21",
    name="Other category than recorded",
    question="Does the text open with the kind of thing that the category names?",
    rationale="One word for the act and for what comes of it is the commonest double meaning in administration.",
    severity=Severity.INFO,
    confidence=Confidence.LIKELY,
    scope=RuleScope.ENTRY,
    references=("ASTRA ESS-02",),
    locales=("en", "nl"),
    applies_to=tuple(LISTS),
    examples=(
        good("act in which an official compares data", "en", term="check", category=Category.PROCESS),
        bad("outcome of a comparison", "en", term="check", category=Category.PROCESS, marked="outcome"),
        good("handeling waarbij een ambtenaar gegevens vergelijkt", "nl", term="controle", category=Category.PROCESS),
        bad("uitkomst van een vergelijking", "nl", term="controle", category=Category.PROCESS, marked="uitkomst"),
    ),
    check=check,
)

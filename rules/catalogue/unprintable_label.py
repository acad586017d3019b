"""Invisible characters make two equal labels differ.

Fix: type the label again.
"""

import re
from collections.abc import Iterable

from rules import characters
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact

UNPRINTABLE = re.compile(rf"{characters.INVISIBLE.pattern}|[\r\n]")


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every label with control or format characters; a line end counts as one."""
    for at, label in enumerate(reading.entry.labels):
        found = UNPRINTABLE.search(label)
        if found is not None and not characters.is_joiner(label, found.start()):
            arguments = {"label": UNPRINTABLE.sub("�", label), "characters": characters.names(found[0])}
            yield Hit(about="term" if at == 0 else "designations", anchor=label, arguments=arguments)


RULE = Rule(
    code="TRM-05",
    name="Unprintable label",
    question="Is every character of every label visible?",
    rationale="Search and comparison miss a label with a character that nobody sees.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("qSKOS ucil",),
    judges_blank=True,
    waits_for=(Fact.UNPRINTABLE_LABEL,),
    examples=(
        good("contract on a dwelling", "en", term="lease of land"),
        bad("contract on a dwelling", "en", term="lea\u200bse", marked=None),
        good("overeenkomst over een woning", "nl", term="huur"),
        bad("overeenkomst over een woning", "nl", term="hu\u00adur", marked=None),
    ),
    check=check,
)

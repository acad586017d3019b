"""A Cyrillic letter among Latin ones looks right and is not found.

Fix: type the label again.
"""

import unicodedata
from collections.abc import Iterable

from rules import tokens
from rules.entry import Designation
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact

GREEK_TWINS = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")  # other Greek letters stand in names of science on purpose


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every label with a word that mixes Latin letters with their twins of another script."""
    for at, label in enumerate(reading.entry.labels):
        if label.isascii():
            continue
        word = next((word for word in tokens.words(label) if _is_mixed(word.text)), None)
        if word is not None:
            arguments = {"label": label, "word": word.text}
            yield Hit(about="term" if at == 0 else "designations", anchor=label, arguments=arguments)


def _is_mixed(word: str) -> bool:
    scripts = {_script(letter) for letter in word}
    return "LATIN" in scripts and not scripts.isdisjoint({"CYRILLIC", "GREEK"})


def _script(letter: str) -> str:
    script = unicodedata.name(letter, "").partition(" ")[0]
    return "" if script == "GREEK" and letter not in GREEK_TWINS else script


RULE = Rule(
    code="TRM-17",
    name="Mixed scripts",
    question="Is every word of every label written in one script?",
    rationale="Search compares characters, not shapes; and twins serve to deceive.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("Unicode UTS 39",),
    judges_blank=True,
    waits_for=(Fact.WIDE_LABEL,),
    examples=(
        good("ray of helium nuclei", "en", term="α-radiation", designations=(Designation("αβ-ray"),)),
        bad("contract on a dwelling", "en", term="le\u0430se", marked=None, note="with a Cyrillic a"),
        good("straal van heliumkernen", "nl", term="α-straling"),
        bad("overeenkomst over een woning", "nl", term="\u041duur", marked=None, note="with a Cyrillic N for the H"),
    ),
    check=check,
)

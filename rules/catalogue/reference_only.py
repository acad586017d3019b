"""A reference alone sends the reader away without an answer.

Fix: write the definition here and record the reference as its source.
"""

from collections.abc import Iterable

from rules import standins
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the text opens with a referring phrase and holds little else."""
    phrase = standins.reference(reading)
    if phrase is not None:
        yield Hit(span=reading.body, anchor="", arguments={"phrase": phrase.of(reading.text)})


RULE = Rule(
    code="CNT-19",
    name="Reference only",
    question="Does the text define by itself?",
    rationale="A definition stands alone; an entry that only points elsewhere is empty for the reader.",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("ISO/IEC 11179-4 A4", "ASTRA SAM-03", "ASTRA SAM-08"),
    locales=("en", "nl"),
    lexicons=("reference_only",),
    needs_phrase=True,
    waits_for=(
        "→",
        ">",
        "article",
        "articles",
        "art",
        "section",
        "sections",
        "annex",
        "schedule",
        "clause",
        "chapter",
        "paragraph",
        "artikel",
        "artikelen",
        "bijlage",
        "paragraaf",
        "hoofdstuk",
        "lid",
    ),
    parameters=(Parameter("max_words", 12, 2, 30),),
    revision=3,
    examples=(
        good("person who can see the sea", "en", term="beholder"),
        bad("see tenancy agreement", "en", term="lease", marked="see tenancy agreement"),
        good("persoon die een woning huurt", "nl", term="huurder"),
        bad("zie huurovereenkomst", "nl", term="huurcontract", marked="zie huurovereenkomst"),
    ),
    check=check,
)

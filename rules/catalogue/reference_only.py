"""A reference alone sends the reader away without an answer.

Fix: write the definition here and record the reference as its source.
"""

import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Parameter, Rule, bad, good

CITATION = re.compile(
    r"(?:articles?|art\.|sections?|annex|schedule|clause|chapter|paragraph|artikel(?:en)?|bijlage|paragraaf|hoofdstuk|lid)\s(?:\d|[IVX]+\b)|→|->|=>",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterable[Hit]:
    """One hit when the text opens with a referring phrase and holds little else."""
    phrase = reading.opening("reference_only", reading.body.start) or _citation(reading)
    if phrase is not None and len(reading.all_body_words) <= reading.limit("CNT-19", "max_words"):
        yield Hit(span=reading.body, anchor="", arguments={"phrase": phrase.of(reading.text)})


def _citation(reading: Reading) -> Span | None:
    """An article, annex or arrow at the start."""
    found = CITATION.match(reading.text, reading.body.start)
    return None if found is None else Span(*found.span())


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
        *(
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
        ),
        *("artikel", "artikelen", "bijlage", "paragraaf", "hoofdstuk", "lid"),
    ),
    parameters=(Parameter("max_words", 12, 2, 30),),
    revision=2,
    examples=(
        good("person who can see the sea", "en", term="beholder"),
        bad("see tenancy agreement", "en", term="lease", marked="see tenancy agreement"),
        good("persoon die een woning huurt", "nl", term="huurder"),
        bad("zie huurovereenkomst", "nl", term="huurcontract", marked="zie huurovereenkomst"),
    ),
    check=check,
)

"""An article in front puts the term under the wrong letter.

Fix: drop the article.
"""

from collections.abc import Iterable, Sequence

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good

LETTER = "A"  # in *A level* and *A battery* no article


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on the term or a designation that starts with an article; not on a name or a fixed phrase."""
    for at, label in enumerate(reading.entry.labels):
        words = tokens.words(label)
        if len(words) > 1 and words[0].folded in reading.words_of("articles") and not _is_fixed(reading, words):
            arguments = {"article": words[0].text, "label": label}
            yield Hit(about="term" if at == 0 else "designations", anchor=label, arguments=arguments)


def _is_fixed(reading: Reading, words: Sequence[tokens.Word]) -> bool:
    article, second = words[:2]
    is_name = second.text[0].isupper() and (article.text[0].isupper() or article.folded == "a")
    return (
        is_name or article.text == LETTER or f"{article.folded} {second.folded}" in reading.words_of("article_phrases")
    )


RULE = Rule(
    code="TRM-07",
    name="Leading article",
    question="Does the term stand without an article?",
    rationale="Terms are listed and searched by their first word.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("ISO 704 designations",),
    locales=("en", "nl"),
    judges_blank=True,
    waits_for_lists=("articles",),
    revision=2,
    examples=(
        good("city on the North Sea", "en", term="The Hague"),
        bad("contract on a dwelling", "en", term="the lease", marked=None),
        good("gemeente in Utrecht", "nl", term="De Bilt"),
        bad("overeenkomst over een woning", "nl", term="de huurovereenkomst", marked=None),
    ),
    check=check,
)

"""A phrase that replaces its term brings no article: the sentence around it has one.

Fix: drop the article.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity, Style
from rules.marks import Hit, Span, TextEdit
from rules.reading import Reading
from rules.rule import Rule, bad, good


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on an article that opens the text; not before `of`, `van` and such, nor before a verb used as a noun."""
    article, following = (*reading.all_body_words, None, None)[:2]
    if article is None or following is None or article.folded not in reading.words_of("articles"):
        return
    is_fixed = f"{article.folded} {following.folded}" in reading.words_of("article_phrases")
    is_verb = article.folded == "het" and following.folded.endswith("en")
    if not is_fixed and not is_verb and following.folded not in reading.words_of("function_words"):
        fix = TextEdit(Span(article.start, following.start), "")
        yield Hit(span=article.span, anchor="", arguments={"article": article.text}, fix=fix)


RULE = Rule(
    code="FRM-06",
    name="Article first",
    question="Does the phrase start without an article?",
    rationale="A convention of ISO standards, no fault: most dictionaries do write the article.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.TEXT,
    references=("ISO/IEC Directives Part 2", "ISO 10241-1", "ASTRA STR-01", "ASTRA ARAI-06"),
    locales=("en", "nl"),
    styles=(Style.PHRASE,),
    is_opt_in=True,
    has_fix=True,
    waits_for_lists=("articles",),
    examples=(
        good("permission to let a dwelling", "en"),
        bad("the permission to let a dwelling", "en", marked="the"),
        good("het verhuren van een woning", "nl", note="a verb needs its article to be a noun"),
        bad("een toestemming om te verhuren", "nl", marked="een"),
    ),
    check=check,
)

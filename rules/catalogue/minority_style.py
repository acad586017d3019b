"""A text that is written otherwise than nearly all around it looks like a slip, whatever the house style is.

Fix: write it as the others are.
"""

from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity, Style
from rules.marks import Hit, Span, TextEdit
from rules.rule import Neighbour, Parameter, Rule, bad, good
from rules.web.sight import Sight
from rules.web.signs import Shown
from rules.web.styles import Trait

OWN_RULES = {Trait.ARTICLE: "FRM-06", Trait.CAPITAL: "FRM-14", Trait.STOP: "FRM-13"}
"""Rules that ask for a phrase without this trait whatever the others do."""


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on an article, a capital or a full stop that nearly all others lack, and where one that they have is missing."""
    for trait, is_usual in sight.unusual():
        if is_usual or not _is_said(sight, trait):
            case = f"{'without' if is_usual else 'with'}_{trait}"
            span, fix = MAKERS[trait](sight, is_usual)
            yield Hit(span=span, anchor=case, arguments={"case": case}, fix=fix)


def _is_said(sight: Sight, trait: Trait) -> bool:
    return sight.reading.style is Style.PHRASE and OWN_RULES[trait] in sight.enabled


def _article(sight: Sight, is_usual: bool) -> tuple[Span, TextEdit | None]:  # noqa: FBT001 one signature for three
    first, second = (*sight.reading.words, None)[:2]
    assert first is not None, "a text without words has no style"  # noqa: S101 a bug of ours
    if is_usual or second is None:
        return first.span, None
    return first.span, TextEdit(Span(first.start, second.start), "")


def _capital(sight: Sight, is_usual: bool) -> tuple[Span, TextEdit | None]:  # noqa: FBT001 one signature for three
    word = sight.reading.words[0]
    initial = word.text[0].upper() if is_usual else word.text[0].lower()
    span = Span(word.start, word.start + 1)
    return span, TextEdit(span, initial)


def _stop(sight: Sight, is_usual: bool) -> tuple[Span, TextEdit | None]:  # noqa: FBT001 one signature for three
    text = sight.reading.text.rstrip()
    last = Span(len(text) - 1, len(text))
    return last, TextEdit(last, f"{last.of(text)}." if is_usual else "")


MAKERS = {Trait.ARTICLE: _article, Trait.CAPITAL: _capital, Trait.STOP: _stop}

LEASES = tuple(Neighbour(term=f"lease {place}", text=f"contract on dwelling number {place}") for place in range(20))
HUREN = tuple(Neighbour(term=f"huur {place}", text=f"Overeenkomst over woning nummer {place}.") for place in range(20))

RULE = Rule(
    code="GLO-10",
    name="Minority style",
    question="Is the text written as nearly all others are: article, capital, full stop?",
    rationale="Readers take a difference in form for a difference in meaning.",
    severity=Severity.INFO,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.GLOSSARY,
    references=("ISO/IEC Directives Part 2 consistency",),
    locales=("en", "nl"),
    parameters=(Parameter("percent", 80, 51, 99), Parameter("texts", 20, 5, 1000)),
    has_fix=True,
    examples=(
        good("vehicle with two wheels", "en", others=LEASES),
        bad("Vehicle with two wheels", "en", marked="V", others=LEASES),
        good("Voertuig met twee wielen.", "nl", others=HUREN),
        bad("Voertuig met twee wielen", "nl", marked="n", others=HUREN),
        good("voertuig met twee wielen", "nl", others=HUREN[:10], note="too few texts to tell what is usual"),
    ),
    judge=judge,
    waits_for=(Shown.UNUSUAL,),
)

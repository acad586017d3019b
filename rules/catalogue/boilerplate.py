"""Legal run-up says that a definition follows; the entry says so already.

Fix: start with the kind of thing.
"""

import re
from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span, TextEdit
from rules.reading import Reading
from rules.rule import Rule, bad, good

DOCUMENTS = {
    "en": "act|law|regulations?|directive|decree|statute|code|chapter|section|part|article|title|schedule|agreement|contract|policy|terms|conditions|"
    "document|report|glossary|manual|handbook|guideline|standard|annex",
    "nl": "wet|besluit|regeling|verordening|richtlijn|wetboek|hoofdstuk|paragraaf|afdeling|titel|artikel|bijlage|overeenkomst|contract|polis|"
    "voorwaarden|document|rapport|begrippenlijst|begrippenkader|handboek|leidraad|norm|standaard|beleidsregels?|reglement|cao|nota|notitie",
}
# `In this Act` before the definition proper; inside it the reference may delimit.
OPENINGS = {
    "en": re.compile(
        rf"(?:in|for|within|under|throughout|wherever \w+ in) (?:the (?:purposes?|meaning|application|context|sense) of )?"
        rf"(?:this|these|the present) (?:\w+ ){{0,2}}(?:{DOCUMENTS['en']})(?!\w)",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        rf"(?:in|voor|binnen|bij|onder|krachtens) (?:de (?:toepassing|zin|context) van |het kader van )?"
        rf"(?:deze|dit|onderhavige) (?:\w+ ){{0,2}}(?:{DOCUMENTS['nl']})(?!\w)"
        r"|(?:overal )?waar (?:in )?(?:deze|dit) (?:\w+ ){1,8}?(?=\w)(?:spreekt|sprake is|staat|genoemd wordt|wordt genoemd)(?: van)?(?!\w)",
        re.IGNORECASE,
    ),
}
# The same reach inside the definition.
INSIDE = {
    "en": re.compile(
        rf"(?<!\w)for the (?:purposes?|application|administration|operation) of (?:this|these|the present) (?:\w+ ){{0,2}}(?:{DOCUMENTS['en']})(?!\w)",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        rf"(?<!\w)voor de (?:toepassing|uitvoering|doeleinden) van (?:deze|dit|onderhavige) (?:\w+ ){{0,2}}(?:{DOCUMENTS['nl']})(?!\w)",
        re.IGNORECASE,
    ),
}


VERBS = frozenset(
    ["is", "are", "can", "may", "should", "shall", "wordt", "worden", "kan", "dient", "moet", "laat", "the"]
)
POINTERS = frozenset(
    [
        "it",
        "this",
        "that",
        "hereby",
        "which",
        "dit",
        "dat",
        "dit",
        "hier",
        "hieronder",
        "daaronder",
        "waaronder",
        "deze",
    ]
)
SUBJECT = 5  # words


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every phrase of run-up; at the start of the text with a fix that strips it."""
    opening = OPENINGS[reading.language].match(reading.text, reading.body.start)
    found = [] if opening is None else [Span(*opening.span())]
    for span in reading.find("boilerplate"):
        if (not found or span.start >= found[0].end) and _is_about_term(reading, span):
            found.append(span)
    inside = (Span(*match.span()) for match in INSIDE[reading.language].finditer(reading.text, reading.body.start))
    found += [span for span in inside if not any(span.start < one.end and one.start < span.end for one in found)]
    for span in found:
        fix = None
        if span.start == reading.body.start:
            fix = TextEdit(Span(span.start, reading.next_word(span.end)), "")
        yield Hit(span=span, arguments={"phrase": span.of(reading.text)}, fix=fix)


def _is_about_term(reading: Reading, span: Span) -> bool:
    """Whether a phrase that starts with a verb has the term for its subject, or nothing; other phrases need none."""
    before = [word for word in reading.words[: SUBJECT + 1] if word.start < span.start]
    if span.of(reading.text).split()[0].casefold() not in VERBS or not before:
        return True
    own = {tokens.key(word.folded, reading.language) for word in reading.term_words}
    said = {word.folded for word in before}
    names = {tokens.key(word.folded, reading.language) for word in before[:SUBJECT]}
    return len(before) <= SUBJECT and (own <= names or not said.isdisjoint(POINTERS))


RULE = Rule(
    code="FRM-24",
    name="Boilerplate",
    question="Does the text come straight to the point?",
    rationale="Words that every definition could carry tell nothing about this one.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("Aanwijzingen voor de regelgeving 5.1",),
    locales=("en", "nl"),
    lexicons=("boilerplate",),
    needs_phrase=True,
    waits_for=("this", "these", "present", "deze", "dit", "onderhavige"),
    revision=4,
    has_fix=True,
    examples=(
        good("person entitled to a dwelling under this Act", "en", term="tenant"),
        bad(
            "for the purposes of this Act, person who rents", "en", term="tenant", marked="for the purposes of this Act"
        ),
        good("persoon die onder bewind is gesteld", "nl", term="curandus"),
        bad(
            "onder huurder wordt verstaan een persoon die huurt",
            "nl",
            term="tenant",
            marked="onder huurder wordt verstaan",
        ),
    ),
    check=check,
)

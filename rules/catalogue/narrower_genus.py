"""A definition that starts with a narrower concept turns the hierarchy upside down.

Fix: start with a broader concept, or turn the relation round.
"""

from collections.abc import Iterable

from rules import tokens
from rules.kit import Confidence, RelationKind, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Neighbour, Rule, bad, good
from rules.web import hierarchy_names
from rules.web.item import Item, Relation
from rules.web.sight import Sight

KINDS = (RelationKind.NARROWER, RelationKind.NARROWER_GENERIC)


def judge(sight: Sight) -> Iterable[Hit]:
    """A hit on the genus when that is the term of a concept right below.

    A text that names another one too lists what falls under the concept: an extensional definition, which may.
    """
    reading = sight.reading
    # To look for every narrower term word by word takes five times as long as to see that its first word is not there.
    keys = {tokens.key(word.folded, reading.language) for word in reading.defining_words}
    terms = [item for item in _children(sight) if _opening(item.entry.term, reading.language) in keys]
    named = [item for item in terms if reading.occurrences(item.entry.term)]
    span = _genus(reading, named[0].entry.term) if len(named) == 1 else None
    if span is not None:
        child = named[0]
        yield Hit(
            span=span,
            anchor=child.concept,
            arguments={"child": child.entry.term, "term": sight.item.entry.term},
            evidence=hierarchy_names.evidence(sight, [child.concept]),
        )


def _opening(label: str, language: str) -> str | None:
    """What the forms of the first word of the label share; None when it has no word."""
    first = tokens.WORD.search(label)
    return None if first is None else tokens.key(tokens.folded(first[0]), language)


def _children(sight: Sight) -> list[Item]:
    children = sight.hierarchy.graph.targets(sight.item.concept, *KINDS)
    items = (item for child in children for item in sight.items_of(child))
    return [item for item in items if item.entry.language == sight.reading.language]


def _genus(reading: Reading, label: str) -> Span | None:
    """The first place of the label, when that starts the definition proper and is not part of a longer name; else None."""
    found = reading.occurrences(label)[0]
    if found.span.start != reading.first_letter:
        return None
    following = next((word for word in reading.words if word.start >= found.span.end), None)
    is_next = following is not None and reading.text[found.span.end : following.start].isspace()
    is_longer = is_next and following is not None and following.folded not in reading.words_of("function_words")
    return None if is_longer else found.span


LEASE, SALE = Neighbour(term="lease", text="use of a dwelling"), Neighbour(term="sale", text="change of owner")
HUUR = Neighbour(term="huur", text="gebruik van een woning")
RULE = Rule(
    code="ENT-18",
    name="Narrower concept as genus",
    question="Does the definition start with something broader than its term?",
    rationale="The genus of a definition is its broader concept, so the text and the relation contradict each other.",
    severity=Severity.WARNING,
    confidence=Confidence.LIKELY,
    scope=RuleScope.NEIGHBOURS,
    references=("ISO 704 intensional definition", "ASTRA STR-02"),
    locales=("en", "nl"),
    examples=(
        good(
            "agreement such as a lease",
            "en",
            term="contract",
            relations=(Relation(RelationKind.NARROWER, "lease"), Relation(RelationKind.NARROWER, "sale")),
            others=(LEASE, SALE),
        ),
        good(
            "lease contract of a city",
            "en",
            term="city contract",
            relations=(Relation(RelationKind.NARROWER, "lease"),),
            others=(LEASE,),
            note="the genus is a longer name",
        ),
        good(
            "lease or sale",
            "en",
            term="contract",
            relations=(Relation(RelationKind.NARROWER, "lease"), Relation(RelationKind.NARROWER, "sale")),
            others=(LEASE, SALE),
            note="a list of all that falls under it",
        ),
        bad(
            "a lease of any kind",
            "en",
            term="contract",
            relations=(Relation(RelationKind.NARROWER, "lease"),),
            others=(LEASE,),
            marked="lease",
        ),
        good(
            "overeenkomst over een huur",
            "nl",
            term="contract",
            relations=(Relation(RelationKind.NARROWER, "huur"),),
            others=(HUUR, Neighbour(term="rent", text="use", concept="huur", locale="en")),
        ),
        bad(
            "huur, of iets anders van dien aard",
            "nl",
            term="contract",
            relations=(Relation(RelationKind.NARROWER, "huur"),),
            others=(HUUR,),
            marked="huur",
        ),
        bad(
            "huur",
            "nl",
            term="contract",
            relations=(Relation(RelationKind.NARROWER, "huur"),),
            others=(HUUR,),
            marked="huur",
        ),
    ),
    judge=judge,
    waits_for=KINDS,
)

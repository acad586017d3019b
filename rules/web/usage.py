"""Which labels of other concepts a text uses, and who uses its own."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from rules import labels, tokens
from rules.kit import DesignationKind
from rules.marks import Span, TextEdit
from rules.reading import Reading
from rules.web import facts as facts_of
from rules.web.item import Item
from rules.web.pool import Pool

VOWELS = frozenset("aeiou")
GENDERED = frozenset({"de", "het", "dit", "dat", "deze", "die", "elk", "elke", "welk", "welke", "ons", "onze"})


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a text uses a label: the definitions that own it, by id, and as what kind; None for a term."""

    span: Span
    items: tuple[Item, ...]
    kinds: frozenset[DesignationKind | None]


def places(pool: Pool, words: tuple[tokens.Word, ...]) -> Iterator[tuple[Span, int]]:
    """Where phrases stand in a text, leftmost and longest first, in order."""
    for first, after, number in pool.phrases.places(pool.vocabulary.of_words(words)):
        yield Span(words[first].start, words[after - 1].end), number


def uses(pool: Pool, row: int, reading: Reading, numbers: Collection[int]) -> list[Use]:
    """Where the text uses these phrases, as far as its own concept does not have them."""
    own = pool.facts(row).concept
    wanted = {one for one in numbers if all(pool.facts(owner).concept != own for owner in pool.phrases.owners[one])}
    if not wanted:
        return []
    return [
        Use(span, items(pool, number), pool.kinds(number))
        for span, number in places(pool, reading.words)
        if number in wanted
    ]


def of_kind(pool: Pool, row: int, kind: DesignationKind) -> list[int]:
    """The phrases in the text that are such a designation wherever they are owned."""
    known = pool.known_as[kind]
    return (
        [number for number in pool.facts(row).found if number in known and pool.kinds(number) == {kind}]
        if known
        else []
    )


def leading(pool: Pool, row: int, end: int) -> list[int]:
    """The phrases in the text that lead to that row in a circle."""
    return [number for number in pool.leads(row) if end in pool.ends(number)]


def replaced(reading: Reading, use: Use) -> TextEdit | None:
    """The term of the one concept in the place of its label.

    None where several are meant, where the label is inflected, and where the article before it might not fit the term. The
    term gets the first letter of its place: a glossary that writes its labels with a capital does not do so in its texts.
    """
    word, item = use.span.of(reading.text), use.items[0]
    label = next((one for one, _ in facts_of.named(item.entry) if labels.folded(one) == labels.folded(word)), None)
    before = next((one.folded for one in reversed(reading.words) if one.end <= use.span.start), "")
    term = item.entry.term
    if len(use.items) > 1 or label is None or not _fits(before, term, word):
        return None
    if label[0].isupper() and word[0].islower():
        term = term[:1].lower() + term[1:]
    elif label[0].islower() and word[0].isupper():
        term = term[:1].upper() + term[1:]
    return TextEdit(use.span, term)


def _fits(before: str, term: str, word: str) -> bool:
    """*a* and *an* go by sound, Dutch *de* and *het* by gender, which no table here knows."""
    is_same_sound = (term[:1].casefold() in VOWELS) == (word[:1].casefold() in VOWELS)
    return before not in GENDERED and (before not in {"a", "an"} or is_same_sound)


def items(pool: Pool, number: int) -> tuple[Item, ...]:
    """The definitions that own the phrase, by id."""
    return tuple(pool.facts(row).item for row in pool.in_order(pool.phrases.owners[number]))


def namesakes(pool: Pool, row: int) -> list[tuple[str, Item]]:
    """Definitions of other concepts with a label that is this one's too, but for capitals and spacing; each once, by id."""
    facts = pool.facts(row)
    found: dict[str, tuple[str, Item]] = {}
    for at, number in enumerate(facts.phrases):
        owners = pool.phrases.owners[number]
        if len(owners) > 1 and (name := facts.names[at]):
            label = facts_of.named(facts.item.entry)[at][0]
            for other in map(pool.facts, owners):
                if other.concept != facts.concept and name in other.names:
                    found.setdefault(other.id, (label, other.item))
    return [found[one] for one in sorted(found)]


def base(pool: Pool, row: int) -> Item | None:
    """The concept that the last words of the term name, when they can only mean that one and the text does not."""
    term, facts = pool.term(row), pool.facts(row)
    numbers = (pool.phrases.number(term[at:]) for at in range(1, len(term)))
    number = next((one for one in numbers if one is not None and pool.phrases.is_sought(one)), None)
    if number is None or number in facts.found or not _is_qualified(pool, term, number):
        return None
    owners = items(pool, number)
    is_one = len({owner.concept for owner in owners}) == 1 and owners[0].concept != facts.concept
    return owners[0] if is_one else None


def _is_qualified(pool: Pool, term: tuple[int, ...], number: int) -> bool:
    """Whether nothing but content words stands before the phrase: *rise of the sea* is no kind of sea."""
    qualifiers = term[: len(term) - len(pool.phrases.words[number])]
    return all(map(pool.vocabulary.is_content, qualifiers))


def is_used(pool: Pool, row: int) -> bool:
    """Whether a text of somebody else uses a label of the row."""
    phrases = pool.phrases
    return any(
        phrases.users[number] > sum(number in pool.facts(owner).found for owner in phrases.owners[number])
        for number in pool.phrases_of(row)
    )


def undefined(pool: Pool, row: int, reading: Reading) -> list[Span]:
    """Where words stand that many texts use and no label has: the first place of each, of those with a small letter."""
    found: dict[int, Span] = {}
    for number, word in zip(pool.facts(row).words, reading.words, strict=True):
        is_often = pool.postings.count(number) >= pool.bounds.fewest_texts
        if is_often and word.text.islower() and pool.vocabulary.is_rare(number) and not pool.label_words[number]:
            found.setdefault(number, word.span)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Annotation:
    """A place in a text where a label stands, and the definitions that own it, by id."""

    span: Span
    targets: tuple[str, ...]


def annotations(pool: Pool, text: str) -> list[Annotation]:
    """Every place where a label stands, leftmost and longest first, in order."""
    found = places(pool, tokens.words(text))
    return [Annotation(span, tuple(item.id for item in items(pool, number))) for span, number in found]


def of_definition(pool: Pool, item: Item) -> tuple[Annotation, ...]:
    """The places of its text where a label stands that its own concept does not have."""
    owned = {owner for number in pool.phrases_of(pool.rows[item.id]) for owner in pool.phrases.owners[number]}
    own = {pool.facts(row).item.id for row in owned if pool.facts(row).concept == item.concept}
    return tuple(one for one in annotations(pool, item.entry.text) if own.isdisjoint(one.targets))


def by_others(pool: Pool, item: Item) -> tuple[tuple[str, Span], ...]:
    """The places in texts of other concepts where a label of the definition stands, by id and place."""
    users = {row for number in set(pool.phrases_of(pool.rows[item.id])) for row in pool.users(number)}
    others = (pool.facts(row).item for row in pool.in_order(users))
    return tuple(
        (other.id, one.span)
        for other in others
        if other.concept != item.concept
        for one in of_definition(pool, other)
        if item.id in one.targets
    )

"""What a rule of scope NEIGHBOURS or GLOSSARY reads: one definition, and everything around it."""

from collections.abc import Callable, Sequence

from rules.kit import DesignationKind
from rules.lazy import Lazy
from rules.marks import Evidence, Span, TextEdit
from rules.reading import Reading
from rules.web import likeness, usage
from rules.web.hierarchy import Hierarchy
from rules.web.item import Item
from rules.web.likeness import Embedding, Likeness
from rules.web.pool import Pool
from rules.web.styles import TRAITS, Trait
from rules.web.usage import Use


class Sight:
    """One definition in its web. Other definitions are of the same language, and come by id.

    `locales` are the languages that the glossary wants, `items_of` gives the definitions of a concept in all languages,
    `enabled` holds the codes of all rules that are on.
    """

    def __init__(
        self,
        reading: Reading,
        pool: Pool,
        row: int,
        *,
        locales: tuple[str, ...],
        items_of: Callable[[str], Sequence[Item]],
        hierarchy: Hierarchy,
        enabled: frozenset[str],
    ) -> None:
        self.item = pool.facts(row).item
        self.reading = reading
        self.locales = locales
        self.items_of = items_of
        self.hierarchy = hierarchy
        self.enabled = enabled
        self._pool = pool
        self._row = row

    def limit(self, code: str, name: str) -> int:
        """The number that the profile gives this parameter of this rule."""
        return self.reading.limit(code, name)

    def evidence(self, items: Sequence[Item]) -> tuple[Evidence, ...]:
        """The definitions as what a finding rests on."""
        return tuple(Evidence(item.entry.term, item.id) for item in items)

    # ── texts alike ──

    def same_texts(self) -> list[Item]:
        """The definitions of other concepts with the same text, but for capitals, spacing and a stop at the end."""
        return likeness.same(self._pool, self._row)

    def like_texts(self, percent: int) -> list[Likeness]:
        """The definitions of other concepts whose text is at least so much like this one, but not the same."""
        return likeness.alike(self._pool, self._row, percent)

    def embedded(self) -> list[Embedding]:
        """The definitions of other concepts that stand inside this one, by place."""
        return likeness.embedded(self._pool, self._row)

    def like_siblings(self) -> list[Item]:
        """The definitions of other concepts below one broader concept, with the same words in whatever order and form.

        Articles do not count; one with the very same text is not among them.
        """
        found = likeness.same_words(self._pool, self._row)
        siblings = self.hierarchy.graph.siblings(self.item.concept) if found else ()
        return [item for item in found if item.concept in siblings]

    def is_in_same_order(self, other: Item) -> bool:
        """Whether those words stand in the same order as well."""
        return likeness.is_same_order(self._pool, self._row, self._pool.rows[other.id])

    # ── labels in texts ──

    def uses(self) -> list[Use]:
        """Where the text uses labels of other concepts, in order of place."""
        return usage.uses(self._pool, self._row, self.reading, self._pool.facts(self._row).found)

    def uses_of_kind(self, kind: DesignationKind) -> list[Use]:
        """Where it uses labels of other concepts that are such a designation wherever they stand, in order of place."""
        return usage.uses(self._pool, self._row, self.reading, usage.of_kind(self._pool, self._row, kind))

    def replaced(self, use: Use) -> TextEdit | None:
        """The preferred term in the place of a label; None where the words around it would no longer fit."""
        return usage.replaced(self.reading, use)

    def circle(self) -> list[Item]:
        """The definitions of the shortest circle through this one, itself first; empty when it stands on none."""
        return [self._pool.facts(row).item for row in self._pool.circles.path(self._row)]

    def way_in(self) -> Span:
        """Where the text uses the second of that circle, for the first time."""
        second = self._pool.circles.path(self._row)[1]
        numbers = usage.leading(self._pool, self._row, second)
        return usage.uses(self._pool, self._row, self.reading, numbers)[0].span

    @Lazy
    def namesakes(self) -> list[tuple[str, Item]]:
        """The definitions of other concepts that share a label with this one, and that label as it is written here."""
        return usage.namesakes(self._pool, self._row)

    def base(self) -> Item | None:
        """The one concept with the longest label in which the term of this one ends; None when its text mentions that label."""
        return usage.base(self._pool, self._row)

    def is_used(self) -> bool:
        """Whether another text uses a label of this concept."""
        return usage.is_used(self._pool, self._row)

    def undefined(self) -> list[Span]:
        """Words that the tables of the language do not know, that many texts use, and that no label has."""
        return usage.undefined(self._pool, self._row, self.reading)

    # ── style ──

    def unusual(self) -> list[tuple[Trait, bool]]:
        """The traits in which this text differs from most, with what most have."""
        style, usual = self._pool.facts(self._row).style, self._pool.shares.usual()
        traits = zip(TRAITS, style, usual, strict=True)
        return [
            (trait, most) for trait, own, most in traits if own is not None and most is not None and own is not most
        ]

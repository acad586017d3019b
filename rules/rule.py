"""What a rule is: one value from which its check, its tests, its page and its catalogue entry come."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID

from rules.entry import Context, Designation, Entry, Source
from rules.kit import Category, Confidence, RuleScope, RuleStatus, Severity, Style
from rules.marks import Hit
from rules.reading import Case, Reading
from rules.web.item import Item, Relation
from rules.web.sight import Sight

EXAMPLE = "example"
"""The id of the definition of an example, and of its concept, among its neighbours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another definition of the glossary in which an example stands.

    `concept` omitted: its term. `locale` omitted: that of the example. Relations are given on every concept that has them.
    """

    term: str
    text: str
    concept: str | None = None
    locale: str | None = None
    contexts: tuple[Context, ...] = ()
    designations: tuple[Designation, ...] = ()
    relations: tuple[Relation, ...] = ()
    notations: tuple[str, ...] = ()
    text_changed_at: datetime | None = None
    is_established: bool = False

    def item(self, identity: str, locale: str) -> Item:
        """The neighbour as a definition of a glossary in this language."""
        return Item(
            id=identity,
            entry=Entry(
                term=self.term,
                text=self.text,
                locale=self.locale or locale,
                contexts=self.contexts,
                designations=self.designations,
            ),
            concept=self.term if self.concept is None else self.concept,
            relations=self.relations,
            notations=self.notations,
            text_changed_at=self.text_changed_at,
            is_established=self.is_established,
        )


class More(TypedDict, total=False):
    """What an example may say beside its text."""

    term: str
    category: Category
    designations: tuple[Designation, ...]
    sources: tuple[Source, ...]
    explanation: str
    examples: tuple[str, ...]
    notes: tuple[str, ...]
    contexts: tuple[Context, ...]
    relations: tuple[Relation, ...]
    notations: tuple[str, ...]
    text_changed_at: datetime
    is_established: bool
    others: tuple[Neighbour, ...]
    locales: tuple[str, ...]
    style: Style
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text that a rule marks (`marked` is the excerpt, None when the entry as a whole is meant) or leaves alone.

    `others` are the further definitions of its glossary, `locales` the languages that this wants; the example itself is the
    concept `example` there.
    """

    text: str
    locale: str
    is_compliant: bool
    term: str = "example"
    marked: str | None = None
    category: Category | None = None
    designations: tuple[Designation, ...] = ()
    sources: tuple[Source, ...] = ()
    explanation: str | None = None
    examples: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    contexts: tuple[Context, ...] = ()
    relations: tuple[Relation, ...] = ()
    notations: tuple[str, ...] = ()
    text_changed_at: datetime | None = None
    is_established: bool = False
    others: tuple[Neighbour, ...] = ()
    locales: tuple[str, ...] = ()
    style: Style | None = None
    note: str | None = None

    @property
    def entry(self) -> Entry:
        """The example as an entry."""
        return Entry(
            term=self.term,
            text=self.text,
            locale=self.locale,
            category=self.category,
            contexts=self.contexts,
            designations=self.designations,
            sources=self.sources,
            explanation=self.explanation,
            examples=self.examples,
            notes=self.notes,
        )

    @property
    def items(self) -> tuple[Item, ...]:
        """The example and its neighbours as the definitions of a glossary; the example comes first."""
        own = Item(
            id=EXAMPLE,
            entry=self.entry,
            concept=EXAMPLE,
            relations=self.relations,
            notations=self.notations,
            text_changed_at=self.text_changed_at,
            is_established=self.is_established,
        )
        return (own, *(other.item(f"other {place}", self.locale) for place, other in enumerate(self.others, 1)))


def good(text: str, locale: str, **more: Unpack[More]) -> Example:
    """An example that stays silent."""
    return Example(text=text, locale=locale, is_compliant=True, **more)


def bad(text: str, locale: str, *, marked: str | None, **more: Unpack[More]) -> Example:
    """An example that is marked at `marked`."""
    return Example(text=text, locale=locale, is_compliant=False, marked=marked, **more)


def silent(_: Reading) -> tuple[Hit, ...]:
    """Nothing: the check of a rule that must see more than an entry."""
    return ()


@dataclass(frozen=True, slots=True)
class Parameter:
    """A whole number that a profile may set, within bounds."""

    name: str
    default: int
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check. `locales` empty: judges every language; `styles` and `applies_to` empty: all.

    A rule with `is_opt_in` serves some kinds of glossary only: it is off but in the profiles that name it.
    With `needs_phrase` the check is run only on texts with the first word of a phrase of its `lexicons`; with `waits_for` on
    entries with any of these signs (rules/signs.py), with `waits_for_lists` on those with a word of these plain lists.
    A rule of scope NEIGHBOURS or GLOSSARY has a `judge` in place of a `check`: it reads the entry in its web, and waits for the
    signs of rules/web/signs.py.
    `rationale` says why the defect matters, in English; messages in other languages lie in rules/messages.
    `revision` rises when the same text gets other findings than before. `pattern` and `owner` are of a glossary's own rules
    (rules/patterns.py).
    """

    code: str
    name: str
    question: str
    rationale: str
    severity: Severity
    confidence: Confidence
    scope: RuleScope
    examples: tuple[Example, ...]
    check: Callable[[Reading], Iterable[Hit]] = silent
    judge: Callable[[Sight], Iterable[Hit]] | None = None
    references: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    styles: tuple[Style, ...] = ()
    applies_to: tuple[Category, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    lexicons: tuple[str, ...] = ()
    status: RuleStatus = RuleStatus.STABLE
    weight: float = 1.0
    revision: int = 1
    has_fix: bool = False
    judges_blank: bool = False
    needs_phrase: bool = False
    waits_for: Collection[str] = ()
    waits_for_lists: tuple[str, ...] = ()
    is_opt_in: bool = False
    measured_precision: float | None = None
    pattern: str | None = None
    owner: UUID | None = None

    @property
    def group(self) -> str:
        """The letters of the code: FRM form of the text, CNT content, TRM terms, ENT entry, RDB readability, LEG law, ASK questions."""
        return self.code.partition("-")[0]

    def judges(self, case: Case) -> bool:
        """Whether the rule has something to say about entries of this case."""
        return (
            (not self.locales or case.language in self.locales)
            and (not self.styles or case.style in self.styles)
            and (not self.applies_to or case.category in self.applies_to)
            and (self.judges_blank or not case.is_blank)
        )

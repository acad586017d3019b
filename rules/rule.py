"""What a rule is: one value from which its check, its tests, its page and its catalogue entry come."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypedDict, Unpack

from rules.entry import Designation, Entry, Source
from rules.kit import Category, Confidence, RuleScope, RuleStatus, Severity, Style
from rules.marks import Hit
from rules.reading import Case, Reading


class More(TypedDict, total=False):
    """What an example may say beside its text."""

    term: str
    designations: tuple[Designation, ...]
    sources: tuple[Source, ...]
    explanation: str
    examples: tuple[str, ...]
    notes: tuple[str, ...]
    style: Style
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text that a rule marks (`marked` is the excerpt, None when the entry as a whole is meant) or leaves alone."""

    text: str
    locale: str
    is_compliant: bool
    term: str = "example"
    marked: str | None = None
    designations: tuple[Designation, ...] = ()
    sources: tuple[Source, ...] = ()
    explanation: str | None = None
    examples: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    style: Style | None = None
    note: str | None = None

    @property
    def entry(self) -> Entry:
        """The example as an entry."""
        return Entry(
            term=self.term,
            text=self.text,
            locale=self.locale,
            designations=self.designations,
            sources=self.sources,
            explanation=self.explanation,
            examples=self.examples,
            notes=self.notes,
        )


def good(text: str, locale: str, **more: Unpack[More]) -> Example:
    """An example that stays silent."""
    return Example(text=text, locale=locale, is_compliant=True, **more)


def bad(text: str, locale: str, *, marked: str | None, **more: Unpack[More]) -> Example:
    """An example that is marked at `marked`."""
    return Example(text=text, locale=locale, is_compliant=False, marked=marked, **more)


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
    With `needs_phrase` the check is run only on texts with the first word of a phrase of its `lexicons`.
    `rationale` says why the defect matters, in English; messages in other languages lie in rules/messages.
    `revision` rises when the same text gets other findings than before.
    """

    code: str
    name: str
    question: str
    rationale: str
    severity: Severity
    confidence: Confidence
    scope: RuleScope
    examples: tuple[Example, ...]
    check: Callable[[Reading], Iterable[Hit]]
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
    is_opt_in: bool = False
    measured_precision: float | None = None

    @property
    def group(self) -> str:
        """The letters of the code: FRM form of the text, CNT content, TRM terms, ENT entry, RDB readability, LEG law."""
        return self.code.partition("-")[0]

    def judges(self, case: Case) -> bool:
        """Whether the rule has something to say about entries of this case."""
        return (
            (not self.locales or case.language in self.locales)
            and (not self.styles or case.style in self.styles)
            and (not self.applies_to or case.category in self.applies_to)
            and (self.judges_blank or not case.is_blank)
        )

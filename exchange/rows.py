"""What a reader hands over: a row of a glossary, or why a line of the file is no row."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowContext:
    """A setting: kind ORGANISATIONAL, LEGAL or STATUTORY, and a name."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class RowDesignation:
    """A further word: kind ADMITTED, DEPRECATED or HIDDEN; form FULL_FORM, SHORT_FORM, ABBREVIATION or SYMBOL."""

    text: str
    kind: str = "ADMITTED"
    form: str = "FULL_FORM"


@dataclass(frozen=True, slots=True)
class RowSource:
    """Where a text comes from."""

    title: str
    url: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class RowRelation:
    """How the concept stands to another: kind as in the SDL enum RelationKind, and the URI of the other."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a line is no row: one sentence, with the header of the column when one is to blame."""

    line: int
    message: str
    column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One definition as a file has it. `line` counts from 1, where the row begins.

    `given` names the fields that the file has at all, so that an update can leave the others alone. Category is TYPE,
    PROCESS, RESULT, INSTANCE or None. The term is not blank; the text may be. No string holds NUL or a lone surrogate.

    `concept` is the URI of what is defined; rows of several languages share it, with its relations as they are seen from it
    and its notations. `remarks` say what the file holds of the row that the row does not.
    """

    line: int
    term: str
    text: str
    given: frozenset[str]
    locale: str | None = None
    category: str | None = None
    contexts: tuple[RowContext, ...] = ()
    designations: tuple[RowDesignation, ...] = ()
    sources: tuple[RowSource, ...] = ()
    explanation: str | None = None
    examples: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    concept: str | None = None
    relations: tuple[RowRelation, ...] = ()
    notations: tuple[str, ...] = ()
    remarks: tuple[RowProblem, ...] = ()


Row = ImportRow | RowProblem

"""What a rule reads: one entry of a glossary, as plain values."""

from dataclasses import dataclass

from rules.kit import Category, ContextKind, DesignationForm, DesignationKind


@dataclass(frozen=True, slots=True)
class Context:
    """A setting in which the definition holds."""

    kind: ContextKind
    name: str


@dataclass(frozen=True, slots=True)
class Designation:
    """A further word for the same concept."""

    text: str
    kind: DesignationKind = DesignationKind.ADMITTED
    form: DesignationForm | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a definition, or a part of it, comes from."""

    title: str
    url: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A term with its text and everything around it; `locale` is a BCP 47 tag such as `nl` or `en-GB`."""

    term: str
    text: str
    locale: str
    category: Category | None = None
    contexts: tuple[Context, ...] = ()
    designations: tuple[Designation, ...] = ()
    sources: tuple[Source, ...] = ()
    explanation: str | None = None
    examples: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The language part of the locale, in lower case."""
        return self.locale.replace("_", "-").partition("-")[0].casefold()

    @property
    def labels(self) -> tuple[str, ...]:
        """The term, then the text of every designation."""
        return (
            (self.term, *[designation.text for designation in self.designations]) if self.designations else (self.term,)
        )

"""From an input to a wording: a new one, or one with some fields changed."""

from models.glossary import Glossary
from models.kinds import DefinitionOrigin
from models.sentences import say
from resolvers import bounds
from resolvers.content import Wording
from resolvers.errors import InvalidInput
from resolvers.inputs import CreateDefinition, Edit, Unset, UpsertItem
from rules.kit import Category


def locale_of(tag: str, glossary: Glossary) -> str:
    """The language tag in its usual letter case.

    Raises:
        InvalidInput: it is no language tag, or not a language of the glossary.
    """
    locale = bounds.locale(tag)
    if locale not in glossary.locales:
        known = ", ".join(glossary.locales)
        raise InvalidInput(say("glossary-locale", known=known), path=("locale",), constraint="glossary-locale")
    return locale


def new(input_: CreateDefinition, glossary: Glossary) -> Wording:
    """What a new definition says.

    Raises:
        InvalidInput: a value breaks a bound.
    """
    generation = bounds.generation(input_.generation)
    return Wording(
        term=bounds.term(input_.term),
        text=bounds.body(input_.text),
        locale=locale_of(input_.locale, glossary),
        category=input_.category,
        contexts=bounds.contexts(input_.contexts),
        designations=bounds.designations(input_.designations),
        sources=bounds.sources(input_.sources),
        explanation=bounds.optional_text(input_.explanation, path=("explanation",)),
        examples=bounds.remarks(input_.examples, path=("examples",)),
        notes=bounds.remarks(input_.notes, path=("notes",)),
        origin=DefinitionOrigin.WRITTEN if generation is None else DefinitionOrigin.GENERATED,
        generation=generation,
    )


def of_item(item: UpsertItem, glossary: Glossary, *, origin: DefinitionOrigin) -> Wording:
    """What a definition that a bulk upsert creates says: fields left out are empty.

    Raises:
        InvalidInput: a value breaks a bound.
    """
    blank = Wording(
        term="",
        text="",
        locale=locale_of(item.locale, glossary),
        category=None,
        contexts=[],
        designations=[],
        sources=[],
        explanation=None,
        examples=[],
        notes=[],
        origin=origin,
        generation=None,
    )
    return edited(blank, item)


def edited(base: Wording, edit: Edit) -> Wording:
    """The wording with the fields given; a list is replaced as a whole, null empties it.

    Raises:
        InvalidInput: a value breaks a bound, or null clears a field that must be there.
    """
    origin, generation = base.origin, base.generation
    if not isinstance(edit.generation, Unset):
        generation = bounds.generation(edit.generation)
        origin = _origin(base.origin, is_generated=generation is not None)
    return Wording(
        term=base.term if isinstance(edit.term, Unset) else bounds.term(_present(edit.term, "term")),
        text=base.text if isinstance(edit.text, Unset) else bounds.body(_present(edit.text, "text")),
        locale=base.locale,
        category=_kept(edit.category, base.category),
        contexts=base.contexts if isinstance(edit.contexts, Unset) else bounds.contexts(edit.contexts or ()),
        designations=_designations(base, edit),
        sources=base.sources if isinstance(edit.sources, Unset) else bounds.sources(edit.sources or ()),
        explanation=_explanation(base, edit),
        examples=_remarks(base.examples, edit.examples, name="examples"),
        notes=_remarks(base.notes, edit.notes, name="notes"),
        origin=origin,
        generation=generation,
    )


def _origin(before: DefinitionOrigin, *, is_generated: bool) -> DefinitionOrigin:
    if is_generated:
        return DefinitionOrigin.GENERATED
    return DefinitionOrigin.WRITTEN if before is DefinitionOrigin.GENERATED else before


def _present(value: str | None, name: str) -> str:
    if value is None:
        raise InvalidInput(say("null"), path=(name,), constraint="not-null")
    return value


def _kept(value: Category | Unset | None, before: Category | None) -> Category | None:
    return before if isinstance(value, Unset) else value


def _designations(base: Wording, edit: Edit) -> list[dict[str, str]]:
    return base.designations if isinstance(edit.designations, Unset) else bounds.designations(edit.designations or ())


def _explanation(base: Wording, edit: Edit) -> str | None:
    if isinstance(edit.explanation, Unset):
        return base.explanation
    return bounds.optional_text(edit.explanation, path=("explanation",))


def _remarks(before: list[str], value: tuple[str, ...] | Unset | None, *, name: str) -> list[str]:
    return before if isinstance(value, Unset) else bounds.remarks(value or (), path=(name,))

"""What a list of definitions may be asked for, and in which order it comes."""

import strawberry

from models import definition_filters
from schema import filters, parsing, run_filter
from schema.definition_enums import Category, ContextKind, DefinitionOrigin, DefinitionStatus, Direction, OrderField
from schema.filters import UNSET, DateTimeFilter, IDFilter, StringFilter
from schema.run_filter import ValidationRunFilter
from schema.scalars import Locale


@strawberry.input(description="Holds when one context meets every field; `isEmpty` asks for definitions without any.")
class ContextFilter:
    """Asks the contexts of a definition."""

    kind: list[ContextKind] | None = strawberry.field(default=UNSET, description="Is one of these.")
    name: StringFilter | None = strawberry.field(
        default=UNSET, description="Name of the context: the organisation, field of law, or law."
    )
    is_empty: bool | None = strawberry.field(default=UNSET, description="Whether there is no context at all.")


@strawberry.input(
    description="Fields are combined with AND. A null field is ignored; use `isNull` to test for absence. "
    "At most 5 deep, 50 conditions, 100 values each."
)
class DefinitionFilter:
    """Asks a definition."""

    and_: list["DefinitionFilter"] | None = strawberry.field(default=UNSET, name="and", description="All hold.")
    or_: list["DefinitionFilter"] | None = strawberry.field(
        default=UNSET, name="or", description="At least one holds; an empty list matches nothing."
    )
    not_: "DefinitionFilter | None" = strawberry.field(default=UNSET, name="not", description="Does not hold.")
    id: IDFilter | None = strawberry.field(default=UNSET, description="The definition itself.")
    term: StringFilter | None = strawberry.field(default=UNSET, description="The preferred term.")
    locale: list[Locale] | None = strawberry.field(default=UNSET, description="Is one of these.")
    status: list[DefinitionStatus] | None = strawberry.field(default=UNSET, description="Is one of these.")
    is_in_force: bool | None = strawberry.field(
        default=UNSET, description="Has a version in force, whatever the status of the working text."
    )
    category: list[Category] | None = strawberry.field(default=UNSET, description="Is one of these.")
    glossary_id: IDFilter | None = strawberry.field(default=UNSET, description="The glossary that it belongs to.")
    contexts: ContextFilter | None = strawberry.field(default=UNSET, description="Settings in which it holds.")
    origin: list[DefinitionOrigin] | None = strawberry.field(default=UNSET, description="Is one of these.")
    updated_at: DateTimeFilter | None = strawberry.field(default=UNSET, description="When it last changed.")
    created_by_id: IDFilter | None = strawberry.field(default=UNSET, description="The user who wrote it first.")
    latest_validation: ValidationRunFilter | None = strawberry.field(
        default=UNSET, description="Its newest finished run; a definition without one does not match."
    )


@strawberry.input(description="Ties are always broken by id, so pages never overlap.")
class DefinitionOrder:
    """One thing to sort by."""

    field: OrderField = strawberry.field(description="What to sort by.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which end comes first.")


def parsed(asked: DefinitionFilter | None) -> definition_filters.DefinitionFilter | None:
    """The filter, as the rooms below read it.

    Raises:
        InvalidInput: it holds an id of something else.
    """
    present = parsing.given(asked)
    if present is None:
        return None
    return parsing.filled(
        definition_filters.DefinitionFilter,
        present,
        and_=_each(present.and_),
        or_=_each(present.or_),
        not_=parsed(present.not_),
        id=filters.identity(present.id, "Definition", "filter", "id"),
        term=filters.text(present.term),
        glossary_id=filters.identity(present.glossary_id, "Glossary", "filter", "glossaryId"),
        contexts=_contexts(present.contexts),
        updated_at=filters.instant(present.updated_at),
        created_by_id=filters.identity(present.created_by_id, "User", "filter", "createdById"),
        latest_validation=run_filter.parsed(present.latest_validation),
    )


def ordered(asked: list[DefinitionOrder] | None) -> tuple[definition_filters.Order, ...]:
    """The order, as the rooms below read it."""
    return tuple(definition_filters.Order(one.field, one.direction) for one in parsing.each(asked))


def _each(asked: list[DefinitionFilter] | None) -> tuple[definition_filters.DefinitionFilter, ...] | None:
    present = parsing.given(asked)
    return None if present is None else tuple(filled for one in present if (filled := parsed(one)) is not None)


def _contexts(asked: ContextFilter | None) -> definition_filters.ContextFilter | None:
    present = parsing.given(asked)
    if present is None:
        return None
    return parsing.filled(definition_filters.ContextFilter, present, name=filters.text(present.name))

"""What a list of definitions may be asked for, and the SQL that answers it over a row `d` of `visibility.branches`."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from models import validation_reads, value_filters
from models.kinds import DefinitionOrigin, DefinitionStatus
from models.validation_reads import RunFilter
from models.value_filters import DateTimeFilter, IdFilter, StringFilter
from models.values import Values
from rules.kit import Category, ContextKind

LAST_CODE_POINT = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextFilter:
    """Holds when one context meets every field; `is_empty` asks for definitions without any."""

    kind: tuple[ContextKind, ...] | None = None
    name: StringFilter | None = None
    is_empty: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionFilter:
    """Fields are combined with AND; null asks nothing."""

    and_: tuple["DefinitionFilter", ...] | None = None
    or_: tuple["DefinitionFilter", ...] | None = None
    not_: "DefinitionFilter | None" = None
    id: IdFilter[UUID] | None = None
    term: StringFilter | None = None
    locale: tuple[str, ...] | None = None
    status: tuple[DefinitionStatus, ...] | None = None
    is_in_force: bool | None = None
    category: tuple[Category, ...] | None = None
    glossary_id: IdFilter[UUID] | None = None
    contexts: ContextFilter | None = None
    origin: tuple[DefinitionOrigin, ...] | None = None
    updated_at: DateTimeFilter | None = None
    created_by_id: IdFilter[UUID] | None = None
    latest_validation: RunFilter | None = None


class OrderField(StrEnum):
    """What definitions are sorted by. RELEVANCE needs a text search."""

    TERM = "TERM"
    STATUS = "STATUS"
    CREATED_AT = "CREATED_AT"
    UPDATED_AT = "UPDATED_AT"
    VALIDATION_SCORE = "VALIDATION_SCORE"
    RELEVANCE = "RELEVANCE"


class Direction(StrEnum):
    """Which end comes first."""

    ASC = "ASC"
    DESC = "DESC"


@dataclass(frozen=True, slots=True)
class Order:
    """One thing to sort by. Ties are broken by the next one, and in the end by id."""

    field: OrderField
    direction: Direction = Direction.ASC


def condition(asked: DefinitionFilter, values: Values) -> str:
    """The filter as one SQL condition; TRUE when it asks nothing."""
    conditions = [*_plain(asked, values), *_typed(asked, values), *_nested(asked, values)]
    return " AND ".join(conditions) or "TRUE"


def _plain(asked: DefinitionFilter, values: Values) -> list[str]:
    in_force = [] if asked.is_in_force is None else [f"(d.established_version IS NOT NULL) = {asked.is_in_force}"]
    return [
        *value_filters.any_of("d.locale", asked.locale, values),
        *value_filters.any_of("d.status", asked.status, values),
        *value_filters.any_of("d.category", asked.category, values),
        *value_filters.any_of("d.origin", asked.origin, values),
        *in_force,
    ]


def _typed(asked: DefinitionFilter, values: Values) -> list[str]:
    ids = {"d.id": asked.id, "d.glossary_id": asked.glossary_id, "d.created_by_id": asked.created_by_id}
    conditions = [one for column, of in ids.items() if of for one in value_filters.id_conditions(of, column, values)]
    if asked.term:
        conditions += _term(asked.term, values)
    if asked.updated_at:
        conditions += value_filters.date_conditions(asked.updated_at, "d.updated_at", values)
    if asked.contexts:
        conditions += _contexts(asked.contexts, values)
    if asked.latest_validation:
        run = validation_reads.run_condition(asked.latest_validation, values, "r")
        conditions.append(f"EXISTS (SELECT 1 FROM validation_runs r WHERE r.id = d.latest_run_id AND {run})")
    return conditions


def _nested(asked: DefinitionFilter, values: Values) -> list[str]:
    conditions = [f"({condition(one, values)})" for one in asked.and_ or ()]
    if asked.or_ is not None:
        conditions.append(f"({' OR '.join(f'({condition(one, values)})' for one in asked.or_) or 'FALSE'})")
    if asked.not_ is not None:
        conditions.append(f"({condition(asked.not_, values)}) IS NOT TRUE")
    return conditions


def _term(asked: StringFilter, values: Values) -> list[str]:
    conditions = value_filters.string_conditions(asked, "d.term", "d.term_key", values)
    # Each narrows by an index what the exact condition then decides.
    if asked.contains is not None and (grams := _trigrams(value_filters.folded(asked.contains))):
        conditions.append(f"d.term_trigrams @> {values.add(grams)}::text[]")
    if asked.starts_with is not None:
        start = value_filters.folded(asked.starts_with)
        conditions.append(
            f"d.term_key >= {values.add(start)}::text AND d.term_key < {values.add(start + LAST_CODE_POINT)}::text"
        )
    return conditions


def _trigrams(key: str) -> Sequence[str]:
    return sorted({key[place : place + 3] for place in range(len(key) - 2)})


def _contexts(asked: ContextFilter, values: Values) -> list[str]:
    conditions = [] if asked.is_empty is None else [f"(d.context_key = '') = {asked.is_empty}"]
    of_one = value_filters.any_of("c.item ->> 'kind'", asked.kind, values)
    if asked.name:
        of_one += value_filters.string_conditions(asked.name, "(c.item ->> 'name')", "lower(c.item ->> 'name')", values)
    if of_one:
        conditions.append(
            f"EXISTS (SELECT 1 FROM jsonb_array_elements(d.contexts) AS c(item) WHERE {' AND '.join(of_one)})"
        )
    if asked.name and asked.name.eq is not None:
        conditions.append(f"d.contexts @> {values.add([{'name': asked.name.eq}])}::jsonb")
    return conditions

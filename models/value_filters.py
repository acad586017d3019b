"""Conditions on one value: what a filter asks, and the SQL that answers it. A field that is null asks nothing."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from models.values import Values

Key = TypeVar("Key", UUID, str)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdFilter(Generic[Key]):
    """On an identity: a UUID, or a code where the code is the key."""

    eq: Key | None = None
    ne: Key | None = None
    in_: tuple[Key, ...] | None = None
    not_in: tuple[Key, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StringFilter:
    """On a text. `contains` and `starts_with` disregard letter case."""

    eq: str | None = None
    ne: str | None = None
    in_: tuple[str, ...] | None = None
    not_in: tuple[str, ...] | None = None
    contains: str | None = None
    starts_with: str | None = None
    is_null: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IntFilter:
    """On a whole number."""

    eq: int | None = None
    ne: int | None = None
    in_: tuple[int, ...] | None = None
    gt: int | None = None
    gte: int | None = None
    lt: int | None = None
    lte: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTimeFilter:
    """On an instant."""

    gt: datetime | None = None
    gte: datetime | None = None
    lt: datetime | None = None
    lte: datetime | None = None
    is_null: bool | None = None


def folded(text: str) -> str:
    """The text as `models.keys.term_key` folds it, blanks kept."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def id_conditions(asked: IdFilter[UUID] | IdFilter[str], column: str, values: Values) -> list[str]:
    """What the filter asks of the column. `ne` and `not_in` hold for null as well."""
    kind = "uuid" if _is_uuid(asked) else "text"
    return [
        *_compared(column, kind, {"=": asked.eq, "IS DISTINCT FROM": asked.ne}, values),
        *_listed(column, kind, (asked.in_, asked.not_in), values),
    ]


def string_conditions(asked: StringFilter, column: str, key: str, values: Values) -> list[str]:
    """What the filter asks of the column; `key` is an expression with its case-folded form."""
    return [
        *_compared(column, "text", {"=": asked.eq, "IS DISTINCT FROM": asked.ne}, values),
        *_listed(column, "text", (asked.in_, asked.not_in), values),
        *([f"strpos({key}, {values.add(folded(asked.contains))}::text) > 0"] if asked.contains is not None else []),
        *(
            [f"starts_with({key}, {values.add(folded(asked.starts_with))}::text)"]
            if asked.starts_with is not None
            else []
        ),
        *_null(column, is_null=asked.is_null),
    ]


def int_conditions(asked: IntFilter, column: str, values: Values) -> list[str]:
    """What the filter asks of the column."""
    compared = {
        "=": asked.eq,
        "IS DISTINCT FROM": asked.ne,
        ">": asked.gt,
        ">=": asked.gte,
        "<": asked.lt,
        "<=": asked.lte,
    }
    return [*_compared(column, "int", compared, values), *_listed(column, "int", (asked.in_, None), values)]


def date_conditions(asked: DateTimeFilter, column: str, values: Values) -> list[str]:
    """What the filter asks of the column."""
    compared = {">": asked.gt, ">=": asked.gte, "<": asked.lt, "<=": asked.lte}
    return [*_compared(column, "timestamptz", compared, values), *_null(column, is_null=asked.is_null)]


def any_of(column: str, asked: Sequence[str] | None, values: Values) -> list[str]:
    """The column is one of the texts asked for; nothing when none is asked for."""
    return [] if asked is None else [f"{column} = ANY({values.add([str(one) for one in asked])}::text[])"]


def _is_uuid(asked: IdFilter[UUID] | IdFilter[str]) -> bool:
    given = (asked.eq, asked.ne, *(asked.in_ or ()), *(asked.not_in or ()))
    return any(isinstance(value, UUID) for value in given)


def _compared(column: str, kind: str, asked: Mapping[str, object], values: Values) -> list[str]:
    return [f"{column} {sign} {values.add(value)}::{kind}" for sign, value in asked.items() if value is not None]


def _listed(
    column: str, kind: str, asked: tuple[Sequence[object] | None, Sequence[object] | None], values: Values
) -> list[str]:
    within, without = asked
    conditions = []
    if within is not None:
        conditions.append(f"{column} = ANY({values.add(list(within))}::{kind}[])")
    if without is not None:
        conditions.append(f"({column} = ANY({values.add(list(without))}::{kind}[])) IS NOT TRUE")
    return conditions


def _null(column: str, *, is_null: bool | None) -> list[str]:
    return [] if is_null is None else [f"{column} IS {'' if is_null else 'NOT '}NULL"]

"""Conditions on one value, as every filter uses them."""

from datetime import datetime
from uuid import UUID

import strawberry

from models import value_filters
from schema import ids, parsing

UNSET = strawberry.UNSET


@strawberry.input(
    description="On a text; each of at most 1,000 characters. Fields are combined with AND; a null field is ignored."
)
class StringFilter:
    """Asks a text."""

    eq: str | None = strawberry.field(default=UNSET, description="Equals.")
    ne: str | None = strawberry.field(default=UNSET, description="Differs.")
    in_: list[str] | None = strawberry.field(default=UNSET, name="in", description="Is one of these; at most 100.")
    not_in: list[str] | None = strawberry.field(default=UNSET, description="Is none of these; at most 100.")
    contains: str | None = strawberry.field(default=UNSET, description="Case-insensitive substring.")
    starts_with: str | None = strawberry.field(default=UNSET, description="Case-insensitive beginning.")
    is_null: bool | None = strawberry.field(default=UNSET, description="True: there is no value. False: there is one.")


@strawberry.input(name="IDFilter", description="On an id. Fields are combined with AND; a null field is ignored.")
class IDFilter:
    """Asks an id."""

    eq: strawberry.ID | None = strawberry.field(default=UNSET, description="Equals.")
    ne: strawberry.ID | None = strawberry.field(default=UNSET, description="Differs.")
    in_: list[strawberry.ID] | None = strawberry.field(
        default=UNSET, name="in", description="Is one of these; at most 100."
    )
    not_in: list[strawberry.ID] | None = strawberry.field(default=UNSET, description="Is none of these; at most 100.")


@strawberry.input(description="On a whole number. Fields are combined with AND; a null field is ignored.")
class IntFilter:
    """Asks a number."""

    eq: int | None = strawberry.field(default=UNSET, description="Equals.")
    ne: int | None = strawberry.field(default=UNSET, description="Differs.")
    in_: list[int] | None = strawberry.field(default=UNSET, name="in", description="Is one of these; at most 100.")
    gt: int | None = strawberry.field(default=UNSET, description="Is greater.")
    gte: int | None = strawberry.field(default=UNSET, description="Is greater or equal.")
    lt: int | None = strawberry.field(default=UNSET, description="Is less.")
    lte: int | None = strawberry.field(default=UNSET, description="Is less or equal.")


@strawberry.input(description="On an instant. Fields are combined with AND; a null field is ignored.")
class DateTimeFilter:
    """Asks an instant."""

    gt: datetime | None = strawberry.field(default=UNSET, description="Is later.")
    gte: datetime | None = strawberry.field(default=UNSET, description="Is later or the same.")
    lt: datetime | None = strawberry.field(default=UNSET, description="Is earlier.")
    lte: datetime | None = strawberry.field(default=UNSET, description="Is earlier or the same.")
    is_null: bool | None = strawberry.field(default=UNSET, description="True: there is none. False: there is one.")


def text(asked: StringFilter | None) -> value_filters.StringFilter | None:
    """The filter, as the rooms below read it."""
    present = parsing.given(asked)
    return None if present is None else parsing.filled(value_filters.StringFilter, present)


def number(asked: IntFilter | None) -> value_filters.IntFilter | None:
    """The filter, as the rooms below read it."""
    present = parsing.given(asked)
    return None if present is None else parsing.filled(value_filters.IntFilter, present)


def instant(asked: DateTimeFilter | None) -> value_filters.DateTimeFilter | None:
    """The filter, as the rooms below read it."""
    present = parsing.given(asked)
    return None if present is None else parsing.filled(value_filters.DateTimeFilter, present)


def identity(asked: IDFilter | None, kind: str, *path: str) -> value_filters.IdFilter[UUID] | None:
    """The filter with keys of this kind.

    Raises:
        InvalidInput: it holds an id of something else.
    """
    present = parsing.given(asked)
    if present is None:
        return None
    return value_filters.IdFilter(
        eq=_key(present.eq, kind, *path, "eq"),
        ne=_key(present.ne, kind, *path, "ne"),
        in_=_keys(present.in_, kind, *path, "in"),
        not_in=_keys(present.not_in, kind, *path, "notIn"),
    )


def anything(asked: IDFilter | None, *path: str) -> value_filters.IdFilter[UUID] | None:
    """The filter with keys of any kind.

    Raises:
        InvalidInput: it holds something that is no id.
    """
    present = parsing.given(asked)
    if present is None:
        return None
    return value_filters.IdFilter(
        eq=_any_key(present.eq, *path, "eq"),
        ne=_any_key(present.ne, *path, "ne"),
        in_=_any_keys(present.in_, *path, "in"),
        not_in=_any_keys(present.not_in, *path, "notIn"),
    )


def code(asked: IDFilter | None, *path: str) -> value_filters.IdFilter[str] | None:
    """The filter with codes of rules.

    Raises:
        InvalidInput: it holds an id of something else.
    """
    present = parsing.given(asked)
    if present is None:
        return None
    return value_filters.IdFilter(
        eq=_code(present.eq, *path, "eq"),
        ne=_code(present.ne, *path, "ne"),
        in_=_codes(present.in_, *path, "in"),
        not_in=_codes(present.not_in, *path, "notIn"),
    )


def _key(value: str | None, kind: str, *path: str) -> UUID | None:
    present = parsing.given(value)
    return None if present is None else ids.decode(kind, present, *path)


def _keys(values: list[strawberry.ID] | None, kind: str, *path: str) -> tuple[UUID, ...] | None:
    present = parsing.given(values)
    return None if present is None else tuple(ids.decode(kind, value, *path) for value in present)


def _any_key(value: str | None, *path: str) -> UUID | None:
    present = parsing.given(value)
    return None if present is None else ids.decode_any(present, *path)


def _any_keys(values: list[strawberry.ID] | None, *path: str) -> tuple[UUID, ...] | None:
    present = parsing.given(values)
    return None if present is None else tuple(ids.decode_any(value, *path) for value in present)


def _code(value: str | None, *path: str) -> str | None:
    present = parsing.given(value)
    return None if present is None else ids.decode_code(present, *path)


def _codes(values: list[strawberry.ID] | None, *path: str) -> tuple[str, ...] | None:
    present = parsing.given(values)
    return None if present is None else tuple(ids.decode_code(value, *path) for value in present)

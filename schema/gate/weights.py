"""What the directives `@cost` and `@listSize` say of the fields of a schema; the SDL is the only source of weights."""

from dataclasses import dataclass
from typing import TypeVar

from graphql import GraphQLField, GraphQLNamedType, GraphQLObjectType, get_named_type, is_composite_type
from graphql.type import is_list_type, is_non_null_type
from strawberry import UNSET

from schema.directives import Cost, ListSize

Stated = TypeVar("Stated", Cost, ListSize)
UNSIZED = 10
"""Items of a list whose size nobody states. A test sees to it that no such list exists."""


@dataclass(frozen=True, slots=True)
class Sizing:
    """How long a list is: the first of `arguments` that is given, else `assumed`. `fields`: the lists below it that are meant."""

    assumed: int
    arguments: tuple[str, ...] = ()
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Weight:
    """What selecting a field costs: `own` points once, and `each` for every object in it."""

    own: int
    each: int
    sizing: Sizing | None
    """Null when the field holds one value."""


def of(field: GraphQLField) -> Weight:
    """The weight of a field. Leaves weigh nothing and objects one point each, unless the schema says otherwise."""
    named = get_named_type(field.type)
    each = _of_type(named) if is_composite_type(named) else 0
    cost, sizing = _cost(field), _sizing(field)
    if sizing is not None and not sizing.fields and not is_list(field):
        sizing = None
    if is_list(field):
        return Weight(cost or 0, each, sizing or Sizing(UNSIZED))
    # An object costs its weight or that of the field, not both.
    return Weight(each if cost is None else cost, 0, sizing)


def is_list(field: GraphQLField) -> bool:
    """Whether the field holds a list."""
    kind = field.type.of_type if is_non_null_type(field.type) else field.type
    return is_list_type(kind)


def is_sized(field: GraphQLField) -> bool:
    """Whether the schema states how long the list of the field is."""
    return _sizing(field) is not None


def _of_type(named: GraphQLNamedType) -> int:
    if not isinstance(named, GraphQLObjectType):
        return 1
    stated = _directive(named.extensions.get("strawberry-definition"), Cost)
    return 1 if stated is None else stated.weight


def _cost(field: GraphQLField) -> int | None:
    stated = _directive(field.extensions.get("strawberry-definition"), Cost)
    return None if stated is None else stated.weight


def _sizing(field: GraphQLField) -> Sizing | None:
    stated = _directive(field.extensions.get("strawberry-definition"), ListSize)
    if stated is None:
        return None
    assumed = UNSIZED if stated.assumed_size in {None, UNSET} else stated.assumed_size
    arguments, fields = _names(stated.slicing_arguments), _names(stated.sized_fields)
    return Sizing(assumed, arguments, frozenset(fields))


def _names(stated: object) -> tuple[str, ...]:
    return tuple(stated) if isinstance(stated, list) else ()


def _directive(definition: object, kind: type[Stated]) -> Stated | None:
    directives = getattr(definition, "directives", None) or ()
    return next((one for one in directives if isinstance(one, kind)), None)

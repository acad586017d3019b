"""Operations made at random from the schema, with ids that exist among others that do not."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
)

DEEPEST = 6
MOST_FIELDS = 4
WORDS = (
    "",
    "tenant",
    "huurder",
    "a\u0000b",
    "x" * 300,
    "'; DROP TABLE definitions; --",
    "é\U0001f600",
    "\u202e",
    "-1",
    "%",
    "(",
)
NUMBERS = (0, 1, 2, 20, 100, 101, -1, 2_147_483_647)
SCALARS: Mapping[str, Sequence[object]] = {
    "DateTime": ("2026-11-24T12:00:00Z", "0001-01-01T00:00:00Z", "now"),
    "Locale": ("en", "nl", "nl-BE", "tlh", "no such"),
    "URI": ("https://example.org/concept/1", "urn:x", ":"),
    "Int": NUMBERS,
    "Float": (0.5, -1.0),
    "Boolean": (True, False),
}


@dataclass(slots=True)
class Guess:
    """Makes operations. `known` are ids of objects that are there."""

    schema: GraphQLSchema
    random: Random
    known: Sequence[str]
    spared: frozenset[str] = field(default=frozenset())
    """Root fields that are never chosen."""

    def operation(self) -> str:
        """A query or a mutation with one root field."""
        root = self.random.choice([self.schema.query_type, self.schema.mutation_type])
        assert root is not None
        kind = "query" if root is self.schema.query_type else "mutation"
        name = self.random.choice(sorted(set(root.fields) - self.spared))
        return f"{kind}{{{self._field(name, root.fields[name], DEEPEST)}}}"

    def _field(self, name: str, what: GraphQLField, depth: int) -> str:
        given = {key: item for key, item in what.args.items() if self._is_chosen(item)}
        arguments = ",".join(f"{key}:{self._value(item.type, depth)}" for key, item in given.items())
        inside = get_named_type(what.type)
        selection = "" if is_leaf_type(inside) else self._selection(inside, depth - 1)
        return f"{name}{f'({arguments})' if arguments else ''}{selection}"

    def _selection(self, kind: GraphQLNamedType, depth: int) -> str:
        if isinstance(kind, GraphQLUnionType):
            member = self.random.choice(list(kind.types))
            return f"{{__typename ...on {member.name}{self._selection(member, depth)}}}"
        assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
        usable = [name for name, item in kind.fields.items() if depth > 0 or is_leaf_type(get_named_type(item.type))]
        chosen = self.random.sample(usable, min(len(usable), MOST_FIELDS))
        fields = " ".join(self._field(name, kind.fields[name], depth) for name in chosen)
        return f"{{__typename {fields}}}"

    def _is_chosen(self, item: GraphQLArgument | GraphQLInputField) -> bool:
        return isinstance(item.type, GraphQLNonNull) or self.random.random() < 0.4

    def _value(self, kind: GraphQLInputType, depth: int) -> str:
        if isinstance(kind, GraphQLNonNull):
            return self._value(kind.of_type, depth)
        if isinstance(kind, GraphQLList):
            return f"[{','.join(self._value(kind.of_type, depth) for _ in range(self.random.choice((0, 1, 2))))}]"
        if isinstance(kind, GraphQLEnumType):
            chosen: str = self.random.choice(list(kind.values))
            return chosen
        if isinstance(kind, GraphQLInputObjectType):
            return self._object(kind, depth)
        if kind.name == "ID":
            return json.dumps(self.random.choice([*self.known, "nonsense", ""]))
        return json.dumps(self.random.choice(list(SCALARS.get(kind.name, WORDS))))

    def _object(self, kind: GraphQLInputObjectType, depth: int) -> str:
        if kind.is_one_of:
            name = self.random.choice(list(kind.fields))
            return f"{{{name}:{self._value(GraphQLNonNull(kind.fields[name].type), depth)}}}"
        if depth <= 0:
            chosen = {name: item for name, item in kind.fields.items() if isinstance(item.type, GraphQLNonNull)}
        else:
            chosen = {name: item for name, item in kind.fields.items() if self._is_chosen(item)}
        return "{" + ",".join(f"{name}:{self._value(item.type, depth - 2)}" for name, item in chosen.items()) + "}"

"""The cost of an operation in points: at most so many before it runs, and so many as it turned out.

Compiled once per document. A field that several fragments select is executed once, and so is counted once; alternatives
for types that exclude each other are added up, which makes the price an upper bound.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
)

from schema.gate import weights
from schema.gate.weights import Sizing

INTROSPECTION = 50
"""Points of `__schema` and `__type`, whatever is asked of them: they read no row."""
MOST_PARTS = 5_000
"""Fields that a price may be made of, counted where they are selected: beyond it lies an attack, not a page."""
MOST_PAIRS = 2_500
"""Pairs of fields under one key of the response: validation compares each with each, at some 16 µs a pair (measured)."""
_TOO_LARGE = 2**31
"""GraphQL 3.5.1: an Int has 32 bits. What is larger is refused when variables are coerced."""
_LONGEST_NUMBER = 10
"""Digits of the largest Int."""


class TooComplex(Exception):
    """The document selects more fields, fragments written out, or the same ones more often, than any page needs."""


@dataclass(frozen=True, slots=True)
class Size:
    """How long a list is: the largest of `numbers` and `variables` that hold numbers, else `assumed`."""

    assumed: int
    numbers: tuple[int, ...] = ()
    variables: tuple[str, ...] = ()

    def at(self, variables: Mapping[str, Any]) -> int:
        """The length under these variables."""
        given = [*self.numbers, *(variables.get(name) for name in self.variables)]
        known = [number for number in given if isinstance(number, int) and 0 <= number < _TOO_LARGE]
        return max(known, default=self.assumed)


@dataclass(frozen=True, slots=True)
class Price:
    """What one key of the response costs: `own` points once, and for every object in it `each` and all `parts`."""

    key: str
    own: int
    each: int = 0
    size: Size | None = None
    """Null when the key holds one value."""
    parts: tuple["Price", ...] = ()
    constant: int | None = field(init=False, compare=False, default=None)
    """What `at` says under all variables; null when it depends on them."""

    def __post_init__(self) -> None:
        """Most parts of most documents depend on no variable: their price is worked out once."""
        if (self.size is None or not self.size.variables) and all(part.constant is not None for part in self.parts):
            object.__setattr__(self, "constant", self._at({}))

    def at(self, variables: Mapping[str, Any]) -> int:
        """The most that it can cost under these variables, as far as assumed sizes hold."""
        return self._at(variables) if self.constant is None else self.constant

    def _at(self, variables: Mapping[str, Any]) -> int:
        inner = self.each + sum(part.at(variables) for part in self.parts)
        return self.own + (inner if self.size is None else inner * self.size.at(variables))

    def of(self, value: object) -> int:
        """What it cost, given what came of it. Nothing but the value itself was done where it is null."""
        match value:
            case None:
                return self.own
            case list():
                return self.own + sum(self._inside(item) for item in value)
            case _:
                return self.own + self._inside(value)

    def _inside(self, value: object) -> int:
        if not isinstance(value, dict):
            return self.each
        return self.each + sum(part.of(value[part.key]) for part in self.parts if part.key in value)


NOTHING = Price("", 0)


def prices(schema: GraphQLSchema, document: DocumentNode) -> dict[str | None, Price]:
    """The price of every operation of a document without fragments that spread themselves, by name.

    What is not valid in it costs nothing: it will not run.

    Raises:
        TooComplex: written out, the document is longer than anybody needs.
    """
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    pricing = _Pricing(schema, fragments)
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    return {node.name.value if node.name else None: pricing.of(node) for node in operations}


class _Place(NamedTuple):
    """A selection set, and the type whose fields it selects."""

    type: GraphQLNamedType
    selections: SelectionSetNode


class _Choice(NamedTuple):
    type: GraphQLNamedType
    node: FieldNode


@dataclass(slots=True)
class _Pricing:
    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    defaults: Mapping[str, int] = field(default_factory=dict)
    count: int = 0
    pairs: int = 0

    def of(self, operation: OperationDefinitionNode) -> Price:
        root = self.schema.get_root_type(OperationType(operation.operation))
        if root is None:
            return NOTHING
        self.defaults = {
            item.variable.name.value: _number(item.default_value)
            for item in operation.variable_definitions or ()
            if isinstance(item.default_value, IntValueNode)
        }
        return Price("", 0, parts=self._parts([_Place(root, operation.selection_set)], None))

    def _parts(self, places: Iterable[_Place], above: tuple[frozenset[str], Size] | None) -> tuple[Price, ...]:
        """Prices of what the places select together. `above`: the lists among them that the field above has sized."""
        groups: dict[str, list[_Choice]] = {}
        for choice in self._choices(places):
            name = choice.node.alias or choice.node.name
            groups.setdefault(name.value, []).append(choice)
        found = (self._price(key, choices, above) for key, choices in groups.items())
        return tuple(price for price in found if price.own or price.each or price.parts)

    def _price(self, key: str, choices: Sequence[_Choice], above: tuple[frozenset[str], Size] | None) -> Price:
        self.pairs += len(choices) * (len(choices) - 1) // 2
        if self.pairs > MOST_PAIRS:
            raise TooComplex
        choice = choices[0]
        name = choice.node.name.value
        if name in {"__schema", "__type"}:
            return Price(key, INTROSPECTION)
        definition = _field(choice.type, name)
        if definition is None:
            return NOTHING
        weight = weights.of(definition)
        size = None if weight.sizing is None else self._size(weight.sizing, choice.node, definition)
        below = None
        if size is not None and weight.sizing is not None and weight.sizing.fields:
            below, size = (weight.sizing.fields, size), size if weights.is_list(definition) else None
        if above is not None and name in above[0]:
            size = above[1]
        inside = get_named_type(definition.type)
        places = [_Place(inside, one.node.selection_set) for one in choices if one.node.selection_set is not None]
        return Price(key, weight.own, weight.each, size, self._parts(places, below))

    def _choices(self, places: Iterable[_Place]) -> Iterator[_Choice]:
        """The fields of these places, fragments written out, each once."""
        waiting, seen = list(places), set[tuple[str, int]]()
        while waiting:
            place = waiting.pop()
            identity = (place.type.name, id(place.selections))
            if identity in seen:
                continue
            seen.add(identity)
            for selection in place.selections.selections:
                self._step()
                if isinstance(selection, FieldNode):
                    yield _Choice(place.type, selection)
                    continue
                inside = self._fragment(selection)
                if inside is not None:
                    condition = inside.type_condition
                    kind = place.type if condition is None else self.schema.get_type(condition.name.value)
                    waiting.append(_Place(kind or place.type, inside.selection_set))

    def _fragment(self, selection: SelectionNode) -> FragmentDefinitionNode | InlineFragmentNode | None:
        """What a selection that is no field stands for; null when the document lacks the fragment."""
        if isinstance(selection, FragmentSpreadNode):
            return self.fragments.get(selection.name.value)
        return selection if isinstance(selection, InlineFragmentNode) else None

    def _step(self) -> None:
        self.count += 1
        if self.count > MOST_PARTS:
            raise TooComplex

    def _size(self, sizing: Sizing, node: FieldNode, definition: GraphQLField) -> Size:
        numbers: list[int] = []
        variables: list[str] = []
        given = {argument.name.value: argument.value for argument in node.arguments or ()}
        for name in sizing.arguments:
            match given.get(name):
                case IntValueNode() as literal:
                    numbers.append(_number(literal))
                case VariableNode(name=variable):
                    variables.append(variable.value)
                case _:
                    numbers += _default(definition, name)
        assumed = max((self.defaults[name] for name in variables if name in self.defaults), default=sizing.assumed)
        return Size(assumed, tuple(numbers), tuple(variables))


def _number(literal: IntValueNode) -> int:
    # Python refuses to read numbers of more than 4300 digits, and the executor one that is no Int.
    return int(literal.value[:_LONGEST_NUMBER])


def _default(definition: GraphQLField, name: str) -> list[int]:
    argument = definition.args.get(name)
    value = None if argument is None else argument.default_value
    return [value] if isinstance(value, int) and not isinstance(value, bool) else []


def _field(kind: GraphQLNamedType, name: str) -> GraphQLField | None:
    if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
        fields: dict[str, GraphQLField] = kind.fields
        return fields.get(name)
    return None

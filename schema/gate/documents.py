"""The document store: what a text means, worked out once, for all transports."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    NoUndefinedVariablesRule,
    NoUnusedVariablesRule,
    OperationDefinitionNode,
    UniqueVariableNamesRule,
    VariablesAreInputTypesRule,
    VariablesInAllowedPositionRule,
    parse,
    specified_rules,
    validate,
)

from schema.gate import cost, guard, introspection
from schema.gate.choices import VariablesOfChoicesRule
from schema.gate.cost import Price, TooComplex
from schema.gate.guard import Excess
from schema.gate.options import Limits

_RULES = (*specified_rules, VariablesOfChoicesRule)
_RULES_OF_VARIABLES = frozenset(
    {
        NoUndefinedVariablesRule,
        NoUnusedVariablesRule,
        UniqueVariableNamesRule,
        VariablesAreInputTypesRule,
        VariablesInAllowedPositionRule,
        VariablesOfChoicesRule,
    }
)
"""They walk through the document once more, and find nothing where no dollar sign is."""
_RULES_WITHOUT_VARIABLES = tuple(rule for rule in _RULES if rule not in _RULES_OF_VARIABLES)
_MAX_CODE_POINTS = 2_000_000
"""Of all remembered texts together: a syntax tree takes some fifty times the size of its text."""


class Fault(StrEnum):
    """Why a document cannot be executed. The value is the code that clients get."""

    SYNTAX = "GRAPHQL_PARSE_FAILED"
    LIMIT = "OPERATION_LIMIT_EXCEEDED"
    VALIDATION = "GRAPHQL_VALIDATION_FAILED"


@dataclass(frozen=True, slots=True)
class Document:
    """A text, understood. With a fault it has errors and cannot be executed."""

    hash: str
    """Lower-case hexadecimal SHA-256 of the text."""
    size: int
    """Of the text, in code points."""
    ast: DocumentNode | None = None
    fault: Fault | None = None
    errors: tuple[GraphQLError, ...] = ()
    operations: MappingProxyType[str | None, OperationDefinitionNode] = field(
        default_factory=lambda: MappingProxyType({})
    )
    introspects: frozenset[str] = frozenset()
    """Which of `__schema` and `__type` it selects."""
    blind: DocumentNode | None = None
    """The same for somebody who may not see the schema; null when it asks for none of it."""
    prices: MappingProxyType[str | None, Price] = field(default_factory=lambda: MappingProxyType({}))
    """By name of the operation."""

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation with this name, or the only one when no name is given; null when there is no such."""
        if name is not None:
            return self.operations.get(name)
        return next(iter(self.operations.values())) if len(self.operations) == 1 else None


@dataclass(slots=True)
class Documents:
    """The latest used documents, those with faults too: a client that repeats a mistake costs no second parse."""

    schema: GraphQLSchema
    limits: Limits = field(default_factory=Limits)
    bound: int = 1_000
    hides_suggestions: bool = False
    _known: OrderedDict[str, Document] = field(default_factory=OrderedDict)
    _size: int = 0

    def get(self, text: str) -> Document:
        """The document of a text without lone surrogates."""
        key = hashlib.sha256(text.encode()).hexdigest()
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
            return known
        document = self._understood(key, text)
        self._known[key] = document
        self._size += document.size
        while len(self._known) > self.bound or self._size > _MAX_CODE_POINTS:
            self._size -= self._known.popitem(last=False)[1].size
        return document

    def _understood(self, key: str, text: str) -> Document:
        if len(text) > self.limits.code_points:
            return _beyond(key, 0, Excess("code_points", self.limits.code_points, "the document is too long"))
        try:
            ast = parse(text, max_lexical_tokens=self.limits.tokens, max_comments=self.limits.comments)
        except GraphQLError as error:
            return Document(key, len(text), fault=Fault.SYNTAX, errors=(_plain(error),))
        excess = guard.excess(ast, self.limits)
        if excess is not None:
            return _beyond(key, len(text), excess)
        try:
            prices = cost.prices(self.schema, ast)
        except TooComplex:
            return _beyond(key, len(text), Excess("complexity", cost.MOST_PARTS, "the document selects too much"))
        rules = _RULES if "$" in text else _RULES_WITHOUT_VARIABLES
        errors = validate(
            self.schema, ast, rules, max_errors=self.limits.errors, hide_suggestions=self.hides_suggestions
        )
        if errors:
            return Document(key, len(text), fault=Fault.VALIDATION, errors=tuple(_plain(error) for error in errors))
        asked = introspection.asked(ast)
        return Document(
            key,
            len(text),
            ast,
            operations=_operations(ast),
            introspects=asked,
            blind=introspection.blinded(ast) if asked else None,
            prices=MappingProxyType(prices),
        )


def _operations(ast: DocumentNode) -> MappingProxyType[str | None, OperationDefinitionNode]:
    found = (node for node in ast.definitions if isinstance(node, OperationDefinitionNode))
    return MappingProxyType({node.name.value if node.name else None: node for node in found})


def _beyond(key: str, size: int, excess: Excess) -> Document:
    extensions = {"code": Fault.LIMIT.value, "limit": excess.limit, "maximum": excess.maximum}
    return Document(key, size, fault=Fault.LIMIT, errors=(GraphQLError(excess.message, extensions=extensions),))


def _plain(error: GraphQLError) -> GraphQLError:
    """The error without the syntax tree, which it would keep in memory."""
    return GraphQLError(error.message, source=error.source, positions=error.positions)

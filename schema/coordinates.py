"""The names of everything in a schema: `Type`, `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `@directive`."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphql import (
    ConstDirectiveNode,
    GraphQLSchema,
    is_introspection_type,
    is_specified_directive,
    is_specified_scalar_type,
    print_ast,
)

# What a caller notices beside types: prices, lengths and rights.
_FELT = frozenset({"cost", "listSize", "requiresScopes"})


@dataclass(frozen=True, slots=True)
class Element:
    """One thing with a name (schema coordinates: GraphQL, September 2025, 3.14)."""

    name: str
    description: str
    deprecation: str | None
    directives: str


def every(schema: GraphQLSchema) -> dict[str, Element]:
    """All elements by coordinate, those of the specification left out."""
    return {one.name: one for one in _walk(schema)}


def _walk(schema: GraphQLSchema) -> Iterator[Element]:
    for directive in schema.directives:
        if not is_specified_directive(directive):
            yield _element(f"@{directive.name}", directive)
    for kind in schema.type_map.values():
        if is_introspection_type(kind) or is_specified_scalar_type(kind):
            continue
        yield _element(kind.name, kind)
        for name, value in getattr(kind, "values", {}).items():
            yield _element(f"{kind.name}.{name}", value)
        for name, field in getattr(kind, "fields", {}).items():
            yield _element(f"{kind.name}.{name}", field)
            for argument, given in getattr(field, "args", {}).items():
                yield _element(f"{kind.name}.{name}({argument}:)", given)


def _element(name: str, one: object) -> Element:
    node = getattr(one, "ast_node", None)
    marks: tuple[ConstDirectiveNode, ...] = tuple(getattr(node, "directives", None) or ())
    felt = sorted(print_ast(mark) for mark in marks if mark.name.value in _FELT)
    return Element(
        name, getattr(one, "description", None) or "", getattr(one, "deprecation_reason", None), " ".join(felt)
    )

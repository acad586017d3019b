"""The schema as text: what is committed as schema/schema.graphql, and how it differs from another text."""

from pathlib import Path

import strawberry
from graphql import GraphQLSchema, SchemaChange, build_schema, find_schema_changes

# A directive of the specification needs no definition (GraphQL, September 2025, 3.13); Strawberry prints this one.
_ONE_OF = "directive @oneOf on INPUT_OBJECT\n\n"
COMMITTED = Path(__file__).with_name("schema.graphql")


def text(schema: strawberry.Schema) -> str:
    """The SDL: types by name, fields in the order of their modules, one newline at the end."""
    return schema.as_str().replace(_ONE_OF, "").rstrip() + "\n"


def changes(before: str, after: str) -> list[SchemaChange]:
    """What a client of the first text notices of the second: breaking, dangerous and safe changes."""
    return find_schema_changes(_parsed(before), _parsed(after))


def _parsed(sdl: str) -> GraphQLSchema:
    return build_schema(sdl)

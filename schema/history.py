"""What clients were promised: the released schemas, and what of the last one still holds on a day."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graphql import (
    REMOVE,
    DirectiveNode,
    DocumentNode,
    GraphQLNamedType,
    GraphQLSchema,
    Node,
    StringValueNode,
    TypeDefinitionNode,
    Visitor,
    VisitorAction,
    build_ast_schema,
    build_schema,
    get_named_type,
    is_abstract_type,
    parse,
    print_ast,
    visit,
)

from schema import deprecations, sdl

FOLDER = Path(__file__).with_name("releases")
_HEAD = re.compile(r"# Schema (\d+)\.(\d+)\.(\d+), released on (\d{4}-\d{2}-\d{2})\n\n")


class Unreleasable(Exception):
    """The schema cannot be released as it is."""


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """A schema that clients were promised."""

    number: tuple[int, int, int]
    day: date
    text: str

    @property
    def version(self) -> str:
        """Its number, with dots."""
        return ".".join(map(str, self.number))


def releases() -> list[Release]:
    """All of them, oldest first."""
    return sorted(_read(file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.graphql"))


def release(version: str, text: str, day: date) -> Release:
    """The schema, kept as a release of that day.

    Raises:
        Unreleasable: the version is not newer than the last, a client of the last breaks, or a deprecation is amiss.
    """
    head = f"# Schema {version}, released on {day}\n\n"
    if _HEAD.fullmatch(head) is None:
        raise Unreleasable(f"{version} is no version such as 1.2.0")
    made, schema = _read(head + text), build_schema(text)
    problems = deprecations.faults(schema)
    for last in releases()[-1:]:
        if made.number <= last.number:
            raise Unreleasable(f"{version} is not newer than {last.version}")
        problems += broken(last, text, day) + deprecations.short_notices(build_schema(last.text), schema, day)
    if problems:
        raise Unreleasable("\n".join(problems))
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{version}.graphql").write_text(head + text, encoding="utf-8")
    return made


def broken(last: Release, text: str, day: date) -> list[str]:
    """What breaks a client of the release, a sentence each; empty when only what was announced to end by then is gone."""
    found = sdl.changes(print_ast(promised(last.text, day)), text)
    return [change.description for change in found if type(change).__name__ == "BreakingChange"]


def promised(text: str, day: date) -> DocumentNode:
    """What of a schema still holds on the day: without what its deprecations end by then, and what only that reached."""
    kept: DocumentNode = visit(parse(text), _Ending(day))
    reached = _reached(build_ast_schema(kept, assume_valid=True))
    left = [one for one in kept.definitions if not isinstance(one, TypeDefinitionNode) or one.name.value in reached]
    return DocumentNode(definitions=tuple(left))


def _read(text: str) -> Release:
    head = _HEAD.match(text)
    if head is None:
        raise Unreleasable("a release begins with its version and its day")
    major, minor, patch, day = head.groups()
    return Release((int(major), int(minor), int(patch)), date.fromisoformat(day), text[head.end() :])


class _Ending(Visitor):
    """Takes away what is deprecated and due."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day

    def enter(self, node: Node, *_: object) -> VisitorAction:
        """The node stays, or goes."""
        marks: tuple[DirectiveNode, ...] = tuple(getattr(node, "directives", None) or ())
        return REMOVE if any(self._is_due(mark) for mark in marks if mark.name.value == "deprecated") else None

    def _is_due(self, mark: DirectiveNode) -> bool:
        reasons = [one.value.value for one in mark.arguments or () if isinstance(one.value, StringValueNode)]
        return any(notice.day <= self._day for reason in reasons if (notice := deprecations.read(reason)))


def _reached(schema: GraphQLSchema) -> set[str]:
    reached: set[str] = set()
    waiting = [one for one in (schema.query_type, schema.mutation_type, schema.subscription_type) if one]
    named: list[GraphQLNamedType] = list(waiting)
    while named:
        kind = named.pop()
        if kind.name not in reached:
            reached.add(kind.name)
            named += _neighbours(schema, kind)
    return reached


def _neighbours(schema: GraphQLSchema, kind: GraphQLNamedType) -> list[GraphQLNamedType]:
    fields = list(getattr(kind, "fields", {}).values())
    arguments = [given for field in fields for given in getattr(field, "args", {}).values()]
    possible = list(schema.get_possible_types(kind)) if is_abstract_type(kind) else []
    return [*(get_named_type(one.type) for one in fields + arguments), *getattr(kind, "interfaces", ()), *possible]

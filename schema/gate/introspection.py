"""Introspection: what of the schema a document asks for, and the same document for somebody who may not see it."""

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    NameNode,
    StringValueNode,
    Visitor,
    visit,
)

SCHEMA, TYPE = "__schema", "__type"


def asked(document: DocumentNode) -> frozenset[str]:
    """Which of `__schema` and `__type` the document selects, in whatever fragment, under whatever name."""
    found = _Asked()
    visit(document, found)
    return frozenset(found.names)


def blinded(document: DocumentNode) -> DocumentNode:
    """The document, with every `__type` asking for a type that no schema has, so that the answer is null."""
    changed: DocumentNode = visit(document, _Blinded())
    return changed


class _Asked(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_field(self, node: FieldNode, *_: object) -> None:
        if node.name.value in {SCHEMA, TYPE}:
            self.names.add(node.name.value)


class _Blinded(Visitor):
    def leave_field(self, node: FieldNode, *_: object) -> FieldNode | None:
        if node.name.value != TYPE:
            return None
        nobody = ArgumentNode(name=NameNode(value="name"), value=StringValueNode(value=""))
        return FieldNode(
            alias=node.alias,
            name=node.name,
            arguments=(nobody,),
            directives=node.directives,
            selection_set=node.selection_set,
            loc=node.loc,
        )

"""Variables that bear on how an event reads: all but those in the arguments of the subscription field itself."""

from collections.abc import Iterator

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
)

_Step = tuple[Node, bool]


def bearing(document: DocumentNode, operation: OperationDefinitionNode) -> frozenset[str]:
    """Names of the variables that are used below the root field. The document is valid, so no fragment spreads itself.

    Subscribers that differ in `after` or `filter` alone share their executions.
    """
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    names: set[str] = set()
    seen: set[tuple[str, bool]] = set()
    steps: list[_Step] = [(operation.selection_set, True)]
    while steps:
        node, is_root = steps.pop()
        if isinstance(node, VariableNode):
            names.add(node.name.value)
        elif isinstance(node, FragmentSpreadNode) and (node.name.value, is_root) not in seen:
            seen.add((node.name.value, is_root))
            steps.append((fragments[node.name.value].selection_set, is_root))
        steps.extend(_below(node, is_root=is_root))
    return frozenset(names)


def _below(node: Node, *, is_root: bool) -> Iterator[_Step]:
    stays_root = is_root and isinstance(node, SelectionSetNode | InlineFragmentNode)
    for key in node.keys:
        if is_root and isinstance(node, FieldNode) and key == "arguments":
            continue
        value = getattr(node, key, None)
        for child in value if isinstance(value, tuple | list) else (value,):
            if isinstance(child, Node):
                yield child, stays_root

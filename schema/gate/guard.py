"""The guard: what a document would make the executor do, measured in one linear pass before validation.

Fragments are measured once each and added where they are spread: a chain of 200 fragments costs as much as it is long,
where expanding them would double with every link.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    ValueNode,
)

from schema.gate import lists
from schema.gate.options import Limits

_INTROSPECTION = frozenset({"__schema", "__type"})


@dataclass(frozen=True, slots=True)
class Excess:
    """A limit that a document breaks. `limit` is the name of the field of `Limits`."""

    limit: str
    maximum: int
    message: str


@dataclass(frozen=True, slots=True)
class _Spread:
    name: str
    depth: int
    is_introspection: bool
    is_root: bool


@dataclass(slots=True)
class _Measure:
    """What one definition brings: of itself at first, with all its fragments in the end."""

    depth: int = 0
    introspection_depth: int = 0
    aliases: int = 0
    directives: int = 0
    directives_at_once: int = 0
    root_fields: int = 0
    list_items: int = 0
    arguments: int = 0
    width: int = 0
    spreads: list[_Spread] = field(default_factory=list)

    def add(self, other: "_Measure", spread: _Spread) -> None:
        """The fragment `other`, as it is spread here."""
        deepest = spread.depth + other.depth
        if spread.is_introspection:
            self.introspection_depth = max(self.introspection_depth, deepest)
        else:
            self.depth = max(self.depth, deepest)
        self.introspection_depth = max(self.introspection_depth, other.introspection_depth)
        self.aliases += other.aliases
        self.directives += other.directives
        self.directives_at_once = max(self.directives_at_once, other.directives_at_once)
        self.list_items = max(self.list_items, other.list_items)
        self.arguments = max(self.arguments, other.arguments)
        self.width = max(self.width, other.width)
        if spread.is_root:
            self.root_fields += other.root_fields


@dataclass(frozen=True, slots=True)
class _Step:
    selections: SelectionSetNode
    depth: int
    is_introspection: bool = False
    is_root: bool = True


def excess(document: DocumentNode, limits: Limits) -> Excess | None:
    """The first limit that the document breaks; null when it breaks none."""
    if len(document.definitions) > limits.definitions:
        return _excess("definitions", limits.definitions)
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    fragments = {
        node.name.value: _own(node) for node in document.definitions if isinstance(node, FragmentDefinitionNode)
    }
    ordered = _ordered(fragments)
    if ordered is None:
        return Excess("fragments", 0, "a fragment spreads itself")
    for name in ordered:
        _complete(fragments[name], fragments)
    for operation in operations:
        measure = _own(operation)
        _complete(measure, fragments)
        found = _broken(measure, operation, limits)
        if found is not None:
            return found
    return None


def _broken(measure: _Measure, operation: OperationDefinitionNode, limits: Limits) -> Excess | None:
    is_mutation = operation.operation is OperationType.MUTATION
    root_limit = "mutations" if is_mutation else "root_fields"
    values = {
        "depth": measure.depth,
        "introspection_depth": measure.introspection_depth,
        "aliases": measure.aliases,
        "directives": measure.directives,
        "directives_at_once": measure.directives_at_once,
        "list_items": measure.list_items,
        "arguments": measure.arguments,
        "width": measure.width,
        root_limit: measure.root_fields,
    }
    for limit, value in values.items():
        maximum: int = getattr(limits, limit)
        if value > maximum:
            return _excess(limit, maximum)
    return None


def _excess(limit: str, maximum: int) -> Excess:
    return Excess(limit, maximum, f"the operation exceeds the limit of {maximum} for {limit.replace('_', ' ')}")


def _own(definition: OperationDefinitionNode | FragmentDefinitionNode) -> _Measure:
    """What the definition itself brings; spreads are noted, not followed."""
    variables = definition.variable_definitions or ()
    measure = _Measure(directives=len(definition.directives or ()), arguments=len(variables))
    for variable in variables:
        measure.directives += len(variable.directives or ())
        _take_values(measure, [variable.default_value])
    steps = [_Step(definition.selection_set, 0)]
    while steps:
        step = steps.pop()
        measure.width = max(measure.width, len(step.selections.selections))
        for selection in step.selections.selections:
            steps.extend(_look(selection, step, measure))
    return measure


def _look(selection: SelectionNode, step: _Step, measure: _Measure) -> Iterator[_Step]:
    if selection.directives:
        measure.directives += len(selection.directives)
        measure.directives_at_once = max(measure.directives_at_once, len(selection.directives))
        for directive in selection.directives:
            _take(measure, directive.arguments or ())
    if isinstance(selection, FragmentSpreadNode):
        measure.spreads.append(_Spread(selection.name.value, step.depth, step.is_introspection, step.is_root))
        return
    if not isinstance(selection, FieldNode):
        yield _Step(selection.selection_set, step.depth, step.is_introspection, step.is_root)  # type: ignore[attr-defined]
        return
    if selection.arguments:
        _take(measure, selection.arguments)
    measure.aliases += selection.alias is not None
    measure.root_fields += step.is_root
    is_introspection = step.is_introspection or selection.name.value in _INTROSPECTION
    depth = step.depth + 1 if is_introspection == step.is_introspection else 1
    if is_introspection:
        measure.introspection_depth = max(measure.introspection_depth, depth)
    else:
        measure.depth = max(measure.depth, depth)
    if selection.selection_set is not None:
        yield _Step(selection.selection_set, depth, is_introspection, is_root=False)


def _take(measure: _Measure, arguments: Sequence[ArgumentNode]) -> None:
    measure.arguments = max(measure.arguments, len(arguments))
    _take_values(measure, [argument.value for argument in arguments])


def _take_values(measure: _Measure, values: Iterable[ValueNode | None]) -> None:
    longest, largest = lists.in_values(values)
    measure.list_items = max(measure.list_items, longest)
    measure.arguments = max(measure.arguments, largest)


def _complete(measure: _Measure, fragments: dict[str, _Measure]) -> None:
    for spread in measure.spreads:
        fragment = fragments.get(spread.name)
        # An unknown fragment is validation's to report.
        if fragment is not None:
            measure.add(fragment, spread)


def _ordered(fragments: dict[str, _Measure]) -> list[str] | None:
    """Fragments such that each comes after those it spreads; null when one spreads itself."""
    users: dict[str, list[str]] = {name: [] for name in fragments}
    open_count = dict.fromkeys(fragments, 0)
    for name, measure in fragments.items():
        for used in {spread.name for spread in measure.spreads} & fragments.keys():
            users[used].append(name)
            open_count[name] += 1
    ordered = [name for name, count in open_count.items() if count == 0]
    for name in ordered:
        for user in users[name]:
            open_count[user] -= 1
            if open_count[user] == 0:
                ordered.append(user)
    return ordered if len(ordered) == len(fragments) else None

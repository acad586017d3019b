"""Choices: a variable inside an input of which exactly one field is given can always give it."""

from graphql import (
    GraphQLError,
    NullValueNode,
    OperationDefinitionNode,
    ValidationRule,
    VariableDefinitionNode,
    get_nullable_type,
    is_input_object_type,
    is_non_null_type,
    type_from_ast,
)


class VariablesOfChoicesRule(ValidationRule):
    """No variable that may be null stands in such an input, unless it has a default.

    GraphQL, September 2025, 5.8.5. The rule of graphql-core 3.3 overlooks an input that may not be null itself, and most
    of ours may not: such a document would fail while it is executed, field by field.
    """

    def leave_operation_definition(self, operation: OperationDefinitionNode, *_args: object) -> None:
        """Each such variable of the operation is reported."""
        definitions = {node.variable.name.value: node for node in operation.variable_definitions or ()}
        for usage in self.context.get_recursive_variable_usages(operation):
            definition = definitions.get(usage.node.name.value)
            if definition is None or not is_non_null_type(usage.parent_type):
                continue
            parent = get_nullable_type(usage.parent_type)
            if is_input_object_type(parent) and parent.is_one_of and self._may_be_absent(definition):
                name = usage.node.name.value
                message = f"Variable '${name}' must be non-null, or have a default, to be used in a '{parent}'."
                self.report_error(GraphQLError(message, [definition, usage.node]))

    def _may_be_absent(self, definition: VariableDefinitionNode) -> bool:
        has_default = definition.default_value is not None and not isinstance(definition.default_value, NullValueNode)
        kind = type_from_ast(self.context.schema, definition.type)
        return kind is not None and not is_non_null_type(kind) and not has_default

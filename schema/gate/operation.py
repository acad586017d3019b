"""Operations: a request whose document is sound and whose operation is chosen; ready for any transport to carry out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import DocumentNode, OperationDefinitionNode, OperationType

from auth.scopes import Scope
from schema.gate import answer, errors, introspection, lists
from schema.gate.answer import Answer, Outcome
from schema.gate.cost import NOTHING, Price
from schema.gate.documents import Document, Documents, Fault
from schema.gate.request import Request

HIDDEN = "the schema is shown to whoever may read it"
UNRESOLVED = "OPERATION_RESOLUTION_FAILURE"


@dataclass(frozen=True, slots=True)
class Operation:
    """What to execute."""

    ast: DocumentNode
    node: OperationDefinitionNode
    document_hash: str
    name: str | None
    variables: Mapping[str, Any]
    price: Price = NOTHING
    tells_cost: bool = False
    """Whether the response says what the operation cost."""

    @property
    def is_subscription(self) -> bool:
        """Whether it answers with a stream."""
        return self.node.operation is OperationType.SUBSCRIPTION

    @property
    def is_mutation(self) -> bool:
        """Whether it may change something."""
        return self.node.operation is OperationType.MUTATION


def of(
    text: str, request: Request, documents: Documents, request_id: str, *, sees_schema: bool = True
) -> Operation | Answer:
    """The operation of the document that the request names, or the answer to a request that names none.

    For somebody who does not see the schema, `__type` is null and a document with `__schema` is refused.
    """
    document = documents.get(text)
    if document.fault is not None or document.ast is None:
        return _faulty(document, request_id)
    node = document.operation(request.operation_name)
    if node is None:
        return answer.refused(errors.entry(UNRESOLVED, _why(request.operation_name, document)))
    if not sees_schema and introspection.SCHEMA in document.introspects:
        return answer.refused(errors.entry("FORBIDDEN", HIDDEN, requiredScopes=[Scope.SCHEMA_READ.value]))
    most = documents.limits.list_items
    if request.variables and lists.is_longer(request.variables, most):
        message = f"a list in the variables exceeds the limit of {most} for list items"
        return answer.refused(errors.entry(Fault.LIMIT, message, limit="list_items", maximum=most))
    ast = document.ast if sees_schema or document.blind is None else document.blind
    return Operation(
        ast,
        node,
        document.hash,
        request.operation_name,
        request.variables,
        price=document.prices[node.name.value if node.name else None],
        tells_cost=request.extensions.get("cost") is True,
    )


def _faulty(document: Document, request_id: str) -> Answer:
    fault = document.fault or Fault.VALIDATION
    outcome = Outcome.UNPARSED if fault is Fault.SYNTAX else Outcome.REFUSED
    return Answer(outcome, errors=tuple(errors.entries(document.errors, request_id, code=fault.value)))


def _why(name: str | None, document: Document) -> str:
    if name is not None:
        return "the document has no operation with this name"
    if document.operations:
        return "the document has several operations; name one in `operationName`"
    return "the document has no operation"

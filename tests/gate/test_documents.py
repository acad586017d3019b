from schema.gate.documents import Documents, Fault
from tests.gate import sample

_CORE = sample.SCHEMA._schema


def test_text_is_understood_once() -> None:
    documents = Documents(_CORE)

    assert documents.get("{hello}") is documents.get("{hello}")


def test_mistake_is_understood_once_too() -> None:
    documents = Documents(_CORE)

    assert documents.get("{") is documents.get("{")
    assert documents.get("{").fault is Fault.SYNTAX


def test_least_used_document_is_forgotten() -> None:
    documents = Documents(_CORE, bound=2)
    first = documents.get("{hello}")
    documents.get("{a:hello}")
    documents.get("{hello}")
    documents.get("{b:hello}")

    assert documents.get("{hello}") is first
    assert len(documents._known) == 2


def test_long_documents_are_forgotten_earlier() -> None:
    documents = Documents(_CORE)
    for number in range(200):
        documents.get("{hello}#" + f"{number}".rjust(15_000, "x"))

    assert documents._size <= 2_000_000
    assert len(documents._known) == 133


def test_errors_hold_no_syntax_tree() -> None:
    error = Documents(_CORE).get("{nope}").errors[0]

    assert error.nodes is None
    assert error.locations is not None
    assert error.locations[0].column == 2


def test_suggestions_can_be_hidden() -> None:
    assert "hello" in Documents(_CORE).get("{helo}").errors[0].message
    assert "hello" not in Documents(_CORE, hides_suggestions=True).get("{helo}").errors[0].message


def test_validation_stops_early() -> None:
    document = Documents(_CORE).get("{thing{" + " ".join(f"y{n}" for n in range(40)) + "}}")

    assert document.fault is Fault.VALIDATION
    assert len(document.errors) == 21
    assert document.errors[-1].message.startswith("Too many validation errors")


def test_only_operation_needs_no_name() -> None:
    document = Documents(_CORE).get("query A{hello}")

    assert document.operation(None) is document.operation("A")
    assert document.operation("B") is None


def test_one_of_several_must_be_named() -> None:
    document = Documents(_CORE).get("query A{hello} query B{hello}")

    assert document.operation(None) is None
    assert document.operation("B") is not None

import time

import pytest
from graphql import get_introspection_query, parse

from schema.gate import guard
from schema.gate.documents import Documents, Fault
from schema.gate.options import Limits
from tests.gate import sample

_CORE = sample.SCHEMA._schema


def _deep(levels: int) -> str:
    return "{" + "thing{" * (levels - 1) + "name" + "}" * levels


def _chain(length: int) -> str:
    """Each fragment spreads the next twice: expanding it would take 2 ** length steps."""
    links = [f"fragment F{n} on Query{{...F{n + 1} ...F{n + 1}}}" for n in range(length)]
    return "{...F0}" + "".join(links) + f"fragment F{length} on Query{{hello}}"


HOSTILE = {
    "deep": _deep(13),
    "very deep": _deep(200),
    "nested past the parser": "{thing" * 700,
    "aliases": "{" + " ".join(f"a{n}: hello" for n in range(31)) + "}",
    "aliases through a fragment": "{"
    + "thing{...F} " * 4
    + "} fragment F on Thing{"
    + " ".join(f"a{n}:name" for n in range(9))
    + "}",
    "directives": "{hello " + "@skip(if:false) " * 21 + "}",
    "directives on variables": "query($x:String " + "@nope " * 21 + "){hello(name:$x)}",
    "root fields": "{" + "hello " * 21 + "}",
    "root fields through inline fragments": "{" + "...on Query{hello thing{name}} " * 11 + "}",
    "mutations": "mutation{" + " ".join(f"a{n}:change" for n in range(6)) + "}",
    "tokens": "{hello" + " hello" * 1500 + "}",
    "source": "{hello}#" + "x" * 16_000,
    "comments": "{hello}" + "\n#x" * 51,
    "chain of fragments that doubles": _chain(100),
    "chain of 200 fragments": "{...F0}" + "".join(f"fragment F{n} on Query{{...F{n + 1}}}" for n in range(200)),
    "cycle": "{...A} fragment A on Query{...B} fragment B on Query{...A}",
    "cycle of one": "{...A} fragment A on Query{...A}",
    "cycle beside an operation": "{hello} fragment A on Query{...A}",
    "introspection too deep": "{__schema{types{" + "ofType{" * 15 + "name" + "}" * 15 + "}}}",
    "introspection in a fragment": "{...A} fragment A on Query{__schema{types{...B}}} fragment B on __Type{"
    + "ofType{" * 14
    + "name"
    + "}" * 14
    + "}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_document_is_refused(text: str) -> None:
    document = Documents(_CORE).get(text)

    assert document.fault is not None
    assert document.ast is None
    assert document.errors


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_document_costs_little(text: str) -> None:
    documents = Documents(_CORE)
    started = time.process_time()

    documents.get(text)

    # Alone it takes 1 to 30 ms, most of it the parser's; expanding the fragments would take years.
    assert time.process_time() - started < 0.5


def test_doubling_fragments_are_measured_in_one_pass() -> None:
    started = time.process_time()

    found = guard.excess(parse(_chain(150)), Limits(definitions=200))

    assert found is not None
    assert found.limit == "root_fields"
    assert time.process_time() - started < 0.5


def test_depth_of_the_limit_passes() -> None:
    assert Documents(_CORE).get(_deep(12)).fault is None


def test_standard_introspection_query_passes() -> None:
    assert Documents(_CORE).get(get_introspection_query(descriptions=True, input_value_deprecation=True)).fault is None


def test_limit_is_named_with_its_maximum() -> None:
    document = Documents(_CORE).get(_deep(13))

    assert document.fault is Fault.LIMIT
    assert document.errors[0].extensions == {"code": "OPERATION_LIMIT_EXCEEDED", "limit": "depth", "maximum": 12}


def test_fragment_depth_counts_where_it_is_spread() -> None:
    text = "{" + "thing{" * 10 + "...F" + "}" * 11 + "fragment F on Thing{thing{thing{name}}}"

    assert Documents(_CORE).get(text).fault is Fault.LIMIT


def test_unknown_fragment_is_left_to_validation() -> None:
    assert Documents(_CORE).get("{...Unknown}").fault is Fault.VALIDATION

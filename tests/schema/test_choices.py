"""Inputs of which exactly one field is given: told as the specification says, refused before anything runs."""

import pytest
from graphql import execute_sync, parse, validate

from schema import build
from schema.gate import documents
from tests.schema import asking

WRONG = [
    "{definition(by:{}){id}}",
    "{definition(by:{id:null}){id}}",
    '{definition(by:{id:"x",term:null}){id}}',
    '{rule(by:{id:"x",code:"y"}){code}}',
    'mutation{unrelateConcepts(input:{conceptId:"x",kind:RELATED,target:{id:null}}){errors{code}}}',
]


@pytest.mark.parametrize("document", WRONG)
def test_another_number_than_one_is_not_valid(document: str) -> None:
    (error, *_) = validate(asking.schema(), parse(document))

    assert "exactly one field must be specified" in error.message


@pytest.mark.parametrize("given", [{}, {"id": None}, {"id": "x", "slug": None}])
def test_nor_is_it_in_a_variable(given: dict[str, object]) -> None:
    document = parse("query($by:DefinitionBy!){definition(by:$by){id}}")

    result = execute_sync(asking.schema(), document, variable_values={"by": given})

    assert result.data is None
    assert [error.path for error in result.errors or []] == [None]


ABSENT = ["query($x:ID){definition(by:{id:$x}){id}}", "query($x:ID=null){definition(by:{id:$x}){id}}"]
PRESENT = ["query($x:ID!){definition(by:{id:$x}){id}}", 'query($x:ID="x"){definition(by:{id:$x}){id}}']


@pytest.mark.parametrize("query", ABSENT)
def test_variable_that_may_be_null_is_no_choice(query: str) -> None:
    document = documents.Documents(asking.schema()).get(query)

    assert document.fault is documents.Fault.VALIDATION
    assert [error.message for error in document.errors] == [
        "Variable '$x' must be non-null, or have a default, to be used in a 'DefinitionBy'."
    ]


@pytest.mark.parametrize("query", PRESENT)
def test_variable_that_always_has_a_value_is_one(query: str) -> None:
    assert documents.Documents(asking.schema()).get(query).fault is None


def test_introspection_says_so_of_inputs_only() -> None:
    document = parse(
        '{a:__type(name:"RuleBy"){isOneOf} b:__type(name:"Rule"){isOneOf} c:__type(name:"SignInInput"){isOneOf}}'
    )

    result = execute_sync(build.build()._schema, document)

    assert result.data == {"a": {"isOneOf": True}, "b": {"isOneOf": None}, "c": {"isOneOf": False}}

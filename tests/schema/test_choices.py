"""Inputs of which exactly one field is given: told as the specification says, refused before anything runs."""

import pytest
from graphql import execute_sync, parse, validate

from schema import build
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


def test_introspection_says_so_of_inputs_only() -> None:
    document = parse(
        '{a:__type(name:"RuleBy"){isOneOf} b:__type(name:"Rule"){isOneOf} c:__type(name:"SignInInput"){isOneOf}}'
    )

    result = execute_sync(build.build()._schema, document)

    assert result.data == {"a": {"isOneOf": True}, "b": {"isOneOf": None}, "c": {"isOneOf": False}}

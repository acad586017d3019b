"""A corpus of hostile documents and variables: each is refused by the code that says why, before it costs anything.

What each costs is measured by `python -m benchmarks.gate.hostile`: time is no matter of a test on a busy machine.
"""

import httpx
import pytest

from schema.gate.documents import Documents
from tests.gate import hostile, sample

_CORE = sample.SCHEMA._schema
HEADERS = {"content-type": "application/json", "accept": "application/graphql-response+json"}


@pytest.mark.parametrize(("text", "code"), hostile.DOCUMENTS.values(), ids=hostile.DOCUMENTS)
def test_hostile_document_is_refused_by_its_code(text: str, code: str) -> None:
    document = Documents(_CORE).get(text)

    assert document.fault == code
    assert document.ast is None


@pytest.mark.parametrize(("variables", "status", "code"), hostile.BOMBS.values(), ids=hostile.BOMBS)
async def test_hostile_variables_are_refused(http: httpx.AsyncClient, variables: bytes, status: int, code: str) -> None:
    response = await http.post("/", content=hostile.request(variables), headers=HEADERS)

    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (status, code)
    assert set(response.json()) == {"errors"}


async def test_list_too_long_is_named_wherever_it_stands(http: httpx.AsyncClient) -> None:
    long = list(range(251))

    in_document = await http.post("/", json={"query": f"{{hello(name:{long})}}"}, headers=HEADERS)
    in_variables = await http.post("/", json={"query": "{hello}", "variables": {"x": long}}, headers=HEADERS)

    assert (in_document.status_code, in_document.json()["errors"]) == (422, [_too_long("the operation")])
    assert (in_variables.status_code, in_variables.json()["errors"]) == (422, [_too_long("a list in the variables")])


def _too_long(what: str) -> dict[str, object]:
    return {
        "message": f"{what} exceeds the limit of 250 for list items",
        "extensions": {"code": "OPERATION_LIMIT_EXCEEDED", "limit": "list_items", "maximum": 250},
    }


def test_list_of_the_limit_passes() -> None:
    text = f"query($x:[Int]={[1] * 250}){{thing @include(if:true){{name}}}}"

    assert Documents(_CORE).get(text).errors[0].message == "Variable '$x' is never used."

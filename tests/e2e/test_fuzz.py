"""Operations that nobody would write: none of them finds a defect.

`make test` sends 500, always the same ones; `make fuzz` sends 10,000 others each time (BEGRIP_FUZZ sets how many).
"""

import os
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any

import httpx
import pytest
from graphql import build_schema
from schemathesis import Case
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import negative_data_rejection, response_schema_conformance

from tests.e2e import foreign, operations
from tests.e2e.guess import Guess
from tests.e2e.site import Site

ASKED = int(os.environ.get("BEGRIP_FUZZ", "0"))
COUNT = ASKED or 500
FOREIGN, CASES = COUNT // 50, COUNT // 8
"""Both libraries take 0.1 to 0.2 s an operation and know no id that exists: most come from a generator of ours."""
SPARED = frozenset({"signIn", "registerUser", "changePassword", "signOut", "revokeSession", "updateUser"})
"""Slow on purpose, or the end of whoever asks; others test them."""

pytestmark = [
    # A null that rises to its parent leaves siblings that graphql-core has called and will not await.
    pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.timeout(3600),
]

Ask = Callable[[str], Awaitable[httpx.Response]]


async def _known(site: Site) -> list[str]:
    made = await site.people.admin.ask(
        operations.CREATE,
        input={"glossaryId": site.glossary_id, "term": "tenant", "text": "the person who rents etc.", "locale": "en"},
    )
    definition = made["createDefinition.definition"]
    return [site.glossary_id, definition["id"]]


def _ask(site: Site) -> Ask:
    headers = site.people.admin.headers()

    async def ask(document: str) -> httpx.Response:
        return await site.http.post("/graphql", json={"query": document}, headers=headers)

    return ask


def _is_defect(answer: httpx.Response) -> bool:
    return answer.status_code >= 500 or b'"INTERNAL"' in answer.content


def _is_spared(document: str) -> bool:
    return any(name in document for name in SPARED)


async def test_no_operation_of_ours_finds_a_defect(site: Site) -> None:
    guess = Guess(build_schema(foreign.SDL.read_text(encoding="utf-8")), Random(None if ASKED else 1), [], SPARED)
    guess.known, ask = await _known(site), _ask(site)

    answers = [(document, await ask(document)) for document in _made(guess, COUNT - FOREIGN - CASES)]

    assert [(document, answer.content[:300]) for document, answer in answers if _is_defect(answer)] == []
    assert {200, 294, 422} <= {answer.status_code for _, answer in answers}


async def test_no_document_of_hypothesis_finds_a_defect(site: Site) -> None:
    ask = _ask(site)
    made = [document for document in foreign.documents(FOREIGN, is_new=bool(ASKED)) if not _is_spared(document)]

    answers = [(document, await ask(document)) for document in made]

    assert [(document, answer.content[:300]) for document, answer in answers if _is_defect(answer)] == []


async def test_no_case_of_schemathesis_finds_a_defect(site: Site) -> None:
    ask = _ask(site)
    made = [case for case in foreign.cases(CASES, is_new=bool(ASKED)) if not _is_spared(str(case.body))]

    answers = [(case, await ask(str(case.body))) for case in made]

    assert [(case.body, answer.content[:300]) for case, answer in answers if _is_defect(answer)] == []
    assert [complaint for case, answer in answers for complaint in _complaints(case, answer)] == []


def _complaints(case: Case[Any], answer: httpx.Response) -> list[str]:
    """What schemathesis has against the answer: it is not of the schema's shape, or took what is wrong for right."""
    try:
        case.validate_response(answer, checks=[response_schema_conformance, negative_data_rejection])
    except (Failure, FailureGroup) as err:
        return [f"{err}\n{case.body!r}\n{answer.text[:300]}"]
    return []


def _made(guess: Guess, count: int) -> list[str]:
    return [guess.operation() for _ in range(count)]

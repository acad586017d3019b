"""Operations that nobody would write: none of them finds a defect.

`make test` sends 500, always the same ones; `make fuzz` sends 10,000 others each time (BEGRIP_FUZZ sets how many).
"""

import os
from pathlib import Path
from random import Random

import pytest
from graphql import build_schema
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis_graphql import nodes
from hypothesis_graphql import strategies as graphql_st

from tests.e2e import operations
from tests.e2e.guess import Guess
from tests.e2e.site import Site

SDL = (Path(__file__).parents[2] / "schema" / "schema.graphql").read_text(encoding="utf-8")
ASKED = int(os.environ.get("BEGRIP_FUZZ", "0"))
USUAL = 480
FOREIGN = 20
"""Of a library that knows nothing of us: it takes 0.2 s an operation, so that most come from a generator of ours."""
SCALARS = {
    "DateTime": st.sampled_from(["2026-11-24T12:00:00Z", "now"]).map(nodes.String),
    "EventCursor": st.just("x").map(nodes.String),
    "Locale": st.sampled_from(["en", "nl", "x-y", ""]).map(nodes.String),
    "URI": st.sampled_from(["https://example.org/a", ":"]).map(nodes.String),
}
SPARED = frozenset({"signIn", "registerUser", "changePassword", "signOut", "revokeSession", "updateUser"})
"""Slow on purpose, or the end of whoever asks; others test them."""


async def _known(site: Site) -> list[str]:
    made = await site.people.admin.ask(
        operations.CREATE,
        input={"glossaryId": site.glossary_id, "term": "tenant", "text": "the person who rents etc.", "locale": "en"},
    )
    definition = made["createDefinition.definition"]
    return [site.glossary_id, definition["id"]]


def _foreign(count: int) -> list[str]:
    found: list[str] = []

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        derandomize=not ASKED,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(graphql_st.from_schema(SDL, custom_scalars=SCALARS))
    def collect(document: str) -> None:
        found.append(document)

    collect()
    return [document for document in found if not any(name in document for name in SPARED)]


# A null that rises to its parent leaves siblings that graphql-core has called and will not await.
@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.timeout(3600)
async def test_no_generated_operation_finds_a_defect(site: Site) -> None:
    guess = Guess(build_schema(SDL), Random(None if ASKED else 1), await _known(site), SPARED)
    documents = [guess.operation() for _ in range(ASKED or USUAL)] + _foreign(ASKED // 20 or FOREIGN)
    defects, outcomes = [], set[int]()
    for document in documents:
        answer = await site.people.admin.ask(document)
        outcomes.add(answer.status)
        if answer.status >= 500 or b'"INTERNAL"' in answer.content:
            defects.append((document, answer.content[:300]))

    assert defects == []
    assert {200, 294, 422} <= outcomes

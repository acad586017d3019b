"""Operations of libraries that know nothing of us but the SDL: hypothesis-graphql, and schemathesis with its verdicts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import schemathesis
from graphql import ValueNode
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis_graphql import nodes
from hypothesis_graphql import strategies as graphql_st
from schemathesis import Case, GenerationMode

Drawn = TypeVar("Drawn")
SDL = Path(__file__).parents[2] / "schema" / "schema.graphql"
SCALARS: Mapping[str, st.SearchStrategy[ValueNode]] = {
    "DateTime": st.sampled_from(["2026-11-24T12:00:00Z", "now"]).map(nodes.String),
    "EventCursor": st.just("x").map(nodes.String),
    "Locale": st.sampled_from(["en", "nl", "x-y", ""]).map(nodes.String),
    "URI": st.sampled_from(["https://example.org/a", ":"]).map(nodes.String),
}


def documents(count: int, *, is_new: bool) -> list[str]:
    """So many documents with all root fields at once; others than the last time when `is_new`."""
    return _drawn(graphql_st.from_schema(SDL.read_text(encoding="utf-8"), custom_scalars=SCALARS), count, is_new=is_new)


def cases(count: int, *, is_new: bool) -> list[Case[Any]]:
    """So many cases of one root field, a third of them wrong on purpose: schemathesis says of each what must not be answered."""
    for name, strategy in SCALARS.items():
        schemathesis.graphql.scalar(name, strategy)
    schema = schemathesis.graphql.from_path(SDL)
    wrong = count // 3
    negative = _drawn(schema.as_strategy(generation_mode=GenerationMode.NEGATIVE), wrong, is_new=is_new)
    return negative + _drawn(schema.as_strategy(), count - wrong, is_new=is_new)


def _drawn(strategy: st.SearchStrategy[Drawn], count: int, *, is_new: bool) -> list[Drawn]:
    found: list[Drawn] = []

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        derandomize=not is_new,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(drawn: Drawn) -> None:
        found.append(drawn)

    collect()
    return found

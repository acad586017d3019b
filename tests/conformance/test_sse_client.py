"""The reference client of graphql-sse, distinct connections mode."""

from benchmarks.site import Site
from tests.conformance import toolbox

CHECKPOINT = {"data": {"definitionEvents": {"event": {"__typename": "StreamCheckpoint"}}}}


def test_reference_client_hears_streams_answers_and_refusals(usual: Site) -> None:
    heard = {str(line["what"]): line["value"] for line in toolbox.lines("sse.mjs", usual.graphql)}

    assert heard == {
        "subscription": CHECKPOINT,
        "query": {"data": {"__typename": "Query"}},
        "invalid": ["GRAPHQL_VALIDATION_FAILED"],
        "syntax": ["GRAPHQL_PARSE_FAILED"],
    }

"""Queries and subscriptions that nobody should send, each with the answer that it gets."""

from uuid import UUID

from schema import ids
from tests.e2e import operations as ops
from tests.e2e.bad_case import NOWHERE, Case, Variables, of_document

LIST = (
    "query ($first: Int, $after: String, $last: Int, $before: String) {{"
    " {field}(first: $first, after: $after, last: $last, before: $before) {{ nodes {{ id }} }} }}"
)
DEFINITIONS = LIST.format(field="definitions")
SEARCH = (
    "query ($search: String, $filter: DefinitionFilter, $order: [DefinitionOrder!], $after: String) {"
    " definitions(search: $search, filter: $filter, orderBy: $order, after: $after) { nodes { id } } }"
)
PREVIEW = "query ($input: ValidationPreviewInput!) { validationPreview(input: $input) { score } }"
DEEP: dict[str, object] = {"not": {"not": {"not": {"not": {"not": {"not": {"isInForce": True}}}}}}}

SLICES: dict[str, Variables] = {
    "first of 0": {"first": 0},
    "first below 0": {"first": -1},
    "first of 101": {"first": 101},
    "last of 0": {"last": 0},
    "first and last": {"first": 1, "last": 1},
    "a forged cursor": {"first": 1, "after": "Zm9yZ2Vk"},
    "an empty cursor": {"first": 1, "after": ""},
    "a cursor of 100 kB": {"first": 1, "after": "A" * 100_000},
    "before alone": {"before": "Zm9yZ2Vk"},
}


def _page(field: str, name: str, given: Variables) -> Case:
    return of_document(f"{field}: {name}", LIST.format(field=field), lambda _: given, "BAD_USER_INPUT", who="admin")


PAGES = [
    _page(field, name, given)
    for field in ("definitions", "glossaries", "rules", "validationRuns", "jobs", "users", "auditEntries")
    for name, given in SLICES.items()
]

READING = [
    of_document("first beyond 32 bits", DEFINITIONS, lambda _: {"first": 2**31}, "BAD_USER_INPUT"),
    of_document("first in words", DEFINITIONS, lambda _: {"first": "one"}, "BAD_USER_INPUT"),
    of_document(
        "a cursor of another list",
        LIST.format(field="glossaries"),
        lambda s: {"first": 1, "after": s.cursor},
        "BAD_USER_INPUT",
    ),
    of_document(
        "a cursor of another search", SEARCH, lambda s: {"search": "tenant", "after": s.cursor}, "BAD_USER_INPUT"
    ),
    of_document("a cursor cut short", DEFINITIONS, lambda s: {"first": 1, "after": s.cursor[:-1]}, "BAD_USER_INPUT"),
    of_document(
        "a cursor with another end",
        DEFINITIONS,
        lambda s: {"first": 1, "after": s.cursor[:-3] + "AAA"},
        "BAD_USER_INPUT",
    ),
    of_document("a search of 100 kB", SEARCH, lambda _: {"search": "word " * 20_000}, "BAD_USER_INPUT"),
    of_document("a filter 7 deep", SEARCH, lambda _: {"filter": DEEP}, "BAD_USER_INPUT"),
    of_document("101 values", SEARCH, lambda _: {"filter": {"id": {"in": [NOWHERE] * 101}}}, "BAD_USER_INPUT"),
    of_document(
        "a filter with the id of another kind",
        SEARCH,
        lambda s: {"filter": {"glossaryId": {"eq": s.draft}}},
        "BAD_USER_INPUT",
    ),
    of_document("an order that is none", SEARCH, lambda _: {"order": [{"field": "COLOUR"}]}, "BAD_USER_INPUT"),
    of_document("relevance without a search", SEARCH, lambda _: {"order": [{"field": "RELEVANCE"}]}, "BAD_USER_INPUT"),
    of_document("101 nodes", ops.NODES, lambda s: {"ids": [s.draft] * 101}, "LIMIT_EXCEEDED"),
    of_document(
        "two names at once",
        ops.DEFINITION,
        lambda s: {"by": {"id": s.draft, "slug": {"glossarySlug": "a", "slug": "b"}}},
        "BAD_USER_INPUT",
    ),
    of_document("no name at all", ops.DEFINITION, lambda _: {"by": {}}, "BAD_USER_INPUT"),
    of_document("a name that is null", ops.DEFINITION, lambda _: {"by": {"id": None}}, "BAD_USER_INPUT"),
    of_document(
        "previewing for nobody",
        PREVIEW,
        lambda s: {"input": {"glossaryId": s.draft, "term": "x", "text": "x", "locale": "en"}},
        "BAD_USER_INPUT",
    ),
    of_document(
        "previewing for no glossary",
        PREVIEW,
        lambda _: {
            "input": {"glossaryId": ids.encode("Glossary", UUID(int=7)), "term": "x", "text": "x", "locale": "en"}
        },
        "NOT_FOUND",
    ),
    of_document(
        "previewing a text too long",
        PREVIEW,
        lambda s: {"input": {"glossaryId": s.glossary, "term": "x", "text": "x" * 10_001, "locale": "en"}},
        "BAD_USER_INPUT",
    ),
    of_document("a field that is none", "{ colour }", lambda _: {}, "GRAPHQL_VALIDATION_FAILED"),
    of_document("no GraphQL", "{ viewer {", lambda _: {}, "GRAPHQL_PARSE_FAILED"),
    of_document("an empty document", "", lambda _: {}, "GRAPHQL_PARSE_FAILED"),
    of_document(
        "a literal that is no day",
        'mutation { waiveFinding(input: {findingId: "x", reason: "x", expiresAt: "soon"}) { errors { code } } }',
        lambda _: {},
        "GRAPHQL_VALIDATION_FAILED",
    ),
    of_document("a variable that is missing", ops.NODE, lambda _: {}, "BAD_USER_INPUT"),
]
STREAMS = [
    of_document("a cursor of no stream", ops.DEFINITION_EVENTS, lambda _: {"after": "Zm9yZ2Vk"}, "BAD_USER_INPUT"),
    of_document("a cursor that is no cursor", ops.DEFINITION_EVENTS, lambda _: {"after": "!"}, "BAD_USER_INPUT"),
    of_document("a page's cursor", ops.VALIDATION_EVENTS, lambda s: {"after": s.cursor}, "BAD_USER_INPUT"),
    of_document(
        "events of a user", ops.DEFINITION_EVENTS, lambda s: {"filter": {"definitionIds": [s.user]}}, "BAD_USER_INPUT"
    ),
    of_document("events of no job", ops.JOB_EVENTS, lambda _: {"jobId": ids.encode("Job", UUID(int=7))}, "NOT_FOUND"),
]

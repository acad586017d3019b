"""Mutations of definitions and validations that nobody should send, each with the answer that it gets."""

from uuid import UUID

from schema import ids
from tests.e2e import operations as ops
from tests.e2e.bad_case import MEGABYTE, NOWHERE, Variables, of_document, of_input
from tests.e2e.shelf import Shelf


def new(shelf: Shelf, **changes: object) -> Variables:
    """The input of a definition that would be fine without the changes."""
    return {"glossaryId": shelf.glossary, "term": "deposit", "text": "sum of money", "locale": "en", **changes}


def edit(shelf: Shelf, **changes: object) -> Variables:
    """An edit of the draft that would be fine without the changes."""
    return {"id": shelf.draft, "expectedVersion": 1, "text": "agreement to let a dwelling", **changes}


def step(shelf: Shelf, **changes: object) -> Variables:
    """A step of the draft that would be fine without the changes."""
    return {"id": shelf.draft, "expectedVersion": 1, "transition": "SUBMIT", **changes}


def row(**changes: object) -> Variables:
    """A row of a bulk upsert."""
    return {"term": "deposit", "text": "sum of money", "locale": "en", **changes}


CREATING = [
    of_input(
        "an unknown glossary",
        ops.CREATE,
        lambda s: new(s, glossaryId=ids.encode("Glossary", UUID(int=7))),
        "NOT_FOUND",
        "glossaryId",
    ),
    of_input("an id of another kind", ops.CREATE, lambda s: new(s, glossaryId=s.draft), "INVALID_INPUT", "glossaryId"),
    of_input("no id at all", ops.CREATE, lambda s: new(s, glossaryId="💥"), "INVALID_INPUT", "glossaryId"),
    of_input("an empty term", ops.CREATE, lambda s: new(s, term="  "), "INVALID_INPUT", "term"),
    of_input("a term of 201 characters", ops.CREATE, lambda s: new(s, term="x" * 201), "INVALID_INPUT", "term"),
    of_input("a text of 10,001 characters", ops.CREATE, lambda s: new(s, text="x" * 10_001), "INVALID_INPUT", "text"),
    of_input("a text of 1 MB less its frame", ops.CREATE, lambda s: new(s, text=MEGABYTE), "INVALID_INPUT", "text"),
    of_input("a term of 1 MB", ops.CREATE, lambda s: new(s, term=MEGABYTE), "INVALID_INPUT", "term"),
    of_input(
        "an idempotency key of 1 MB",
        ops.CREATE,
        lambda s: new(s, idempotencyKey=MEGABYTE),
        "INVALID_INPUT",
        "idempotencyKey",
    ),
    of_input("a term of control characters", ops.CREATE, lambda s: new(s, term="a\u0007b"), "INVALID_INPUT", "term"),
    of_document(
        "a language that is none", ops.CREATE, lambda s: {"input": new(s, locale="zz-qqqqqqqqq")}, "BAD_USER_INPUT"
    ),
    of_input("a language of another glossary", ops.CREATE, lambda s: new(s, locale="fr"), "INVALID_INPUT", "locale"),
    of_input(
        "51 contexts",
        ops.CREATE,
        lambda s: new(s, contexts=[{"kind": "LEGAL", "name": f"law {n}"} for n in range(51)]),
        "INVALID_INPUT",
        "contexts",
    ),
    of_input(
        "101 designations",
        ops.CREATE,
        lambda s: new(s, designations=[{"kind": "ADMITTED", "text": f"word {n}"} for n in range(101)]),
        "INVALID_INPUT",
        "designations",
    ),
    of_input("51 notes", ops.CREATE, lambda s: new(s, notes=["note"] * 51), "INVALID_INPUT", "notes"),
    of_input(
        "a note of 4,001 characters",
        ops.CREATE,
        lambda s: new(s, notes=["fine", "x" * 4_001]),
        "INVALID_INPUT",
        "notes",
        "1",
    ),
    of_document(
        "a source with a script for an address",
        ops.CREATE,
        lambda s: {"input": new(s, sources=[{"title": "x", "url": "javascript:alert(1)"}])},
        "BAD_USER_INPUT",
    ),
    of_input(
        "a concept of nowhere",
        ops.CREATE,
        lambda s: new(s, conceptId=ids.encode("Concept", UUID(int=7))),
        "NOT_FOUND",
        "conceptId",
    ),
    of_input(
        "a concept that has this language", ops.CREATE, lambda s: new(s, conceptId=s.concept), "TAKEN", "conceptId"
    ),
    of_document(
        "a category that is none", ops.CREATE, lambda s: {"input": new(s, category="COLOUR")}, "BAD_USER_INPUT"
    ),
    of_document("a number for a term", ops.CREATE, lambda s: {"input": new(s, term=7)}, "BAD_USER_INPUT"),
    of_document("a field that is none", ops.CREATE, lambda s: {"input": new(s, colour="red")}, "BAD_USER_INPUT"),
    of_document(
        "no term",
        ops.CREATE,
        lambda s: {"input": {"glossaryId": s.glossary, "text": "x", "locale": "en"}},
        "BAD_USER_INPUT",
    ),
]
CHANGING = [
    of_input("a stale version", ops.UPDATE, lambda s: edit(s, expectedVersion=0), "CONFLICT", "expectedVersion"),
    of_input(
        "a version of the future", ops.UPDATE, lambda s: edit(s, expectedVersion=99), "CONFLICT", "expectedVersion"
    ),
    of_document(
        "a version beyond 32 bits", ops.UPDATE, lambda s: {"input": edit(s, expectedVersion=2**31)}, "BAD_USER_INPUT"
    ),
    of_document("a version in words", ops.UPDATE, lambda s: {"input": edit(s, expectedVersion="1")}, "BAD_USER_INPUT"),
    of_input("a definition of nowhere", ops.UPDATE, lambda s: edit(s, id=NOWHERE), "NOT_FOUND", "id"),
    of_input("the id of a glossary", ops.UPDATE, lambda s: edit(s, id=s.glossary), "INVALID_INPUT", "id"),
    of_input("a term that is null", ops.UPDATE, lambda s: edit(s, term=None), "INVALID_INPUT", "term"),
    of_input(
        "a version that never was",
        ops.RESTORE_VERSION,
        lambda s: {"id": s.draft, "expectedVersion": 1, "number": 99},
        "NOT_FOUND",
        "number",
    ),
    of_input(
        "a negative version",
        ops.RESTORE_VERSION,
        lambda s: {"id": s.draft, "expectedVersion": 1, "number": -1},
        "NOT_FOUND",
        "number",
    ),
    of_input(
        "deleting at a stale version",
        ops.DELETE,
        lambda s: {"id": s.draft, "expectedVersion": 9},
        "CONFLICT",
        "expectedVersion",
    ),
    of_input("deleting nothing", ops.DELETE, lambda _: {"id": NOWHERE, "expectedVersion": 1}, "NOT_FOUND", "id"),
    of_input("deleting what was in force", ops.DELETE, lambda s: {"id": s.in_force, "expectedVersion": 3}, "CONFLICT"),
    of_document("a step that is none", ops.STEP, lambda s: {"input": step(s, transition="PUBLISH")}, "BAD_USER_INPUT"),
    of_input(
        "a step from another status",
        ops.STEP,
        lambda s: step(s, transition="RESTORE"),
        "INVALID_TRANSITION",
        "transition",
    ),
    of_input(
        "a step at a stale version", ops.STEP, lambda s: step(s, expectedVersion=2), "CONFLICT", "expectedVersion"
    ),
    of_input(
        "consents with a submission",
        ops.STEP,
        lambda s: step(s, consents=[{"organisation": "x"}]),
        "INVALID_INPUT",
        "consents",
    ),
    of_input("a note of 1 MB", ops.STEP, lambda s: step(s, note=MEGABYTE), "INVALID_INPUT", "note"),
    of_input(
        "101 rows",
        ops.BULK_UPSERT,
        lambda s: {"glossaryId": s.glossary, "items": [row(term=f"t{n}") for n in range(101)]},
        "LIMIT_EXCEEDED",
        "items",
    ),
    of_input(
        "101 steps",
        ops.BULK_STEP,
        lambda s: {"transition": "SUBMIT", "items": [{"id": s.draft, "expectedVersion": 1}] * 101},
        "LIMIT_EXCEEDED",
        "items",
    ),
    of_input(
        "a bulk without a glossary",
        ops.BULK_UPSERT,
        lambda s: {"glossaryId": s.user, "items": [row()]},
        "INVALID_INPUT",
        "glossaryId",
    ),
]
CHECKING = [
    of_input("checking nothing", ops.START, lambda _: {"definitionId": NOWHERE}, "NOT_FOUND"),
    of_input(
        "rules that are none",
        ops.START,
        lambda s: {"definitionId": s.draft, "ruleCodes": ["XXX-99"]},
        "INVALID_INPUT",
        "ruleCodes",
        "0",
    ),
    of_input("checking a user", ops.START, lambda s: {"definitionId": s.user}, "INVALID_INPUT", "definitionId"),
    of_input(
        "checking no glossary",
        ops.START_BULK,
        lambda _: {"glossaryId": ids.encode("Glossary", UUID(int=7))},
        "NOT_FOUND",
    ),
    of_input(
        "ending no run", ops.CANCEL_RUN, lambda _: {"runId": ids.encode("ValidationRun", UUID(int=7))}, "NOT_FOUND"
    ),
    of_input("ending no job", ops.CANCEL_JOB, lambda _: {"jobId": ids.encode("Job", UUID(int=7))}, "NOT_FOUND"),
    of_input(
        "waiving nothing",
        ops.WAIVE,
        lambda _: {"findingId": ids.encode("Finding", UUID(int=7)), "reason": "x"},
        "NOT_FOUND",
    ),
    of_input(
        "waiving without a reason",
        ops.WAIVE,
        lambda s: {"findingId": s.finding, "reason": " "},
        "INVALID_INPUT",
        "reason",
    ),
    of_input(
        "waiving until yesterday",
        ops.WAIVE,
        lambda s: {"findingId": s.finding, "reason": "x", "expiresAt": "2020-01-01T00:00:00Z"},
        "INVALID_INPUT",
        "expiresAt",
    ),
    of_document(
        "a day that is none",
        ops.WAIVE,
        lambda s: {"input": {"findingId": s.finding, "reason": "x", "expiresAt": "2030-02-31T00:00:00Z"}},
        "BAD_USER_INPUT",
    ),
    of_input("revoking no waiver", ops.REVOKE_WAIVER, lambda s: {"findingId": s.finding}, "CONFLICT", "findingId"),
]

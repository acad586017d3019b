"""Mutations of the rules of a glossary that nobody should send, each with the answer that it gets."""

from uuid import UUID

from schema import ids
from tests.e2e import operations as ops
from tests.e2e.bad_case import MEGABYTE, Variables, of_document, of_input
from tests.e2e.shelf import Shelf

MARKED = {"text": "a synergy", "isCompliant": False}
SILENT = {"text": "a home", "isCompliant": True}


def profile(shelf: Shelf, **changes: object) -> Variables:
    """A change of the profile."""
    return {"glossaryId": shelf.glossary, "expectedVersion": 1, **changes}


def rule(shelf: Shelf, **changes: object) -> Variables:
    """A rule that would be fine without the changes."""
    return {
        "glossaryId": shelf.glossary,
        "code": "X-E2E",
        "name": "Jargon",
        "question": "Is it free of jargon?",
        "severity": "INFO",
        "locale": "en",
        "pattern": "synergy",
        "examples": [MARKED, SILENT],
        **changes,
    }


def setting(**fields: object) -> Variables:
    """The settings of one rule."""
    return {"settings": [{"code": "FRM-04", **fields}]}


PROFILES = [
    of_document("rules set by an editor", ops.RULE_PROFILE, lambda s: {"input": profile(s)}, "FORBIDDEN"),
    of_document(
        "rules set by nobody", ops.RULE_PROFILE, lambda s: {"input": profile(s)}, "UNAUTHENTICATED", who="anonymous"
    ),
    of_input(
        "a stale profile", ops.RULE_PROFILE, lambda s: profile(s, expectedVersion=9), "CONFLICT", "expectedVersion"
    ),
    of_input(
        "a profile of nowhere",
        ops.RULE_PROFILE,
        lambda s: profile(s, glossaryId=ids.encode("Glossary", UUID(int=7))),
        "NOT_FOUND",
        "glossaryId",
    ),
    of_input("no such profile", ops.RULE_PROFILE, lambda s: profile(s, profile=MEGABYTE), "INVALID_INPUT", "profile"),
    of_input(
        "a setting of no rule",
        ops.RULE_PROFILE,
        lambda s: profile(s, settings=[{"code": "X-NONE"}]),
        "INVALID_INPUT",
        *("settings", "0", "code"),
    ),
    of_input(
        "a parameter out of bounds",
        ops.RULE_PROFILE,
        lambda s: profile(s, **setting(parameters=[{"name": "max_words", "value": "9" * 100_000}])),
        "INVALID_INPUT",
        *("settings", "0", "parameters", "0", "value"),
    ),
]
PATTERNS = [
    of_document("a rule made by an editor", ops.CREATE_RULE, lambda s: {"input": rule(s)}, "FORBIDDEN"),
    of_document(
        "a rule retired by nobody", ops.RETIRE_RULE, lambda _: {"input": {"ruleId": "x"}}, "UNAUTHENTICATED", who="anonymous"
    ),
    of_input("a code that is built in", ops.CREATE_RULE, lambda s: rule(s, code="FRM-04"), "INVALID_INPUT", "code"),
    of_input("a pattern that looks ahead", ops.CREATE_RULE, lambda s: rule(s, pattern="(?=a)"), "INVALID_INPUT", "pattern"),
    of_input("a pattern of 1 MB", ops.CREATE_RULE, lambda s: rule(s, pattern=MEGABYTE[:900_000]), "INVALID_INPUT", "pattern"),
    of_input("a pattern that repeats for ever", ops.CREATE_RULE, lambda s: rule(s, pattern="((a{900}){900})"), "INVALID_INPUT", "pattern"),
    of_input(
        "an example that does not hold",
        ops.CREATE_RULE,
        lambda s: rule(s, examples=[MARKED, {"text": "synergy", "isCompliant": True}]),
        "INVALID_INPUT",
        *("examples", "1", "text"),
    ),
    of_input("no examples", ops.CREATE_RULE, lambda s: rule(s, examples=[]), "INVALID_INPUT", "examples"),
    of_input("the end of a built-in rule", ops.RETIRE_RULE, lambda _: {"ruleId": ids.encode("Rule", "FRM-04")}, "INVALID_INPUT", "ruleId"),
    of_input("the end of no rule", ops.RETIRE_RULE, lambda _: {"ruleId": ids.encode("Rule", "X-NONE")}, "NOT_FOUND", "ruleId"),
]  # fmt: skip

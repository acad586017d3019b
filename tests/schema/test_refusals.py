"""Every refusal of the rooms below has a face for clients, in both languages."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from auth import errors as auth_errors
from auth.scopes import Scope
from auth.viewer import Viewer
from models.errors import NotFound, Refusal, VersionConflict
from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import DefinitionStatus, Transition
from resolvers import conditions, errors
from resolvers.context import Context
from schema import refusals, sdl
from schema.errors import (
    ErrorCode,
    ForbiddenError,
    GateError,
    InputError,
    InvalidTransitionError,
    NotFoundError,
    TakenError,
    UserError,
    VersionConflictError,
)

KEY = uuid7()
ROOT = Path(__file__).parents[2]
SOURCE = "\n".join(
    path.read_text() for room in ("auth", "resolvers", "schema") for path in sorted((ROOT / room).rglob("*.py"))
)
CONSTRAINTS = sorted(set(re.findall(r'(?:constraint=|Fault\(\s*)"([a-z0-9-]+)"', SOURCE)))
KINDS = sorted(set(re.findall(r'NotFound\("(\w+)"', SOURCE)))
PASSED = conditions.Gate(conditions.GateOutcome.BLOCKED, ())
NEAR = conditions.Gate(conditions.GateOutcome.OVERRIDE_REQUIRED, ())
CASES: list[tuple[Refusal, type[UserError], ErrorCode, str]] = [
    (NotFound("Glossary", KEY), NotFoundError, ErrorCode.NOT_FOUND, "deze begrippenlijst bestaat niet"),
    (NotFound("Nonsense", "x"), NotFoundError, ErrorCode.NOT_FOUND, "dit bestaat niet"),
    (
        VersionConflict(1, Glossary(), 2),
        VersionConflictError,
        ErrorCode.CONFLICT,
        "versie 1 is vervangen door versie 2",
    ),
    (auth_errors.Forbidden((Scope.AUDIT_READ,)), ForbiddenError, ErrorCode.FORBIDDEN, "dit mag u niet"),
    (auth_errors.SignInRefused(), InputError, ErrorCode.UNAUTHENTICATED, "e-mailadres of wachtwoord is onjuist"),
    (auth_errors.SessionEnded(), InputError, ErrorCode.UNAUTHENTICATED, "deze sessie is beëindigd; log opnieuw in"),
    (auth_errors.Unauthenticated(), InputError, ErrorCode.UNAUTHENTICATED, "log eerst in"),
    (
        errors.InvalidInput("too long", path=("term",), constraint="max-length"),
        InputError,
        ErrorCode.INVALID_INPUT,
        "dit is te lang",
    ),
    (errors.InvalidInput("as it is"), InputError, ErrorCode.INVALID_INPUT, "as it is"),
    (errors.LimitExceeded("too many"), InputError, ErrorCode.LIMIT_EXCEEDED, "too many"),
    (errors.Conflict("no"), InputError, ErrorCode.CONFLICT, "no"),
    (
        errors.CircularHierarchy((KEY, KEY), ("a", "a")),
        InputError,
        ErrorCode.CONFLICT,
        "dit zou een kring van bredere begrippen sluiten: a → a",
    ),
    (
        errors.InvalidTransition(Transition.RESTORE, DefinitionStatus.DRAFT, (Transition.SUBMIT,)),
        InvalidTransitionError,
        ErrorCode.INVALID_TRANSITION,
        "deze stap kan niet vanuit de status DRAFT",
    ),
    (
        errors.StaleValidation("stale"),
        InputError,
        ErrorCode.STALE_VALIDATION,
        "de tekst of de regels zijn gewijzigd sinds de laatste validatie; valideer opnieuw",
    ),
    (
        errors.IdempotencyKeyReused(datetime(2026, 1, 1, tzinfo=UTC)),
        InputError,
        ErrorCode.IDEMPOTENCY_KEY_REUSED,
        "deze idempotentiesleutel is al gebruikt met andere invoer",
    ),
    (errors.Taken("taken", kind="Glossary", existing_id=KEY), TakenError, ErrorCode.TAKEN, "dit bestaat al"),
    (errors.GateRefused(PASSED), GateError, ErrorCode.GATE_BLOCKED, ""),
    (errors.GateRefused(NEAR), GateError, ErrorCode.OVERRIDE_REQUIRED, ""),
]


def context(locale: str) -> Context:
    return Context(Viewer(), "test", locale=locale)


@pytest.mark.parametrize(("refusal", "kind", "code", "dutch"), CASES, ids=lambda one: type(one).__name__)
def test_a_refusal_becomes_an_error_in_the_language_of_the_caller(
    refusal: Refusal, kind: type[UserError], code: ErrorCode, dutch: str
) -> None:
    english, translated = refusals.error(refusal, context("en")), refusals.error(refusal, context("nl-NL"))

    assert (type(english), english.code, english.message) == (kind, code, refusal.message)
    assert (type(translated), translated.code, translated.message) == (kind, code, dutch)
    assert english.path == (list(refusal.path) or None)


def test_every_class_of_refusal_has_been_thought_of() -> None:
    classes = {
        one
        for module in (errors, auth_errors)
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Refusal) and one is not Refusal
    }
    known = {type(case[0]) for case in CASES}

    # Overloaded never becomes data; the other two are what they derive from, with something more.
    assert classes - known == {auth_errors.Overloaded, auth_errors.InvalidToken, errors.DefinitionConflict}


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_every_bound_has_a_sentence_in_dutch(constraint: str) -> None:
    said = refusals.error(errors.InvalidInput("as it is", constraint=constraint), context("nl")).message

    assert said != "as it is"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_found_bears_the_name_of_its_type(kind: str) -> None:
    # The id in a NotFoundError is made from it, and has to be the one that the client asked for.
    assert f"\ntype {kind} " in sdl.COMMITTED.read_text()

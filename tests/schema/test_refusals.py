"""Every refusal of the rooms below has a face for clients, in both languages."""

import ast
import re
import string
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from auth import errors as auth_errors
from auth.scopes import Scope
from auth.viewer import Viewer
from models import bound_sentences, conflict_sentences
from models.errors import NotFound, Refusal, VersionConflict
from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import DefinitionStatus, Transition
from models.sentences import SENTENCES, say
from resolvers import conditions, errors
from resolvers.context import Context
from schema import refusals, sdl, sentences
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
SOURCES = {
    path: path.read_text() for room in ("auth", "models", "resolvers", "schema") for path in (ROOT / room).rglob("*.py")
}
CALLS = [node for text in SOURCES.values() for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
KINDS = sorted(set(re.findall(r'NotFound\("(\w+)"', "\n".join(SOURCES.values()))))
OF_PEOPLE = {"InvalidInput", "LimitExceeded", "Taken", "Conflict", "StaleValidation", "Forbidden", "Unauthenticated"}
"""Classes of refusals that are given a sentence where they are raised; the others bring their own."""
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
        errors.InvalidInput(say("too-long", most=200), path=("term",), constraint="max-length"),
        InputError,
        ErrorCode.INVALID_INPUT,
        "dit is langer dan 200 tekens",
    ),
    (errors.InvalidInput("as it is"), InputError, ErrorCode.INVALID_INPUT, "as it is"),
    (
        errors.LimitExceeded(say("too-many-attempts")),
        InputError,
        ErrorCode.LIMIT_EXCEEDED,
        "te veel pogingen; wacht een kwartier",
    ),
    (errors.Conflict(say("job-ended")), InputError, ErrorCode.CONFLICT, "deze taak is al afgelopen"),
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
        "de stap RESTORE kan niet vanuit de status DRAFT",
    ),
    (
        errors.StaleValidation(say("stale-validation")),
        InputError,
        ErrorCode.STALE_VALIDATION,
        "de tekst of de regels zijn gewijzigd sinds de laatste validatie; valideer opnieuw",
    ),
    (
        errors.IdempotencyKeyReused(datetime(2026, 1, 1, tzinfo=UTC)),
        InputError,
        ErrorCode.IDEMPOTENCY_KEY_REUSED,
        "deze idempotentiesleutel is op 2026-01-01T00:00:00+00:00 al gebruikt met andere invoer",
    ),
    (
        errors.Taken(say("slug-taken", slug="huur"), kind="Glossary", existing_id=KEY),
        TakenError,
        ErrorCode.TAKEN,
        "er is al een begrippenlijst met de slug huur",
    ),
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


def named(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)


def given(call: ast.Call) -> Iterator[ast.expr]:
    """What a refusal is given to say; nothing where its class has a sentence by itself."""
    if named(call) not in {"Forbidden", "Unauthenticated"}:
        yield from call.args[:1]
    yield from (keyword.value for keyword in call.keywords if keyword.arg in {"said", "message"})


def is_in_both_languages(spoken: ast.expr) -> bool:
    """Whether it is a sentence by name, or one that was made so before."""
    match spoken:
        case ast.Call():
            return named(spoken) == "say" and isinstance(spoken.args[0], ast.Constant)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name == "said"
        case _:
            return False


def facts(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_nobody_is_refused_without_a_sentence_in_both_languages() -> None:
    refusing = [call for call in CALLS if named(call) in OF_PEOPLE]
    speechless = [
        ast.unparse(call) for call in refusing if not all(is_in_both_languages(spoken) for spoken in given(call))
    ]

    assert len(refusing) > 100
    assert speechless == []


def test_a_sentence_is_asked_for_by_its_name_with_all_its_facts() -> None:
    asked = [call for call in CALLS if ast.unparse(call.func) == "say" and isinstance(call.args[0], ast.Constant)]
    names = {ast.literal_eval(call.args[0]) for call in asked}
    short = [
        ast.unparse(call)
        for call in asked
        if {keyword.arg for keyword in call.keywords} != facts(SENTENCES[ast.literal_eval(call.args[0])][0])
    ]

    assert names == set(SENTENCES)
    assert short == []


@pytest.mark.parametrize("name", SENTENCES)
def test_both_languages_tell_the_same_facts(name: str) -> None:
    english, dutch = SENTENCES[name]

    assert facts(english) == facts(dutch)
    assert english != dutch


def test_no_two_sentences_bear_one_name() -> None:
    assert len(SENTENCES) == len(bound_sentences.SENTENCES) + len(conflict_sentences.SENTENCES)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_found_bears_the_name_of_its_type(kind: str) -> None:
    # The id in a NotFoundError is made from it, and has to be the one that the client asked for.
    assert f"\ntype {kind} " in sdl.COMMITTED.read_text()
    assert sentences.sentence(NotFound(kind), "nl") != "dit bestaat niet"

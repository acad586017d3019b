"""Errors as clients see them: masked by class, as the very last step.

What the document or a refusal says is safe to show. Everything else is a defect of ours: the client gets its request
id, the log gets the rest.
"""

import logging
from collections.abc import Iterable
from typing import Any

from graphql import GraphQLError

from auth import errors as auth_errors
from models import engine
from models import errors as model_errors
from models.errors import Refusal
from resolvers import errors as refusals

Entry = dict[str, Any]
"""An error in a response: message, locations, path, extensions.code."""

_LOG = logging.getLogger("begrip.gate")

OVERLOADED = "OVERLOADED"
INTERNAL = "INTERNAL"
DEADLINE = "DEADLINE_EXCEEDED"

_CODES: dict[type[Exception], str] = {
    model_errors.NotFound: "NOT_FOUND",
    model_errors.VersionConflict: "VERSION_CONFLICT",
    auth_errors.Unauthenticated: "UNAUTHENTICATED",
    auth_errors.Forbidden: "FORBIDDEN",
    refusals.Taken: "TAKEN",
    refusals.InvalidInput: "BAD_USER_INPUT",
    refusals.LimitExceeded: "LIMIT_EXCEEDED",
    refusals.Conflict: "CONFLICT",
    refusals.InvalidTransition: "INVALID_TRANSITION",
    refusals.StaleValidation: "STALE_VALIDATION",
    refusals.IdempotencyKeyReused: "IDEMPOTENCY_KEY_REUSED",
    Refusal: "REFUSED",
}


def entries(errors: Iterable[GraphQLError], request_id: str, *, code: str) -> list[Entry]:
    """The errors as clients see them, in order. `code` is of those that the document alone is to blame for."""
    return [_entry(error, request_id, code) for error in errors]


def entry(code: str, message: str, **extensions: object) -> Entry:
    """An error of our own making."""
    return {"message": message, "extensions": {"code": code, **extensions}}


def of_defect(error: BaseException, request_id: str) -> Entry:
    """The error that a client sees of a defect; the log has the defect itself."""
    _LOG.error("internal error in request %s", request_id, exc_info=error)
    return entry(INTERNAL, "internal error", requestId=request_id)


def of_exception(error: BaseException, request_id: str) -> Entry:
    """The error that a client sees of whatever a resolver raised."""
    if isinstance(error, Refusal):
        return entry(code_of(error), error.message)
    if engine.is_away(error):
        _LOG.warning("the database is away in request %s", request_id, exc_info=error)
        return entry(OVERLOADED, "the server is busy; try again in a moment", retryAfterMs=1000)
    return of_defect(error, request_id)


def code_of(refusal: Refusal) -> str:
    """The code that clients act on."""
    own = getattr(refusal, "code", None)
    if isinstance(own, str):
        return own
    return next(_CODES[kind] for kind in type(refusal).__mro__ if kind in _CODES)


def cause_of(error: GraphQLError) -> BaseException:
    """What was raised beneath the error; the innermost GraphQL error when nothing else was."""
    cause: BaseException = error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    return cause


def _entry(error: GraphQLError, request_id: str, code: str) -> Entry:
    cause = cause_of(error)
    if _is_meant_for_clients(error, cause):
        own = (cause.extensions or {}) if isinstance(cause, GraphQLError) else {}
        shown: Entry = {"message": error.message, "extensions": {"code": code, **own}}
    else:
        shown = of_exception(cause, request_id)
    if error.locations:
        shown["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
    if error.path:
        shown["path"] = list(error.path)
    return shown


def _is_meant_for_clients(error: GraphQLError, cause: BaseException) -> bool:
    """Whether the request is to blame: it was never executed, a permission says so, or an argument could not be coerced.

    What the executor raises about our own values, such as an enum that cannot be written, names no place in the document.
    A scalar says by ValueError that it cannot read what the client sent.
    """
    if error.path is None:
        return isinstance(cause, GraphQLError | ValueError)
    return isinstance(cause, GraphQLError) and ("code" in (cause.extensions or {}) or bool(cause.nodes))

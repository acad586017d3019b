"""From a refusal of the rooms below to the error that a client gets: one place, every class."""

from uuid import UUID

import strawberry

from auth import errors as auth_errors
from models import errors as model_errors
from models.errors import Refusal
from resolvers import errors
from resolvers.context import Context
from schema import ids
from schema.definition_enums import GateOutcome
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
from schema.sentences import sentence

_CODES: tuple[tuple[type[Refusal], ErrorCode], ...] = (
    (errors.InvalidInput, ErrorCode.INVALID_INPUT),
    (errors.LimitExceeded, ErrorCode.LIMIT_EXCEEDED),
    (errors.Conflict, ErrorCode.CONFLICT),
    (errors.StaleValidation, ErrorCode.STALE_VALIDATION),
    (errors.IdempotencyKeyReused, ErrorCode.IDEMPOTENCY_KEY_REUSED),
    (auth_errors.Unauthenticated, ErrorCode.UNAUTHENTICATED),
)


def error(refusal: Refusal, ctx: Context) -> UserError:
    """The refusal as data, in the language of the viewer. A class without a type of its own is an InputError."""
    message = sentence(refusal, ctx.locale)
    path = list(refusal.path) or None
    made: UserError
    match refusal:
        case model_errors.NotFound():
            made = NotFoundError(code=ErrorCode.NOT_FOUND, message=message, path=path, id=_sought(refusal))
        case model_errors.VersionConflict():
            made = _conflict(refusal, message, path)
        case auth_errors.Forbidden():
            missing = [scope.value for scope in refusal.required]
            made = ForbiddenError(code=ErrorCode.FORBIDDEN, message=message, path=path, required_scopes=missing)
        case errors.InvalidTransition():
            made = InvalidTransitionError(
                code=ErrorCode.INVALID_TRANSITION,
                message=message,
                path=path,
                status=refusal.status,
                allowed=list(refusal.allowed),
            )
        case errors.GateRefused():
            made = GateError(code=_gate_code(refusal), message=message, path=path, gate=refusal.gate)
        case errors.Taken():
            holder = None if refusal.existing_id is None else (refusal.kind, refusal.existing_id)
            made = TakenError(code=ErrorCode.TAKEN, message=message, path=path, holder=holder)
        case _:
            made = InputError(code=_code(refusal), message=message, path=path, constraint=_constraint(refusal))
    return made


def _sought(refusal: model_errors.NotFound) -> strawberry.ID | None:
    if refusal.key is None:
        return None
    is_id = isinstance(refusal.key, UUID)
    return strawberry.ID(ids.encode(refusal.kind, refusal.key) if is_id else str(refusal.key))


def _conflict(refusal: model_errors.VersionConflict, message: str, path: list[str] | None) -> VersionConflictError:
    changes = refusal.changes if isinstance(refusal, errors.DefinitionConflict) else []
    return VersionConflictError(
        code=ErrorCode.CONFLICT, message=message, path=path, current=refusal.current, changes=changes
    )


def _gate_code(refusal: errors.GateRefused) -> ErrorCode:
    is_overridable = refusal.gate.outcome is GateOutcome.OVERRIDE_REQUIRED
    return ErrorCode.OVERRIDE_REQUIRED if is_overridable else ErrorCode.GATE_BLOCKED


def _code(refusal: Refusal) -> ErrorCode:
    return next((code for kind, code in _CODES if isinstance(refusal, kind)), ErrorCode.CONFLICT)


def _constraint(refusal: Refusal) -> str | None:
    if isinstance(refusal, errors.CircularHierarchy):
        return "no-circle"
    return refusal.constraint if isinstance(refusal, errors.InvalidInput) else None

"""Errors as data: the types a client gets when a mutation is turned down for a reason it can act on."""

from enum import StrEnum
from uuid import UUID

import strawberry

from models.records import Json
from resolvers import conditions, nodes
from schema.definition_enums import DefinitionStatus, Transition
from schema.directives import assumed
from schema.enums import described
from schema.info import Info
from schema.node import Node, Versioned
from schema.transition_gate import TransitionGate
from schema.version import FieldChange


class ErrorCode(StrEnum):
    """Why a request was turned down. Codes are never localised."""

    CONFLICT = "CONFLICT"
    FORBIDDEN = "FORBIDDEN"
    GATE_BLOCKED = "GATE_BLOCKED"
    IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"
    INVALID_INPUT = "INVALID_INPUT"
    INVALID_TRANSITION = "INVALID_TRANSITION"
    LIMIT_EXCEEDED = "LIMIT_EXCEEDED"
    NOT_FOUND = "NOT_FOUND"
    OVERRIDE_REQUIRED = "OVERRIDE_REQUIRED"
    STALE_VALIDATION = "STALE_VALIDATION"
    TAKEN = "TAKEN"
    UNAUTHENTICATED = "UNAUTHENTICATED"


described(
    ErrorCode,
    "ErrorCode",
    "Why a request was turned down. Codes are stable and never localised; the type of the error goes with the code.",
    {
        "CONFLICT": "It contradicts what is stored: a `VersionConflictError` when somebody was faster, else an "
        "`InputError`.",
        "FORBIDDEN": "The caller may not do this to this object (`ForbiddenError`).",
        "GATE_BLOCKED": "A condition of the gate is not met and cannot be overridden (`GateError`).",
        "IDEMPOTENCY_KEY_REUSED": "The key was used with another input within 24 hours (`InputError`).",
        "INVALID_INPUT": "A value breaks a bound (`InputError`, whose `constraint` names it).",
        "INVALID_TRANSITION": "The step is not possible from this status (`InvalidTransitionError`).",
        "LIMIT_EXCEEDED": "Too much for one request, or too often (`InputError`).",
        "NOT_FOUND": "There is no such object that the caller may see (`NotFoundError`).",
        "OVERRIDE_REQUIRED": "An `overrideReason` would let it pass (`GateError`).",
        "STALE_VALIDATION": "Text or rules changed since the last run; validate again (`InputError`).",
        "TAKEN": "Something with this key exists (`TakenError`).",
        "UNAUTHENTICATED": "The credentials are wrong or ended (`InputError`).",
    },
)


@strawberry.interface(
    description="A failure the client can act on. Unexpected failures use the top-level `errors` list instead."
)
class UserError:
    """What every error says."""

    code: ErrorCode = strawberry.field(description="Why, for programs.")
    message: str = strawberry.field(
        description="Sentence for humans, in Dutch or English as Accept-Language asks; English where there is no Dutch "
        "one."
    )
    path: list[str] | None = strawberry.field(
        default=None,
        description='Path into the mutation\'s `input`, for example `["term"]`. Null when not tied to one field.',
    )


@strawberry.type(description="A value breaks a bound, or contradicts what is stored.")
class InputError(UserError):
    """Turned down for what the input says."""

    constraint: str | None = strawberry.field(
        default=None, description="Name of the bound, for example `max-length`; null when no bound is broken."
    )


@strawberry.type(description="There is no such object, or the caller may not see it.")
class NotFoundError(UserError):
    """Turned down for want of an object."""

    id: strawberry.ID | None = strawberry.field(default=None, description="The id asked for; null when no id was.")


@strawberry.type(description="The caller may not do this to this object.")
class ForbiddenError(UserError):
    """Turned down for want of a right."""

    required_scopes: list[str] = strawberry.field(
        description="Scopes that are missing; empty when the object itself refuses."
    )


@strawberry.type(description="Somebody else changed the object since the caller read it.")
class VersionConflictError(UserError):
    """Turned down for an outdated version."""

    current: object = strawberry.field(
        description="The state that won, so the client can merge and retry.", graphql_type=Versioned
    )
    changes: list[Json] = strawberry.field(
        description="What others changed since `expectedVersion`, for a definition; empty for other objects.",
        graphql_type=list[FieldChange],
        directives=[assumed(10)],
    )


@strawberry.type(description="The step is not possible from this status.")
class InvalidTransitionError(UserError):
    """Turned down for the status."""

    status: DefinitionStatus = strawberry.field(name="from", description="Where the text stands.")
    allowed: list[Transition] = strawberry.field(
        description="Steps that the caller may take from there, in the order of the workflow."
    )


@strawberry.type(
    description="The gate refused: GATE_BLOCKED, or OVERRIDE_REQUIRED when an `overrideReason` would let it pass."
)
class GateError(UserError):
    """Turned down by the gate."""

    gate: conditions.Gate = strawberry.field(description="What the gate demands.", graphql_type=TransitionGate)


@strawberry.type(description="Something with this key exists. `existing` is null when the caller may not see it.")
class TakenError(UserError):
    """Turned down for a key in use."""

    holder: strawberry.Private[tuple[str, UUID | str] | None] = None

    @strawberry.field(description="What holds the key, if the caller may see it.", graphql_type=Node | None)
    async def existing(self, info: Info) -> object | None:
        """The object that holds the key."""
        return None if self.holder is None else await nodes.load(info.context, *self.holder)

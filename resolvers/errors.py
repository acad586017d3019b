"""Refusals that an operation decides. The room above turns each into one GraphQL error type."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from models.errors import Refusal, VersionConflict
from models.kinds import DefinitionStatus, Transition
from models.records import DefinitionRecord, Json
from models.sentences import Said, say
from resolvers.conditions import Gate


class InvalidInput(Refusal):
    """A value breaks a bound. `constraint` names it, for example `max-length`."""

    def __init__(self, said: Said | str, *, path: tuple[str, ...] = (), constraint: str | None = None) -> None:
        super().__init__(said, path=path)
        self.constraint = constraint


class LimitExceeded(Refusal):
    """More rows, items or bytes than one request may bring."""


class Taken(Refusal):
    """Something with this key exists. `existing_id` is null when the viewer may not see it; a rule's is its code."""

    def __init__(
        self, said: Said | str, *, kind: str, existing_id: UUID | str | None = None, path: tuple[str, ...] = ()
    ) -> None:
        super().__init__(said, path=path)
        self.kind = kind
        self.existing_id = existing_id


class Conflict(Refusal):
    """The request contradicts what is stored, and no one row won."""


class CircularHierarchy(Conflict):
    """A concept would be broader than itself. `concept_ids` is the circle, first and last the same; `names` what they are called."""

    def __init__(self, concept_ids: Sequence[UUID], names: Sequence[str], *, path: tuple[str, ...] = ()) -> None:
        super().__init__(say("circle", names=" → ".join(names)), path=path)
        self.concept_ids = tuple(concept_ids)
        self.names = tuple(names)


class InvalidTransition(Refusal):
    """The step is not possible from this status."""

    def __init__(self, transition: Transition, status: DefinitionStatus, allowed: tuple[Transition, ...]) -> None:
        super().__init__(say("impossible-step", transition=transition, status=status), path=("transition",))
        self.status = status
        self.allowed = allowed


class StaleValidation(Refusal):
    """Text or profile changed since the run that the gate would rely on."""


class IdempotencyKeyReused(Refusal):
    """The key was used with another input."""

    def __init__(self, used_at: datetime) -> None:
        super().__init__(say("key-reused", used_at=used_at.isoformat()), path=("idempotencyKey",))


class DefinitionConflict(VersionConflict):
    """Someone else changed the definition. `changes` holds what they changed since the version that was expected."""

    def __init__(self, expected: int, current: DefinitionRecord, changes: list[Json]) -> None:
        super().__init__(expected, current, current.version)
        self.changes = changes


class GateRefused(Refusal):
    """The gate does not let the step pass; `gate.outcome` tells whether a reason would."""

    def __init__(self, gate: Gate, *, path: tuple[str, ...] = ()) -> None:
        super().__init__("; ".join(condition.message for condition in gate.unmet()), path=path)
        self.gate = gate

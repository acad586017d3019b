"""What a gate answers: one outcome, and the conditions that it follows from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What a viewer may do with a definition, steps of the workflow aside."""

    UPDATE = "UPDATE"
    VALIDATE = "VALIDATE"
    WAIVE = "WAIVE"
    DELETE = "DELETE"


class GateOutcome(StrEnum):
    """Whether a step may be taken."""

    PASS = "PASS"  # noqa: S105 - the word of the schema, no password
    OVERRIDE_REQUIRED = "OVERRIDE_REQUIRED"
    BLOCKED = "BLOCKED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One named requirement. `message` is a sentence in the language of the viewer."""

    code: str
    message: str
    is_met: bool
    is_blocking: bool
    is_overridable: bool
    actual: str | None = None
    required: str | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """The answer for one definition and one step."""

    outcome: GateOutcome
    conditions: tuple[Condition, ...]

    def unmet(self) -> tuple[Condition, ...]:
        """The conditions that stand in the way."""
        return tuple(condition for condition in self.conditions if not condition.is_met)


def judge(conditions: Sequence[Condition]) -> Gate:
    """BLOCKED by an unmet condition that cannot be overridden, OVERRIDE_REQUIRED by any other unmet one, else PASS."""
    unmet = [condition for condition in conditions if not condition.is_met]
    if not unmet:
        return Gate(GateOutcome.PASS, tuple(conditions))
    if all(condition.is_overridable for condition in unmet):
        return Gate(GateOutcome.OVERRIDE_REQUIRED, tuple(conditions))
    return Gate(GateOutcome.BLOCKED, tuple(conditions))

"""What each step demands: the shipped demands, and how a glossary may bend them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.glossary import GateRule
from models.kinds import Transition
from models.sentences import say
from resolvers.errors import InvalidInput

TEXT_NOT_EMPTY = "text-not-empty"
NO_OPEN_ERRORS = "no-open-errors"
RUN_IS_FRESH = "run-is-fresh"
APPROVER_IS_NOT_AUTHOR = "approver-is-not-author"
NOT_CIRCULAR = "not-circular"
NOT_DUPLICATE = "not-duplicate"
NOTE_GIVEN = "note-given"

_MOST_ERRORS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One requirement of a step. `is_fixed`: no glossary may switch it off. `may_bend`: a glossary may let a reason override it."""

    transition: Transition
    code: str
    is_enabled: bool = True
    is_overridable: bool = False
    required: str | None = None
    is_fixed: bool = False
    may_bend: bool = False


SHIPPED = (
    Demand(transition=Transition.SUBMIT, code=TEXT_NOT_EMPTY, is_fixed=True),
    Demand(transition=Transition.APPROVE, code=TEXT_NOT_EMPTY, is_fixed=True),
    Demand(transition=Transition.APPROVE, code=RUN_IS_FRESH, is_fixed=True),
    Demand(transition=Transition.APPROVE, code=NO_OPEN_ERRORS, is_overridable=True, required="0", may_bend=True),
    Demand(transition=Transition.APPROVE, code=APPROVER_IS_NOT_AUTHOR),
    Demand(transition=Transition.APPROVE, code=NOT_CIRCULAR, is_fixed=True),
    Demand(transition=Transition.APPROVE, code=NOT_DUPLICATE, is_fixed=True),
    Demand(transition=Transition.REJECT, code=NOTE_GIVEN),
)
"""What holds in a glossary without gate rules, in the order of the workflow."""


def merged(rows: Iterable[GateRule]) -> list[Demand]:
    """The demands of a glossary with these rows, in the order of `SHIPPED`."""
    bent = {(row.transition, row.code): row for row in rows}
    return [_bent(demand, bent.get((demand.transition, demand.code))) for demand in SHIPPED]


def check(
    transition: Transition,
    code: str,
    *,
    is_enabled: bool | None = None,
    is_overridable: bool | None = None,
    required: str | None = None,
) -> None:
    """Nothing, when a glossary may have such a rule.

    Raises:
        InvalidInput: no step has this demand, or it may not be bent so.
    """
    demand = next((one for one in SHIPPED if (one.transition, one.code) == (transition, code)), None)
    if demand is None:
        raise InvalidInput(
            say("unknown-demand", transition=transition, code=code), path=("code",), constraint="known-code"
        )
    if demand.is_fixed and is_enabled is False:
        raise InvalidInput(say("demand-stays-on", code=code), path=("isEnabled",), constraint="fixed")
    if is_overridable and not demand.may_bend:
        raise InvalidInput(say("demand-without-override", code=code), path=("isOverridable",), constraint="fixed")
    if required is not None:
        _check_required(demand, required)


def _check_required(demand: Demand, required: str) -> None:
    if demand.required is None:
        raise InvalidInput(say("demand-without-value", code=demand.code), path=("required",), constraint="no-value")
    if not (required.isascii() and required.isdigit() and int(required[:9]) <= _MOST_ERRORS):
        raise InvalidInput(say("no-count", most=_MOST_ERRORS), path=("required",), constraint="whole-number")


def _bent(demand: Demand, row: GateRule | None) -> Demand:
    if row is None:
        return demand
    return replace(
        demand,
        is_enabled=demand.is_fixed or row.is_enabled,
        is_overridable=demand.may_bend and row.is_overridable,
        required=demand.required if row.required is None or demand.required is None else row.required,
    )

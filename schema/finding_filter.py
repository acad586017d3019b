"""What a list of findings may be asked for."""

from typing import Annotated

import strawberry

from models import validation_reads
from schema import filters, parsing
from schema.filters import UNSET, IDFilter
from schema.validation_enums import Outcome, Severity


@strawberry.input(description="Fields are combined with AND; a null field is ignored. At most 100 values each.")
class FindingFilter:
    """Asks a finding."""

    outcome: list[Outcome] | None = strawberry.field(default=UNSET, description="Is one of these.")
    severity: list[Severity] | None = strawberry.field(default=UNSET, description="Is one of these.")
    rule_id: IDFilter | None = strawberry.field(default=UNSET, description="The rule that reported it.")
    is_waived: bool | None = strawberry.field(default=UNSET, description="Whether somebody accepted it.")


OPEN = FindingFilter(is_waived=False)
"""Findings that nobody accepted."""

Asked = Annotated[FindingFilter | None, strawberry.argument(description="Which findings; null: waived ones too.")]


def parsed(asked: FindingFilter | None) -> validation_reads.FindingFilter | None:
    """The filter, as the rooms below read it.

    Raises:
        InvalidInput: `ruleId` holds no id of a rule.
    """
    present = parsing.given(asked)
    if present is None:
        return None
    return parsing.filled(
        validation_reads.FindingFilter, present, rule_id=filters.code(present.rule_id, "filter", "ruleId")
    )

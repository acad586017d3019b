"""What a list of validation runs may be asked for."""

from typing import Annotated

import strawberry

from models import validation_reads
from schema import filters, parsing
from schema.filters import UNSET, DateTimeFilter, IDFilter, IntFilter
from schema.validation_enums import RunStatus, Verdict


@strawberry.input(
    description="Fields are combined with AND; a null field is ignored. At most 5 deep, 50 conditions, 100 values each."
)
class ValidationRunFilter:
    """Asks a run."""

    and_: list["ValidationRunFilter"] | None = strawberry.field(default=UNSET, name="and", description="All hold.")
    or_: list["ValidationRunFilter"] | None = strawberry.field(
        default=UNSET, name="or", description="At least one holds."
    )
    not_: "ValidationRunFilter | None" = strawberry.field(default=UNSET, name="not", description="Does not hold.")
    status: list[RunStatus] | None = strawberry.field(default=UNSET, description="Is one of these.")
    verdict: list[Verdict] | None = strawberry.field(default=UNSET, description="Is one of these.")
    score: IntFilter | None = strawberry.field(default=UNSET, description="The score, 0 to 100.")
    finished_at: DateTimeFilter | None = strawberry.field(default=UNSET, description="When it finished.")
    glossary_id: IDFilter | None = strawberry.field(default=UNSET, description="The glossary of its definition.")
    definition_id: IDFilter | None = strawberry.field(default=UNSET, description="The definition that was checked.")
    rule_id: IDFilter | None = strawberry.field(default=UNSET, description="Runs with a finding of this rule.")


Asked = Annotated[ValidationRunFilter | None, strawberry.argument(description="Which runs.")]


def parsed(asked: ValidationRunFilter | None) -> validation_reads.RunFilter | None:
    """The filter, as the rooms below read it.

    Raises:
        InvalidInput: it holds an id of something else.
    """
    present = parsing.given(asked)
    if present is None:
        return None
    return parsing.filled(
        validation_reads.RunFilter,
        present,
        and_=_each(present.and_),
        or_=_each(present.or_),
        not_=parsed(present.not_),
        score=filters.number(present.score),
        finished_at=filters.instant(present.finished_at),
        glossary_id=filters.identity(present.glossary_id, "Glossary", "filter", "glossaryId"),
        definition_id=filters.identity(present.definition_id, "Definition", "filter", "definitionId"),
        rule_id=filters.code(present.rule_id, "filter", "ruleId"),
    )


def _each(asked: list[ValidationRunFilter] | None) -> tuple[validation_reads.RunFilter, ...] | None:
    present = parsing.given(asked)
    return None if present is None else tuple(filled for one in present if (filled := parsed(one)) is not None)

"""What stands in the way of a step."""

import strawberry

from schema.definition_enums import GateOutcome
from schema.directives import assumed


@strawberry.type(
    description="One named requirement of the glossary's policy, for example `no-open-errors` or `approver-is-not-author`."
)
class GateCondition:
    """A requirement and whether it is met."""

    code: str = strawberry.field(description="Name of the requirement, as in `Glossary.gateRules`.")
    message: str = strawberry.field(description="Sentence for humans, in the language negotiated by Accept-Language.")
    is_met: bool = strawberry.field(description="Whether it is fulfilled now.")
    is_blocking: bool = strawberry.field(description="Whether it stops the step while unmet.")
    is_overridable: bool = strawberry.field(description="Whether an `overrideReason` would let it pass.")
    actual: str | None = strawberry.field(
        description="What is the case, such as the number of open errors; null where there is nothing to count or name."
    )
    required: str | None = strawberry.field(
        description="What should be the case, such as the number of open errors allowed; null for requirements without an"
        " amount."
    )


@strawberry.type(description="What a step demands of a definition, and whether that is met.")
class TransitionGate:
    """The answer of a gate."""

    outcome: GateOutcome = strawberry.field(description="Whether the step may be taken.")
    conditions: list[GateCondition] = strawberry.field(
        description="Every requirement of the step that the glossary demands, met or not, in the order of "
        "`Glossary.gateRules`.",
        directives=[assumed(10)],
    )

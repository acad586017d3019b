"""What mutations of rules answer."""

import strawberry

from models import glossary as glossary_rows
from models import job as job_rows
from rules import rule as rule_values
from schema import lazy
from schema.definition_payloads import ABSENT
from schema.payload import MutationPayload
from schema.scalars import EventCursor
from schema.validation_payloads import SUBSCRIBE

HERE = f"The glossary as it is now. {ABSENT}"


@strawberry.type(description="Answer of `updateRuleProfile`.")
class UpdateRuleProfilePayload(MutationPayload):
    """The glossary with its profile."""

    glossary: glossary_rows.Glossary | None = strawberry.field(
        default=None, description=HERE, graphql_type=lazy.LazyGlossary | None
    )
    job: job_rows.Job | None = strawberry.field(
        default=None,
        description="Background run over the definitions that the change affects; null when it affects none.",
        graphql_type=lazy.LazyJob | None,
    )
    event_cursor: EventCursor | None = strawberry.field(default=None, description=SUBSCRIBE)


@strawberry.type(description="Answer of `createPatternRule`.")
class CreatePatternRulePayload(MutationPayload):
    """The new rule."""

    rule: rule_values.Rule | None = strawberry.field(
        default=None, description=f"The new rule. {ABSENT}", graphql_type=lazy.LazyRule | None
    )
    glossary: glossary_rows.Glossary | None = strawberry.field(
        default=None, description=HERE, graphql_type=lazy.LazyGlossary | None
    )


@strawberry.type(description="Answer of `retirePatternRule`.")
class RetirePatternRulePayload(MutationPayload):
    """The retired rule."""

    rule: rule_values.Rule | None = strawberry.field(
        default=None, description=f"The rule, retired. {ABSENT}", graphql_type=lazy.LazyRule | None
    )
    glossary: glossary_rows.Glossary | None = strawberry.field(
        default=None, description=HERE, graphql_type=lazy.LazyGlossary | None
    )

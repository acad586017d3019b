"""What mutations of glossaries answer."""

import strawberry

from models import glossary as glossary_rows
from schema import lazy
from schema.definition_payloads import ABSENT
from schema.payload import MutationPayload


@strawberry.type(description="Answer of `createGlossary`.")
class CreateGlossaryPayload(MutationPayload):
    """The new glossary."""

    glossary: glossary_rows.Glossary | None = strawberry.field(
        default=None, description=f"The new glossary. {ABSENT}", graphql_type=lazy.LazyGlossary | None
    )


@strawberry.type(description="Answer of `updateGlossary`.")
class UpdateGlossaryPayload(MutationPayload):
    """The glossary as it is now."""

    glossary: glossary_rows.Glossary | None = strawberry.field(
        default=None, description=f"The glossary as it is now. {ABSENT}", graphql_type=lazy.LazyGlossary | None
    )


@strawberry.type(description="Answer of `updateGateRules`.")
class UpdateGateRulesPayload(MutationPayload):
    """The glossary as it is now."""

    glossary: glossary_rows.Glossary | None = strawberry.field(
        default=None, description=f"The glossary as it is now. {ABSENT}", graphql_type=lazy.LazyGlossary | None
    )

"""Mutations of glossaries."""

from typing import Annotated

import strawberry

from auth.scopes import Scope
from resolvers import glossaries
from schema import glossary_inputs, permissions
from schema.directives import Cost, scopes
from schema.glossary_inputs import CreateGlossaryInput, UpdateGateRulesInput, UpdateGlossaryInput
from schema.glossary_payloads import CreateGlossaryPayload, UpdateGateRulesPayload, UpdateGlossaryPayload
from schema.info import Info
from schema.payload import Refusable

WRITE = [scopes(Scope.GLOSSARIES_WRITE), Cost(weight=10)]
Writes = permissions.holding(Scope.GLOSSARIES_WRITE)
Told = strawberry.argument(description="What to do.")


@strawberry.type(description="Mutations of glossaries.")
class GlossaryMutations:
    """Part of the type Mutation."""

    @strawberry.mutation(
        description="A new glossary. Needs `glossaries:write`, which administrators hold. Refused with TAKEN (another has"
        " this slug).",
        permission_classes=[Writes],
        extensions=[Refusable(CreateGlossaryPayload)],
        directives=WRITE,
    )
    async def create_glossary(
        self,
        info: Info,
        input: Annotated[CreateGlossaryInput, Told],
    ) -> CreateGlossaryPayload:
        """The new glossary."""
        made = await glossaries.create(info.context, glossary_inputs.created(input))
        return CreateGlossaryPayload(glossary=made)

    @strawberry.mutation(
        description="Changes what a glossary is called and who sees it. Needs `glossaries:write`. Refused with NOT_FOUND,"
        " CONFLICT (changed meanwhile).",
        permission_classes=[Writes],
        extensions=[Refusable(UpdateGlossaryPayload)],
        directives=WRITE,
    )
    async def update_glossary(
        self,
        info: Info,
        input: Annotated[UpdateGlossaryInput, Told],
    ) -> UpdateGlossaryPayload:
        """The glossary as it is now."""
        changed = await glossaries.update(info.context, glossary_inputs.updated(input))
        return UpdateGlossaryPayload(glossary=changed)

    @strawberry.mutation(
        description="Sets what the steps of one glossary demand; the rules given replace those of the same step and code,"
        " others stay. Needs `glossaries:write`. Refused with NOT_FOUND, CONFLICT (changed meanwhile).",
        permission_classes=[Writes],
        extensions=[Refusable(UpdateGateRulesPayload)],
        directives=WRITE,
    )
    async def update_gate_rules(
        self,
        info: Info,
        input: Annotated[UpdateGateRulesInput, Told],
    ) -> UpdateGateRulesPayload:
        """The glossary as it is now."""
        changed = await glossaries.update_gate_rules(info.context, glossary_inputs.ruled(input))
        return UpdateGateRulesPayload(glossary=changed)

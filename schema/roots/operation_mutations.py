"""Mutations for whoever runs the server."""

from typing import Annotated, cast
from uuid import UUID

import strawberry

from auth.scopes import Scope
from resolvers import dead_letters
from schema import ids, permissions
from schema.dead_letter import (
    DeadLetter,
    DiscardDeadLettersInput,
    DiscardDeadLettersPayload,
    ReplayDeadLettersInput,
    ReplayDeadLettersPayload,
)
from schema.directives import Cost, scopes
from schema.info import Info
from schema.payload import Refusable

Operates = permissions.holding(Scope.OPERATIONS_WRITE)
Told = strawberry.argument(description="What to do.")


@strawberry.type(description="Mutations for whoever runs the server.")
class OperationMutations:
    """Part of the type Mutation."""

    @strawberry.mutation(
        description="Tries once more what could not be done: parts of jobs with all their retries, events under a new "
        "number. Needs `operations:write`. Refused with NOT_FOUND, CONFLICT (one was decided on before, or "
        "its job was canceled), LIMIT_EXCEEDED.",
        permission_classes=[Operates],
        extensions=[Refusable(ReplayDeadLettersPayload)],
        directives=[scopes(Scope.OPERATIONS_WRITE), Cost(weight=10)],
    )
    async def replay_dead_letters(
        self, info: Info, input: Annotated[ReplayDeadLettersInput, Told]
    ) -> ReplayDeadLettersPayload:
        """The replayed letters."""
        found = await dead_letters.replay(info.context, _keys(input.ids))
        return ReplayDeadLettersPayload(dead_letters=cast("list[DeadLetter]", found))

    @strawberry.mutation(
        description="Gives up what could not be done; a job keeps its status FAILED. Needs `operations:write`. Refused "
        "with NOT_FOUND, CONFLICT (one was decided on before), LIMIT_EXCEEDED.",
        permission_classes=[Operates],
        extensions=[Refusable(DiscardDeadLettersPayload)],
        directives=[scopes(Scope.OPERATIONS_WRITE), Cost(weight=10)],
    )
    async def discard_dead_letters(
        self, info: Info, input: Annotated[DiscardDeadLettersInput, Told]
    ) -> DiscardDeadLettersPayload:
        """The discarded letters."""
        found = await dead_letters.discard(info.context, _keys(input.ids))
        return DiscardDeadLettersPayload(dead_letters=cast("list[DeadLetter]", found))


def _keys(given: list[strawberry.ID]) -> list[UUID]:
    return [ids.decode("DeadLetter", one, "ids", str(place)) for place, one in enumerate(given)]

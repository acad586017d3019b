"""What a mutation answers: the object it made, or why it did not."""

from collections.abc import Awaitable, Callable

import strawberry
from strawberry.extensions import FieldExtension

from auth.errors import Overloaded
from models.errors import Refusal
from schema import refusals
from schema.directives import assumed
from schema.errors import UserError
from schema.info import Info


@strawberry.interface(
    description="Implemented by the payload of every mutation. `errors` is empty when the request was carried out."
)
class MutationPayload:
    """What every payload carries."""

    errors: list[UserError] = strawberry.field(
        default_factory=list,
        description="Why the request was turned down; empty when it was carried out.",
        directives=[assumed(1)],
    )


class Refusable(FieldExtension):
    """Turns a refusal of the operation into the `errors` of this payload.

    Everything else rises: it is a bug, or no answer
    for a form (too busy).
    """

    def __init__(self, payload: Callable[..., MutationPayload]) -> None:
        self.payload = payload

    async def resolve_async(
        self, next_: Callable[..., Awaitable[object]], source: object, info: Info, **kwargs: object
    ) -> object:
        """What the operation answers, or its refusal as data."""
        try:
            return await next_(source, info, **kwargs)
        except Overloaded:
            raise
        except Refusal as refusal:
            return self.payload(errors=[refusals.error(refusal, info.context)])

"""The type RateLimit: what a caller may still ask."""

from datetime import datetime

import strawberry


@strawberry.type(
    description="The caller's budget of points: of the signed-in user, or of the address of an anonymous caller. "
    "It refills steadily; an operation that would overdraw it is refused before it runs."
)
class RateLimit:
    """The budget, as it stands after this operation was charged."""

    limit: int = strawberry.field(
        description="Points that the full bucket holds; 10,000 unless the operator chose otherwise."
    )
    remaining: int = strawberry.field(description="Points left, this operation already taken off.")
    used: int = strawberry.field(description="Points missing from the full bucket.")
    resets_at: datetime = strawberry.field(description="When the bucket is full again, when nothing else is asked.")
    cost: int = strawberry.field(
        description="Static cost of this operation in points; what it did not need is given back after it."
    )

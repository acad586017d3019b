"""People by key."""

from collections.abc import Sequence
from uuid import UUID

from models.user import User


async def by_ids(ids: Sequence[UUID]) -> dict[UUID, User]:
    """Those of the people who are there."""
    return {one.id: one for one in await User.filter(id__in=list(ids))}

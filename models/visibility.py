"""Who sees which edition of a definition: the one function that every list, node, search, aggregate and event asks."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Reader:
    """What visibility depends on. `user_id` is null when own drafts are not readable either."""

    user_id: UUID | None = None
    is_signed_in: bool = False
    sees_all_drafts: bool = False

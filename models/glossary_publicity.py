"""Which glossaries anybody may read."""

from uuid import UUID

from models import store


async def public_ids() -> frozenset[UUID]:
    """Every public glossary."""
    return frozenset(UUID(str(row["id"])) for row in await store.rows("SELECT id FROM glossaries WHERE is_public"))

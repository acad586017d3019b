"""What definitions compete for: slugs, places in a concept, terms in force; and the locks that make them wait their turn.

Order of locks in every transaction: idempotency key, definitions by id, concepts by id, then these names, sorted.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from models import store

_FIRST_DEPTH = 8
_NUMBER = re.compile(r"(-\d+)+$")


@dataclass(frozen=True, slots=True)
class Occupant:
    """A definition that holds the place of one locale in a concept, as working text or in force."""

    definition_id: UUID
    concept_id: UUID
    locale: str
    author_id: UUID | None
    is_in_force: bool


async def lock_names(names: Iterable[str]) -> None:
    """Whoever locks one of these names waits until this transaction ends."""
    keys = sorted({_lock_key(name) for name in names})
    await store.rows("SELECT pg_advisory_xact_lock(key) FROM unnest($1::bigint[]) AS key", keys)


def key_names(glossary_id: UUID, locale: str, *, term_key: str, text: str) -> list[str]:
    """The names to lock before a text enters force: its term, and its text, which another may claim as well."""
    return [f"term:{glossary_id}:{locale}:{term_key}", f"text:{glossary_id}:{locale}:{text}"]


async def free_slugs(glossary_id: UUID, roots: Sequence[str]) -> list[str]:
    """A slug for each root, in the same order: the root itself, else with -2, -3 and so on; no one else can take them meanwhile."""
    # Without its numbers, so that the second `house` and the first `house 2` wait for each other.
    await lock_names(f"slug:{glossary_id}:{_NUMBER.sub('', root)}" for root in roots)
    depth = _FIRST_DEPTH
    while True:
        candidates = {root: [root, *(f"{root}-{number}" for number in range(2, depth + 1))] for root in roots}
        slugs = _assigned(roots, candidates, taken=await _taken_slugs(glossary_id, candidates.values()))
        if slugs is not None:
            return slugs
        depth *= 8


async def lock_concepts(ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """The glossary of each concept that exists; nobody else gives their places away until this transaction ends."""
    rows = await store.rows(
        "SELECT id, glossary_id FROM concepts WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE", list(ids)
    )
    return {row["id"]: row["glossary_id"] for row in rows}


async def occupants(concept_ids: Iterable[UUID]) -> list[Occupant]:
    """Who holds places in the concepts: working texts that are not archived, and texts in force."""
    rows = await store.rows(
        """SELECT id, concept_id, locale, created_by_id, established_version IS NOT NULL AS is_in_force
        FROM definitions WHERE concept_id = ANY($1) AND status <> 'ARCHIVED'
        UNION
        SELECT definition_id, concept_id, locale, created_by_id, TRUE FROM definitions_in_force WHERE concept_id = ANY($1)""",
        list(concept_ids),
    )
    return [Occupant(*row.values()) for row in rows]


async def is_alone(definition_id: UUID, concept_id: UUID) -> bool:
    """Whether nothing else, archived or not, defines the concept."""
    row = await store.row(
        "SELECT 1 FROM definitions WHERE concept_id = $1 AND id <> $2 LIMIT 1", concept_id, definition_id
    )
    return row is None


def _assigned(roots: Sequence[str], candidates: dict[str, list[str]], *, taken: set[str]) -> list[str] | None:
    slugs: list[str] = []
    for root in roots:
        slug = next((candidate for candidate in candidates[root] if candidate not in taken), None)
        if slug is None:
            return None
        taken.add(slug)
        slugs.append(slug)
    return slugs


async def _taken_slugs(glossary_id: UUID, candidates: Iterable[list[str]]) -> set[str]:
    rows = await store.rows(
        "SELECT slug FROM definitions WHERE glossary_id = $1 AND slug = ANY($2)",
        glossary_id,
        [slug for slugs in candidates for slug in slugs],
    )
    return {row["slug"] for row in rows}


def _lock_key(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)

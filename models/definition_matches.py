"""Which definitions bear a term: the one in force, else those being drafted."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from models import store
from models.keys import term_key
from models.visibility import Reader


@dataclass(frozen=True, slots=True)
class NameKey:
    """What a definition of one glossary is found by."""

    term: str
    locale: str
    context_key: str


async def bearing(reader: Reader, glossary_id: UUID, *, keys: Sequence[NameKey]) -> list[list[UUID]]:
    """For each key, in the same order: the definition in force that bears it, else every one that the reader sees drafted."""
    rows = await store.rows(
        """WITH k AS (
            SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[])
                WITH ORDINALITY AS k (term, term_key, locale, context_key, place)
        )
        SELECT k.place, f.definition_id AS id, TRUE AS is_in_force FROM k JOIN definitions_in_force f
            ON f.glossary_id = $1 AND f.locale = k.locale AND f.term_key = k.term_key
            AND f.context_key = k.context_key AND f.term = k.term
        UNION ALL
        SELECT k.place, d.id, FALSE FROM k JOIN definitions d
            ON d.glossary_id = $1 AND d.locale = k.locale AND d.term_key = k.term_key
            AND d.context_key = k.context_key AND d.term = k.term
        WHERE d.status <> 'ARCHIVED' AND ($6 OR d.created_by_id = $7)
        ORDER BY place, id""",
        glossary_id,
        [key.term for key in keys],
        [term_key(key.term) for key in keys],
        [key.locale for key in keys],
        [key.context_key for key in keys],
        reader.sees_all_drafts,
        reader.user_id,
    )
    in_force: list[list[UUID]] = [[] for _ in keys]
    drafted: list[list[UUID]] = [[] for _ in keys]
    for row in rows:
        (in_force if row["is_in_force"] else drafted)[row["place"] - 1].append(row["id"])
    return [standing or others for standing, others in zip(in_force, drafted, strict=True)]

"""Rows of `trusted_documents`: found by hash or name, kept, forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass

from models import recordsets, store


@dataclass(frozen=True, slots=True, kw_only=True)
class Trusted:
    """A document and how it is called for. `name` null: by its hash only."""

    hash: str
    name: str | None
    text: str


async def by_hash(hash_: str) -> str | None:
    """The text with this SHA-256; null when it is not trusted."""
    row = await store.row("SELECT text FROM trusted_documents WHERE hash = $1", hash_)
    return None if row is None else str(row["text"])


async def by_name(name: str) -> str | None:
    """The text of this name; null when none is trusted under it."""
    row = await store.row("SELECT text FROM trusted_documents WHERE name = $1", name)
    return None if row is None else str(row["text"])


async def names() -> list[tuple[str, str | None]]:
    """Hash and name of every trusted document, by hash."""
    rows = await store.rows("SELECT hash, name FROM trusted_documents ORDER BY hash")
    return [(str(row["hash"]), row["name"]) for row in rows]


async def keep(documents: Sequence[Trusted]) -> int:
    """How many of the documents are new; all of them are trusted. A name that stood for another text stands for this one."""
    async with store.transaction():
        await store.run(
            "UPDATE trusted_documents SET name = NULL WHERE name = ANY($1::text[])",
            [one.name for one in documents if one.name is not None],
        )
        rows = await store.rows(
            """INSERT INTO trusted_documents AS t (hash, name, text)
            SELECT hash, name, text FROM json_to_recordset($1::json) AS r (hash text, name text, text text)
            ON CONFLICT (hash) DO UPDATE SET name = coalesce(excluded.name, t.name) RETURNING xmax = 0 AS is_new""",
            recordsets.all_of(documents),
        )
    return sum(bool(row["is_new"]) for row in rows)


async def forget(hashes: Sequence[str]) -> int:
    """How many of these were trusted; none of them is any more."""
    return await store.run("DELETE FROM trusted_documents WHERE hash = ANY($1::text[])", list(hashes))

"""Keys made anew: whatever was keyed with other word tables than today's, or before there were keys."""

import json

import asyncpg

from models import lemma_keys

BATCH = 500
"""Rows a statement; each is a transaction of its own, so that nobody waits for all of them."""
_TABLES = {"definitions": "id", "definitions_in_force": "definition_id"}
_NAMES = ("label_starts", "text_lemmas", "text_pairs", "keyed_as")


async def rekey(connection: asyncpg.Connection) -> int:
    """How many texts got new keys; none when all were made with today's tables. May be broken off and begun again."""
    return sum([await _rekey(connection, table, identity) for table, identity in _TABLES.items()])


async def _rekey(connection: asyncpg.Connection, table: str, identity: str) -> int:
    count, after = 0, None
    while rows := await connection.fetch(
        f"SELECT {identity} AS id, term, designations, text, locale, text_hash FROM {table} "
        f"WHERE keyed_as <> $1 AND ($2::uuid IS NULL OR {identity} > $2) ORDER BY {identity} LIMIT {BATCH}",
        lemma_keys.fingerprint(),
        after,
    ):
        # A text that somebody saves meanwhile has its keys from the save.
        await connection.executemany(
            f"UPDATE {table} SET {', '.join(f'{name} = ${place}' for place, name in enumerate(_NAMES, start=3))} "
            f"WHERE {identity} = $1 AND text_hash = $2",
            [_values(row) for row in rows],
        )
        count, after = count + len(rows), rows[-1]["id"]
    return count


def _values(row: asyncpg.Record) -> tuple[object, ...]:
    designations = json.loads(row["designations"])
    keyed = lemma_keys.columns(row["term"], designations, text=row["text"], locale=row["locale"])
    return (row["id"], row["text_hash"], *(keyed[name] for name in _NAMES))

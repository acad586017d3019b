"""Keys made anew for texts that have none, or those of other word tables."""

import pytest

from models import lemma_keys, rekeying
from models import store as stores
from tests import harness
from tests.resolvers import shelf

KEYS = "SELECT term, label_starts, text_lemmas, text_pairs, keyed_as FROM {} ORDER BY term"


async def keyed(table: str) -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in await stores.rows(KEYS.format(table))]


@pytest.mark.parametrize("table", ["definitions", "definitions_in_force"])
async def test_texts_get_the_keys_that_a_save_would_give_them_once(
    store: stores.Store, owner_url: str, table: str
) -> None:
    owner = await shelf.glossary()
    label = {"text": "renters of homes", "kind": "ADMITTED", "form": "FULL_FORM"}
    await shelf.in_force(owner, "tenant", "person who rents a home", designations=[label])
    await shelf.in_force(owner, "huurder", "wie een woning huurt", locale="nl")
    before = await keyed(table)
    await stores.run(
        f"UPDATE {table} SET label_starts = '{{}}', text_lemmas = '{{}}', text_pairs = '{{}}', keyed_as = 'old'"
    )

    connection = await harness.connect(owner_url)
    counts = await rekeying.rekey(connection), await rekeying.rekey(connection)
    await connection.close()

    assert counts == (2, 0)
    assert await keyed(table) == before


def test_a_word_longer_than_an_index_holds_has_a_key_all_the_same() -> None:
    keys = lemma_keys.columns("x" * 200, [], text="y" * 10_000, locale="en")

    assert [len(key) for name in ("label_starts", "text_lemmas", "text_pairs") for key in keys[name]] == [64] * 3  # type: ignore[attr-defined]

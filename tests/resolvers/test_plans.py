"""How PostgreSQL answers what clients ask most: the committed table of (what is asked, index that answers it)."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
import pytest_asyncio

from auth.viewer import Viewer
from models import label_lookups, lemma_keys, term_uses
from models import paging as statements
from models import store as stores
from models.definition_filters import ContextFilter, DefinitionFilter, Direction, Order, OrderField
from models.label_lookups import Shelf
from models.paging import Listing, Window
from models.value_filters import IdFilter, StringFilter
from models.values import Values
from models.visibility import Reader
from resolvers import definitions
from resolvers.context import Context
from resolvers.paging import Slice
from tests import harness

ANN = UUID(int=1)
ONE_GLOSSARY = 700  # rows; all together are ten times as many
GLOSSARY = UUID(int=11)
EDITOR, USER, ANONYMOUS = Reader(ANN, is_signed_in=True, sees_all_drafts=True), Reader(ANN, is_signed_in=True), Reader()

_FILL = """
INSERT INTO users (id, display_name, email, email_key, role) VALUES ('00000000-0000-0000-0000-000000000001', 'Ann', 'a', 'a', 'USER');
INSERT INTO glossaries (id, slug, name, name_key, is_public, profile_fingerprint)
    SELECT lpad(to_hex(10 + n), 32, '0')::uuid, 'g' || n, 'g' || n, 'g' || n, n < 9, 'f' FROM generate_series(1, 10) n;
INSERT INTO concepts (id, glossary_id) SELECT md5(n::text)::uuid, lpad(to_hex(11 + n % 10), 32, '0')::uuid FROM generate_series(1, 6000) n;
INSERT INTO definitions (id, glossary_id, concept_id, created_at, updated_at, slug, status, established_version, was_established,
        score, created_by_id, term, term_key, text, locale, contexts, context_key, label_keys, label_starts, text_lemmas, text_pairs, text_hash)
    SELECT md5('d' || n)::uuid, lpad(to_hex(11 + n % 10), 32, '0')::uuid, md5(n::text)::uuid, now() - n * interval '7 minutes',
        now() - (n * 7919 % 6000) * interval '1 minute', 's' || n, CASE WHEN n % 4 = 0 THEN 'DRAFT' ELSE 'ESTABLISHED' END,
        CASE WHEN n % 4 > 0 THEN 1 END, n % 4 > 0, nullif(n % 102, 101), CASE WHEN n % 200 = 0 THEN '00000000-0000-0000-0000-000000000001'::uuid END,
        md5(n::text), md5(n::text), 'thing number ' || n || ' of many ' || md5((n % 500)::text), CASE WHEN n % 3 = 0 THEN 'nl' ELSE 'en' END,
        CASE WHEN n % 50 = 0 THEN jsonb_build_array(jsonb_build_object('kind', 'LEGAL', 'name', 'law ' || n)) ELSE '[]' END,
        CASE WHEN n % 50 = 0 THEN 'law' || n ELSE '' END, ARRAY[md5(n::text)],
        ARRAY[md5(n::text)], ARRAY['thing', 'number', n::text, 'of', 'many', md5((n % 500)::text)],
        ARRAY[n || E'\\nmany', E'many\\n' || md5((n % 500)::text)], md5(n::text)
    FROM generate_series(1, 6000) n;
INSERT INTO definitions_in_force (definition_id, glossary_id, concept_id, version, created_at, updated_at, slug, score, created_by_id,
        term, term_key, text, locale, contexts, context_key, label_keys, label_starts, text_lemmas, text_pairs, text_hash)
    SELECT id, glossary_id, concept_id, 1, created_at, updated_at, slug, score, created_by_id,
        term, term_key, text, locale, contexts, context_key, label_keys, label_starts, text_lemmas, text_pairs, text_hash
    FROM definitions WHERE established_version IS NOT NULL;
"""


@pytest_asyncio.fixture(scope="module")
async def library(open_store: stores.Store, owner_url: str) -> AsyncIterator[None]:
    """Six thousand definitions in ten glossaries, three of four in force."""
    await harness.empty(owner_url)
    connection = await harness.connect(owner_url)
    await connection.execute(_FILL)
    # Also empties the lists of pending entries of the GIN indexes, as autovacuum does.
    await connection.execute("VACUUM ANALYZE users, glossaries, concepts, definitions, definitions_in_force")
    await connection.close()
    yield
    await harness.empty(owner_url)


def by(field: OrderField, direction: Direction = Direction.ASC) -> tuple[Order, ...]:
    return (Order(field, direction),)


F, S, ALL = DefinitionFilter, StringFilter, DefinitionFilter()
TERM, CREATED, UPDATED, SCORE = (
    by(OrderField.TERM),
    by(OrderField.CREATED_AT),
    by(OrderField.UPDATED_AT),
    by(OrderField.VALIDATION_SCORE),
)
NEWEST = by(OrderField.UPDATED_AT, Direction.DESC)

ORDERED = [
    (None, TERM, "term"), (None, by(OrderField.TERM, Direction.DESC), "term"), (GLOSSARY, TERM, "glossary_term"),
    (None, CREATED, "created"), (GLOSSARY, CREATED, "glossary_created"), (None, NEWEST, "updated"), (GLOSSARY, NEWEST, "glossary_updated"),
    (None, SCORE, "score"), (GLOSSARY, SCORE, "glossary_score"), (None, by(OrderField.VALIDATION_SCORE, Direction.DESC), "score"),
]  # fmt: skip
"""Walked in the order of the index, so that a page costs the same wherever it lies."""

NARROWED = [
    (F(term=S(contains="a1b2c")), "trigrams"), (F(term=S(eq="0a0b")), "key|term"), (F(term=S(starts_with="0a0")), "term"),
    (F(contexts=ContextFilter(name=S(eq="law 50"))), "contexts"), (F(created_by_id=IdFilter(eq=ANN)), "author"),
    (F(id=IdFilter(in_=(ANN, GLOSSARY))), "pkey"),
]  # fmt: skip
"""Found by an index first, then sorted: few rows match."""


@pytest.mark.parametrize("reader", [EDITOR, USER, ANONYMOUS], ids=["editor", "user", "anonymous"])
@pytest.mark.parametrize("is_later", [False, True], ids=["first page", "later page"])
@pytest.mark.parametrize(("glossary_id", "order", "index"), ORDERED)
async def test_an_order_walks_its_index(
    library: None, *, reader: Reader, is_later: bool, glossary_id: UUID | None, order: tuple[Order, ...], index: str
) -> None:
    listing = definitions.listing(reader, glossary_id=glossary_id, order=order)
    position = (_MIDDLE[listing.keys[0].type], ANN) if is_later else None

    plan = await explained(listing, Window(20, position))

    assert not scanned(plan)
    assert is_used(index, plan)
    assert rows_read(plan) < 500


_MIDDLE: dict[str, str | int | datetime] = {"text": "8", "int": 50, "timestamptz": datetime(2026, 1, 1, tzinfo=UTC)}


async def test_status_walks_its_index_where_it_differs(library: None) -> None:
    listing = definitions.listing(EDITOR, order=by(OrderField.STATUS))

    plan = await explained(listing, Window(20, (1, ANN)))

    assert is_used("status", plan)
    assert rows_read(plan) < 500


@pytest.mark.parametrize("reader", [EDITOR, ANONYMOUS], ids=["editor", "anonymous"])
@pytest.mark.parametrize(("filter_", "index"), NARROWED)
async def test_a_filter_is_answered_by_its_index(
    library: None, reader: Reader, filter_: DefinitionFilter, index: str
) -> None:
    plan = await explained(definitions.listing(reader, filter_=filter_), Window(20))

    assert is_used(index, plan)
    assert rows_read(plan) < 500


@pytest.mark.parametrize("reader", [EDITOR, USER, ANONYMOUS], ids=["editor", "user", "anonymous"])
async def test_a_search_is_answered_by_its_index(library: None, reader: Reader) -> None:
    plan = await explained(definitions.listing(reader, searched="4444"), Window(20))

    assert is_used("search", plan)
    assert rows_read(plan) < 500


@pytest.mark.parametrize("reader", [EDITOR, USER, ANONYMOUS], ids=["editor", "user", "anonymous"])
async def test_uses_in_both_directions_are_answered_by_indexes(library: None, reader: Reader) -> None:
    ctx = Context(Viewer(), "test")
    record = (await definitions.page(ctx, Slice(first=1), glossary_id=GLOSSARY)).edges[0].node
    text, labels, using = Shelf((GLOSSARY,), "en"), Values(), Values()
    starts = {start for number in range(40) for start in (str(number), f"{number}\nmany")}
    own = lemma_keys.label_keys(lemma_keys.entry_of("number 4444", [], locale="en"))

    found = await carried_out(label_lookups.statement(reader, text, starts, labels), labels)
    back = await carried_out(term_uses.statement(reader, record, own, using), using)

    assert not scanned([*found, *back])
    assert max(rows_read(found), rows_read(back)) <= ONE_GLOSSARY


async def explained(listing: Listing, window: Window) -> list[dict[str, object]]:
    """Every node of the plan that was carried out."""
    values = listing.values.copy()
    return await carried_out(statements.statement(listing, window, values), values)


async def carried_out(sql: str, values: Values) -> list[dict[str, object]]:
    """Every node of the plan of a statement that was carried out."""
    row = await stores.row(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", *values.all)
    assert row is not None
    plan = row["QUERY PLAN"]
    return flattened((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"])


def flattened(node: dict[str, object]) -> list[dict[str, object]]:
    below = node.get("Plans", [])
    assert isinstance(below, list)
    return [node, *(one for child in below for one in flattened(child))]


def scanned(plan: list[dict[str, object]]) -> list[dict[str, object]]:
    """The nodes that read all of a table of definitions."""
    return [
        node
        for node in plan
        if node["Node Type"] == "Seq Scan" and str(node["Relation Name"]).startswith("definitions")
    ]


def is_used(index: str, plan: list[dict[str, object]]) -> bool:
    """Whether one of these indexes (`a|b`) of definitions or of texts in force was read."""
    names = {f"{table}_{one}" for table in ("definitions", "definitions_in_force") for one in index.split("|")}
    return any(node.get("Index Name") in names for node in plan)


def rows_read(plan: list[dict[str, object]]) -> float:
    """Rows that scans of definitions handed on or threw away."""
    scans = [node for node in plan if str(node.get("Relation Name", "")).startswith("definitions")]
    return sum(float(str(node["Actual Rows"])) + float(str(node.get("Rows Removed by Filter", 0))) for node in scans)

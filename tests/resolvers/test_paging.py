import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import store as stores
from models.keys import uuid7
from models.paging import Key, Listing
from models.values import Values
from resolvers import paging
from resolvers.errors import InvalidInput
from resolvers.paging import Edge, Maker, Page, Slice, Total

pytestmark = pytest.mark.usefixtures("store")


def listing(rows: list[tuple[int, str]], *, first_down: bool, second_down: bool, split: bool = False) -> Listing:
    """Rows (number, text) made unique by their place; in two sources when split."""
    numbers, texts = [row[0] for row in rows], [row[1] for row in rows]
    values = Values(numbers, texts)
    source = (
        'SELECT r.number, r.text COLLATE "C" AS text, r.place::int AS place '
        "FROM unnest($1::int[], $2::text[]) WITH ORDINALITY AS r (number, text, place)"
    )
    keys = (
        Key("d.number", "int", is_descending=first_down),
        Key("d.text", "text", is_descending=second_down),
        Key("d.place", "int", is_descending=second_down),
    )
    sources = (f"{source} WHERE place % 2 = 0", f"{source} WHERE place % 2 = 1") if split else (source,)
    return Listing(sources, keys, values)


def maker() -> Maker[int]:
    return Maker("numbers", lambda row: row["place"])


async def walk(of: Listing, *, size: int, is_backward: bool) -> list[Page[int]]:
    """Every page from one end to the other."""
    pages: list[Page[int]] = []
    cursor: str | None = None
    while not pages or (pages[-1].has_previous if is_backward else pages[-1].has_next):
        slice_ = Slice(last=size, before=cursor) if is_backward else Slice(first=size, after=cursor)
        pages.append(await paging.of_listing(of, slice_, maker()))
        edges = pages[-1].edges
        cursor = (edges[0] if is_backward else edges[-1]).cursor if edges else None
    return pages


def nodes(pages: list[Page[int]]) -> list[int]:
    return [edge.node for page in pages for edge in page.edges]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["", "a", "B", "é", "\U0001f600"])), max_size=12),
    first_down=st.booleans(),
    second_down=st.booleans(),
    split=st.booleans(),
    size=st.integers(1, 5),
)
async def test_walking_either_way_visits_each_row_once_in_order(
    *, rows: list[tuple[int, str]], first_down: bool, second_down: bool, split: bool, size: int
) -> None:
    of = listing(rows, first_down=first_down, second_down=second_down, split=split)

    forward = nodes(await walk(of, size=size, is_backward=False))
    pages = await walk(of, size=size, is_backward=True)

    places = sorted(range(1, len(rows) + 1), key=lambda place: (rows[place - 1][1], place), reverse=second_down)
    places.sort(key=lambda place: rows[place - 1][0], reverse=first_down)
    assert forward == places
    assert nodes(pages[::-1]) == places


async def test_both_neighbours_are_told_in_both_directions() -> None:
    of = listing([(number, "") for number in range(5)], first_down=False, second_down=False)
    whole = await paging.of_listing(of, Slice(first=5), maker())

    middle = await paging.of_listing(of, Slice(first=2, after=whole.edges[0].cursor), maker())
    back = await paging.of_listing(of, Slice(last=2, before=whole.edges[4].cursor), maker())
    beginning = await paging.of_listing(of, Slice(last=2, before=whole.edges[2].cursor), maker())

    assert (whole.has_next, whole.has_previous) == (False, False)
    assert (nodes([middle]), middle.has_next, middle.has_previous) == ([2, 3], True, True)
    assert (nodes([back]), back.has_next, back.has_previous) == ([3, 4], True, True)
    assert (nodes([beginning]), beginning.has_next, beginning.has_previous) == ([1, 2], True, False)


async def test_behind_the_last_row_lies_everything() -> None:
    of = listing([(1, ""), (2, "")], first_down=False, second_down=False)
    whole = await paging.of_listing(of, Slice(), maker())

    beyond = await paging.of_listing(of, Slice(first=1, after=whole.edges[-1].cursor), maker())
    before = await paging.of_listing(of, Slice(last=1, before=whole.edges[0].cursor), maker())

    assert (beyond.edges, beyond.has_next, beyond.has_previous) == ([], False, True)
    assert (before.edges, before.has_next, before.has_previous) == ([], True, False)


async def test_rows_that_come_in_while_walking_never_double_or_hide_others() -> None:
    await stores.run(
        "INSERT INTO users (id, display_name, email, email_key, role) SELECT gen_random_uuid(), 'x', n, n, 'USER' FROM (SELECT n::text FROM generate_series(10, 40) n) s"
    )
    of = Listing(("SELECT email_key, id FROM users",), (Key("d.email_key", "text"), Key("d.id", "uuid")), Values())
    make: Maker[str] = Maker("users", lambda row: row["email_key"])
    before = [row["email_key"] for row in await stores.rows("SELECT email_key FROM users")]
    edges: list[Edge[str]] = []
    has_next = True

    while has_next:
        page = await paging.of_listing(of, Slice(first=3, after=edges[-1].cursor if edges else None), make)
        edges += page.edges
        has_next = page.has_next
        await insert_around(edges[-1].node)

    seen = [edge.node for edge in edges]
    assert len(seen) == len(set(seen))
    assert set(before) <= set(seen)


async def insert_around(key: str) -> None:
    await stores.run_many(
        "INSERT INTO users (id, display_name, email, email_key, role) VALUES ($1, 'x', $2, $2, 'USER') ON CONFLICT DO NOTHING",
        [(uuid7(), "0" + key), (uuid7(), key[:1] + "0" + key[1:])],
    )


@pytest.mark.parametrize(
    ("slice_", "path"),
    [
        (Slice(first=0), ("first",)), (Slice(first=101), ("first",)), (Slice(first=-1), ("first",)),
        (Slice(last=0), ("last",)), (Slice(last=101), ("last",)), (Slice(first=1, last=1), ("last",)),
        (Slice(first=1, before="x"), ("last",)), (Slice(last=1, after="x"), ("last",)),
        (Slice(after="x"), ("after",)), (Slice(before="x"), ("before",)),
    ],
)  # fmt: skip
async def test_a_slice_out_of_bounds_is_refused(slice_: Slice, path: tuple[str, ...]) -> None:
    with pytest.raises(InvalidInput) as refused:
        await paging.of_listing(listing([], first_down=False, second_down=False), slice_, maker())

    assert refused.value.path == path


async def test_twenty_rows_when_nothing_is_asked() -> None:
    of = listing([(0, "")] * 30, first_down=False, second_down=False)

    page = await paging.of_listing(of, Slice(), maker())

    assert (len(page.edges), page.has_next) == (20, True)


@pytest.mark.parametrize(
    ("limit", "total"), [(2, Total(2, is_exact=False)), (3, Total(3, is_exact=True)), (4, Total(3, is_exact=True))]
)
@pytest.mark.parametrize("split", [False, True])
async def test_counting_stops_at_the_limit(*, limit: int, total: Total, split: bool) -> None:
    page = await paging.of_listing(
        listing([(0, "")] * 3, first_down=False, second_down=False, split=split), Slice(first=1), maker()
    )

    assert await page.count(limit) == total


@pytest.mark.parametrize("limit", [0, -1, 10_001])
async def test_a_count_out_of_bounds_is_refused(limit: int) -> None:
    page = await paging.of_listing(listing([], first_down=False, second_down=False), Slice(), maker())

    with pytest.raises(InvalidInput):
        await page.count(limit)


async def test_an_empty_page_is_counted_alike() -> None:
    page: Page[int] = paging.empty()

    assert (page.edges, await page.count(5)) == ((), Total(0, is_exact=True))
    with pytest.raises(InvalidInput):
        await page.count(0)

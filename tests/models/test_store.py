"""The door to PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio
from tortoise.context import TortoiseContext

from models import store as stores
from models.engine import Client, PoolExhausted
from models.job import IdempotencyKey
from models.keys import uuid7


async def one(value: int) -> int:
    row = await stores.row("SELECT $1::int AS value", value)
    assert row is not None
    return int(row["value"])


async def kept(key: str) -> None:
    await IdempotencyKey.create(actor_id=uuid7(), operation="test", key=key, input_hash="")


async def test_block_that_ends_well_is_committed(store: stores.Store) -> None:
    async with stores.transaction():
        await kept("a")

    assert await IdempotencyKey.all().count() == 1


async def test_block_that_fails_is_rolled_back(store: stores.Store) -> None:
    with pytest.raises(RuntimeError):
        await _fail_after("a")

    assert await IdempotencyKey.all().count() == 0


async def _fail_after(key: str) -> None:
    async with stores.transaction():
        await kept(key)
        raise RuntimeError


async def test_failed_inner_block_leaves_the_outer_one_alive(store: stores.Store) -> None:
    async with stores.transaction():
        await kept("outer")
        with pytest.raises(RuntimeError):
            await _fail_after("inner")

    assert [row.key for row in await IdempotencyKey.all()] == ["outer"]


async def test_cancelled_block_is_rolled_back_and_its_connection_is_whole(store: stores.Store) -> None:
    has_written = asyncio.Event()
    task = asyncio.create_task(_wait_after("a", has_written))
    await asyncio.wait_for(has_written.wait(), 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert await asyncio.gather(*(one(number) for number in range(20))) == list(range(20))
    assert await IdempotencyKey.all().count() == 0


async def _wait_after(key: str, has_written: asyncio.Event) -> None:
    async with stores.transaction():
        await kept(key)
        has_written.set()
        await asyncio.Event().wait()


async def test_rows_inside_a_block_belong_to_it(store: stores.Store) -> None:
    async with stores.transaction():
        assert stores.is_in_transaction()
        inside = await stores.row("SELECT pg_current_xact_id_if_assigned() IS NULL AS is_new")
        await kept("a")
        after = await stores.row("SELECT pg_current_xact_id_if_assigned() IS NULL AS is_new")

    assert (inside["is_new"], after["is_new"]) == (True, False)  # type: ignore[index]
    assert not stores.is_in_transaction()


async def test_json_comes_back_as_values(store: stores.Store) -> None:
    row = await stores.row("SELECT $1::jsonb AS value", [{"name": "huur", "is": [1, None]}])

    assert row is not None
    assert row["value"] == [{"name": "huur", "is": [1, None]}]


@pytest_asyncio.fixture
async def replicated(database_url: str, owner_url: str) -> AsyncIterator[None]:
    """A store whose replica is told apart by its role; only tasks of this test see it."""
    pool = stores.Pool(max_size=2)
    connections = {
        stores.PRIMARY: stores.connection_config(database_url, pool),
        stores.REPLICA: stores.connection_config(owner_url, pool),
    }
    apps = {"models": {"models": list(stores.MODULES), "default_connection": stores.PRIMARY}}
    context = TortoiseContext()
    with context:
        await context.init(config={"connections": connections, "apps": apps})
        yield
        await context.close_connections()


async def reader() -> str:
    row = await stores.row("SELECT current_user::text AS name")
    assert row is not None
    return str(row["name"])


async def test_replica_answers_only_where_it_is_asked_for(replicated: None) -> None:
    before = await reader()
    async with stores.reading_from_replica():
        inside = await reader()

    assert (before, inside, await reader()) == ("begrip_app", "begrip_owner", "begrip_app")


async def test_transaction_stays_on_the_primary(replicated: None) -> None:
    async with stores.reading_from_replica(), stores.transaction():
        assert await reader() == "begrip_app"


async def test_store_without_replica_answers_itself(store: stores.Store) -> None:
    async with stores.reading_from_replica():
        assert await reader() == "begrip_app"


@pytest.fixture
def separate(database_url: str, open_store: stores.Store) -> dict[str, object]:
    """What a pool of one connection that waits 50 ms is configured with."""
    pool = stores.Pool(max_size=1, wait=timedelta(milliseconds=50))
    return stores.connection_config(database_url, pool)


async def test_pool_that_is_exhausted_says_so_in_time(separate: dict[str, object]) -> None:
    client = _client(separate)
    async with client.acquire_connection():
        with pytest.raises(PoolExhausted, match=r"0\.05 s"):
            await client.execute_query("SELECT 1")

    assert (await client.execute_query("SELECT 1"))[0] == 1
    await client.close()


def _client(config: dict[str, object]) -> Client:
    credentials = config["credentials"]
    assert isinstance(credentials, dict)
    return Client(**credentials, connection_name="separate")


@pytest.mark.parametrize(
    ("url", "host", "port", "database"),
    [
        ("postgresql://a@db.example:6543/x", "db.example", 6543, "x"),
        ("postgresql://a:s%40c@/x?host=/run/pg&port=7", "/run/pg", 7, "x"),
        ("postgresql://a@localhost/x", "localhost", 5432, "x"),
    ],
)
def test_address_is_understood(url: str, host: str, port: int, database: str) -> None:
    credentials = stores.connection_config(url, stores.Pool())["credentials"]

    assert isinstance(credentials, dict)
    assert (credentials["host"], credentials["port"], credentials["database"]) == (host, port, database)


def test_password_is_decoded() -> None:
    credentials = stores.connection_config("postgresql://a:s%40c@h/x", stores.Pool())["credentials"]

    assert isinstance(credentials, dict)
    assert credentials["password"] == "s@c"


async def test_statement_that_takes_too_long_ends(database_url: str) -> None:
    pool = stores.Pool(statement_timeout=timedelta(milliseconds=50))
    client = _client(stores.connection_config(database_url, pool))

    with pytest.raises(Exception, match="statement timeout"):
        await client.execute_query("SELECT pg_sleep(5)")

    await client.close()

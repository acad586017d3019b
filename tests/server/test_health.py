import httpx
from redis.asyncio import Redis
from starlette.applications import Starlette

from models.store import Store
from server.health import Health
from tests import harness


def client(health: Health) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(Starlette(routes=list(health.routes())))
    return httpx.AsyncClient(transport=transport, base_url="http://begrip.test")


async def test_a_started_server_with_a_migrated_store_is_ready(store: Store, redis: Redis, owner_url: str) -> None:
    async with client(Health(owner_url, redis, has_started=True)) as probe:
        answer = await probe.get("/readyz")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "database": "ok", "redis": "ok"})


async def test_without_redis_it_is_degraded_and_still_ready(store: Store, owner_url: str) -> None:
    async with (
        Redis.from_url("redis://127.0.0.1:1") as away,
        client(Health(owner_url, away, has_started=True)) as probe,
    ):
        answer = await probe.get("/readyz")

    assert (answer.status_code, answer.json()["status"], answer.json()["redis"]) == (200, "degraded", "unreachable")


async def test_a_store_that_lacks_migrations_is_not_ready(
    store: Store, redis: Redis, engines: harness.Services
) -> None:
    async with client(Health(engines.admin_url, redis, has_started=True)) as probe:
        answer = await probe.get("/readyz")

    assert (answer.status_code, answer.json()["database"]) == (503, "migrations pending")


async def test_a_server_that_has_not_started_is_not_ready(store: Store, redis: Redis, owner_url: str) -> None:
    async with client(Health(owner_url, redis)) as probe:
        ready, started = await probe.get("/readyz"), await probe.get("/startupz")

    assert (ready.status_code, started.status_code, started.json()) == (503, 503, {"status": "starting"})


async def test_the_live_probe_asks_nobody() -> None:
    async with Redis.from_url("redis://127.0.0.1:1") as away, client(Health("postgresql://nowhere/x", away)) as probe:
        answer = await probe.get("/livez")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


async def test_the_version_is_that_of_the_project() -> None:
    async with Redis.from_url("redis://127.0.0.1:1") as away, client(Health("postgresql://nowhere/x", away)) as probe:
        answer = await probe.get("/version")

    assert answer.json() == {"name": "begrip", "version": "0.1.0"}

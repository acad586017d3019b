from datetime import timedelta

from redis.asyncio import Redis

from cache.texts import Texts


async def test_text_is_known_to_every_server(redis: Redis) -> None:
    await Texts(redis).put("a", "{hello}")

    assert await Texts(redis).get("a") == "{hello}"


async def test_unknown_text_is_null(redis: Redis) -> None:
    assert await Texts(redis).get("a") is None


async def test_asking_renews(redis: Redis) -> None:
    texts = Texts(redis, keep=timedelta(minutes=1))
    await texts.put("a", "x")
    await redis.pexpire("begrip:text:a", 1000)

    await texts.get("a")

    assert await redis.pttl("begrip:text:a") > 30_000


async def test_without_redis_nothing_is_known() -> None:
    texts = Texts(None)
    await texts.put("a", "x")

    assert await texts.get("a") is None

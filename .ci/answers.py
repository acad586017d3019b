"""Exit code 0 when the PostgreSQL and the Redis of the tests answer, and are new enough."""
# ruff: noqa: INP001 - a script, not a package

import asyncio
import os
import sys

import asyncpg
from redis.asyncio import Redis, RedisError

OLDEST_POSTGRES = 150_000
OLDEST_REDIS = 7


async def main() -> str:
    """What is missing; empty when nothing is."""
    try:
        connection = await asyncpg.connect(os.environ["BEGRIP_TEST_DATABASE_URL"], timeout=5)
        version = int(await connection.fetchval("SHOW server_version_num"))
        await connection.close()
        async with Redis.from_url(os.environ["BEGRIP_TEST_REDIS_URL"], socket_connect_timeout=5) as redis:
            facts = await redis.info("server")
    except (OSError, TimeoutError, asyncpg.PostgresError, RedisError) as err:
        return str(err) or type(err).__name__
    if version < OLDEST_POSTGRES:
        return f"PostgreSQL {version} is older than 15"
    if int(str(facts["redis_version"]).split(".")[0]) < OLDEST_REDIS:
        return f"Redis {facts['redis_version']} is older than 7"
    sys.stderr.write(f"on PostgreSQL {version // 10000} and Redis {facts['redis_version']}\n")
    return ""


if __name__ == "__main__":
    sys.exit(asyncio.run(main()) or 0)

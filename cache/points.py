"""Buckets of points that refill with time: what a caller may still ask of all servers together.

The bucket lies in Redis. A server leases points from it in small portions and spends them without asking again, so that
most requests cost no round trip; what a lease holds when it is forgotten is lost to its caller, and the bucket fills up
anyway. While Redis is away, every server keeps a bucket of its own.
"""

import math
import time
from collections import OrderedDict
from dataclasses import dataclass

from redis.asyncio import Redis

from cache.reach import Reach

_PREFIX = "begrip:points:"
_MAX_REMEMBERED = 10_000
_STALE_SECONDS = 2.0
"""A lease not asked about for so long says little about the bucket: other servers spend too."""

# KEYS: the bucket. ARGV: size, points a second, points given back, points wanted, portion. Answers: granted, left.
# All or nothing: less than what is wanted helps nobody. A portion is at most a tenth of what is left.
_LEASE = """
local now = redis.call('TIME')
now = now[1] + now[2] / 1000000
local size, rate = tonumber(ARGV[1]), tonumber(ARGV[2])
local known = redis.call('HMGET', KEYS[1], 'points', 'at')
local points = tonumber(known[1]) or size
local at = tonumber(known[2]) or now
points = math.min(size, points + math.max(0, now - at) * rate + tonumber(ARGV[3]))
local wanted, granted = tonumber(ARGV[4]), 0
if points >= wanted then
    granted = math.min(points, math.max(wanted, math.min(tonumber(ARGV[5]), points / 10)))
end
points = points - granted
redis.call('HSET', KEYS[1], 'points', tostring(points), 'at', tostring(now))
redis.call('PEXPIRE', KEYS[1], math.ceil(size / rate) * 1000 + 1000)
return {tostring(granted), tostring(points)}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """At most `size` points, refilled by `per_second`; leased in portions of `portion`."""

    size: int = 10_000
    per_second: int = 100
    portion: int = 200


@dataclass(frozen=True, slots=True)
class Standing:
    """What is left of a bucket, in whole points; `is_enough` for what was asked, else again after `retry_seconds`."""

    is_enough: bool
    remaining: int
    retry_seconds: int = 0


@dataclass(slots=True)
class _Lease:
    """What this server holds of a bucket, and what the bucket itself had when it was last asked."""

    held: float = 0.0
    left: float = 0.0
    at: float = 0.0


class Points:
    """Takes points out of buckets, and puts back what was not needed."""

    def __init__(self, redis: Redis | None, bucket: Bucket) -> None:
        self.bucket = bucket
        self._reach = Reach(redis)
        self._lease = None if redis is None else redis.register_script(_LEASE)
        self._leases: OrderedDict[str, _Lease] = OrderedDict()

    async def take(self, key: str, points: int) -> Standing:
        """The points are taken, all of them; or none, when the bucket has too few."""
        # Nothing to take is something to tell: of a bucket that was not asked yet this server knows nothing.
        if not points:
            return await self.standing(key)
        lease = self._of(key)
        if lease.held < points:
            await self._extend(key, lease, points)
        if lease.held < points:
            missing = points - lease.held - lease.left
            return Standing(
                is_enough=False,
                remaining=self._remaining(lease),
                retry_seconds=max(1, math.ceil(missing / self.bucket.per_second)),
            )
        lease.held -= points
        return Standing(is_enough=True, remaining=self._remaining(lease))

    def settle(self, key: str, difference: int) -> None:
        """So many of the points taken were not needed; a negative difference: so many more were."""
        lease = self._of(key)
        lease.held = min(lease.held + difference, float(self.bucket.size))

    async def standing(self, key: str) -> Standing:
        """What is left, as far as this server knows; nothing is taken."""
        lease = self._of(key)
        if time.monotonic() - lease.at > _STALE_SECONDS:
            await self._extend(key, lease, 0)
        return Standing(is_enough=True, remaining=self._remaining(lease))

    def _remaining(self, lease: _Lease) -> int:
        return max(0, min(self.bucket.size, math.floor(lease.held + lease.left)))

    def _of(self, key: str) -> _Lease:
        lease = self._leases.get(key)
        if lease is None:
            lease = self._leases[key] = _Lease()
            if len(self._leases) > _MAX_REMEMBERED:
                self._leases.popitem(last=False)
        self._leases.move_to_end(key)
        return lease

    async def _extend(self, key: str, lease: _Lease, points: int) -> None:
        """The lease holds the points, if the bucket has them; what it held before goes back first."""
        given, lease.held = lease.held, 0.0
        async with self._reach.client() as redis:
            if redis is not None and self._lease is not None:
                bucket = self.bucket
                answer = await self._lease(
                    keys=[_PREFIX + key],
                    args=[bucket.size, bucket.per_second, given, points, bucket.portion if points else 0],
                )
                granted, left = (float(part) for part in answer)
                # While the bucket was asked, others of this process may have settled or taken.
                lease.held, lease.left, lease.at = lease.held + granted, left, time.monotonic()
                return
        self._extend_alone(lease, given)

    def _extend_alone(self, lease: _Lease, given: float) -> None:
        now = time.monotonic()
        refilled = (now - lease.at) * self.bucket.per_second if lease.at else float(self.bucket.size)
        lease.held = min(float(self.bucket.size), lease.held + given + lease.left + refilled)
        lease.left, lease.at = 0.0, now

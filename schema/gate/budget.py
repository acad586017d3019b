"""The budget: what an operation may cost at all, and what its caller may still ask; reserved before, settled after."""

from dataclasses import dataclass, replace
from functools import lru_cache

from auth.viewer import Client, Viewer
from cache.points import Points
from resolvers.rates import Rate
from schema.gate import answer, errors
from schema.gate.answer import Answer, Outcome
from schema.gate.asker import Asker
from schema.gate.documents import Fault
from schema.gate.operation import Operation

LIMITED = "RATE_LIMITED"
_MOST_TOLD = 2**31 - 1
"""GraphQL's largest Int. Pages in pages multiply beyond what can be written as JSON (64 bits)."""


@dataclass(frozen=True, slots=True)
class Charge:
    """What an operation was charged before it ran. `rate` is null where no bucket is kept."""

    cost: int
    key: str = ""
    rate: Rate | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """Charges callers. Without `points` every operation is priced and none is refused for what others cost."""

    most: int
    points: Points | None = None

    async def charge(self, wanted: Operation, asker: Asker) -> Charge | Answer:
        """What the operation costs at most, taken from the bucket of its caller; or the answer to one that costs too much."""
        cost = wanted.price.at(wanted.variables)
        if cost > self.most:
            return _too_expensive(cost, self.most)
        if self.points is None or asker.viewer.is_system:
            return Charge(cost)
        key = _bucket(asker.viewer)
        standing = await self.points.take(key, cost)
        rate = self._rate(standing.remaining, cost, self.points)
        if not standing.is_enough:
            return _limited(rate, standing.retry_seconds)
        return Charge(cost, key, rate)

    def settle(self, charge: Charge, wanted: Operation, found: Answer) -> Answer:
        """The answer, with word of what is left; what the operation did not need is given back."""
        if charge.rate is None and not wanted.tells_cost:
            return found
        actual = wanted.price.of(found.data) if found.was_executed else 0
        rate = charge.rate
        if rate is not None and self.points is not None:
            self.points.settle(charge.key, charge.cost - actual)
            remaining = max(0, min(rate.limit, rate.remaining + charge.cost - actual))
            rate = Rate(limit=rate.limit, remaining=remaining, per_second=rate.per_second, cost=rate.cost)
        told = {"cost": {"requested": charge.cost, "actual": actual}} if wanted.tells_cost else None
        # Written out: `dataclasses.replace` takes longer than all of the rest.
        return Answer(found.outcome, found.data, found.errors, told, rate, found.retry_seconds)

    def _rate(self, remaining: int, cost: int, points: Points) -> Rate:
        bucket = points.bucket
        return Rate(limit=bucket.size, remaining=remaining, per_second=bucket.per_second, cost=cost)


def _bucket(viewer: Viewer) -> str:
    return _of_address(viewer.client.address) if viewer.user_id is None else f"user:{viewer.user_id}"


@lru_cache(maxsize=10_000)
def _of_address(address: str | None) -> str:
    return f"address:{Client(address=address).network}"


def _too_expensive(cost: int, most: int) -> Answer:
    cost = min(cost, _MOST_TOLD)
    message = f"the operation may cost {cost} points; at most {most} are allowed: ask for shorter pages or fewer fields"
    return answer.refused(errors.entry(Fault.LIMIT, message, limit="cost", maximum=most, cost=cost))


def _limited(rate: Rate, retry_seconds: int) -> Answer:
    message = f"too much was asked of late: {rate.remaining} points are left, and this operation may cost {rate.cost}"
    entry = errors.entry(LIMITED, message, retryAfterMs=retry_seconds * 1000, cost=rate.cost)
    return replace(answer.refused(entry, Outcome.LIMITED), rate=rate, retry_seconds=retry_seconds)

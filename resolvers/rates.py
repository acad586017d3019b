"""How much of its budget of points a caller has left, as the operation itself may ask."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A bucket of `limit` points, refilled by `per_second`; `cost` is what this operation was charged before it ran."""

    limit: int
    remaining: int
    per_second: int
    cost: int

    @property
    def used(self) -> int:
        """Points that are missing from the bucket."""
        return self.limit - self.remaining

    @property
    def reset_seconds(self) -> int:
        """Until the bucket is full again, when nothing else is asked."""
        return math.ceil(self.used / self.per_second)

    @property
    def resets_at(self) -> datetime:
        """When the bucket is full again, when nothing else is asked."""
        return datetime.now(UTC) + timedelta(seconds=self.reset_seconds)

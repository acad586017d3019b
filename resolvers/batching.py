"""A loader: keys asked for one by one in the same moment are fetched together, each once per operation."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar, cast

from aiodataloader import DataLoader

from models import store

Key = TypeVar("Key")
Row = TypeVar("Row")
Name = TypeVar("Name")

MOST_KEYS = 500


class Loader(Generic[Key, Row]):
    """Made inside a running loop, for one operation.

    `fetch` answers rows by name; `identity` is the name of a key (itself, when null), `missing` what stands for an absent row.
    """

    def __init__(
        self,
        fetch: Callable[[Sequence[Key]], Awaitable[Mapping[Name, Row]]],
        *,
        missing: Callable[[], object] = lambda: None,
        identity: Callable[[Key], object] | None = None,
    ) -> None:
        name = identity or _itself

        async def batch(keys: list[Key]) -> list[object]:
            found = cast("Mapping[object, Row]", await fetch(keys))
            return [found[name(key)] if name(key) in found else missing() for key in keys]

        self._loader: DataLoader[Key, object] = DataLoader(batch, max_batch_size=MOST_KEYS, get_cache_key=name)

    def load(self, key: Key) -> Awaitable[Row]:
        """The row of the key."""
        if store.is_in_transaction():
            raise RuntimeError("a loader would outlive the transaction that it is used in")
        # aiodataloader hands everybody the same future: one waiter that is cancelled must not take the others along.
        return cast("Awaitable[Row]", asyncio.shield(self._loader.load(key)))

    def load_many(self, keys: Iterable[Key]) -> Awaitable[list[Row]]:
        """The rows of the keys, in their order."""
        return asyncio.gather(*[self.load(key) for key in keys])


def _itself(key: object) -> object:
    return key

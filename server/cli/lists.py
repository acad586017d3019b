"""Lists as a command prints them: whole, however many pages they have."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from resolvers.paging import MAX_SIZE, Page, Slice

Row = TypeVar("Row")


async def whole(page: Callable[[Slice], Awaitable[Page[Row]]]) -> list[Row]:
    """Every row of the list, in its order."""
    found: list[Row] = []
    after: str | None = None
    while True:
        read = await page(Slice(first=MAX_SIZE, after=after))
        found += [edge.node for edge in read.edges]
        if not read.has_next:
            return found
        after = read.edges[-1].cursor

"""What bulk operations answer: one result per item, in order; and how that is kept for a repeated request."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NotRequired, TypedDict, cast
from uuid import UUID

from models.errors import NotFound, Refusal
from models.records import DefinitionRecord
from models.sentences import Said, say
from resolvers.context import Context
from resolvers.errors import Conflict, InvalidInput, LimitExceeded

MOST_ITEMS = 100


class BulkOutcome(StrEnum):
    """What happened to an item, or would in a dry run."""

    CREATED = "CREATED"
    UPDATED = "UPDATED"
    UNCHANGED = "UNCHANGED"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkItem:
    """The result of one item; `definition` is null when it was refused, or would have been created by a dry run."""

    index: int
    outcome: BulkOutcome
    definition: DefinitionRecord | None = None
    errors: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class BulkResult:
    """The results in the order of the items. `applied_count`: how many were created or updated; 0 after a dry run."""

    results: tuple[BulkItem, ...]
    applied_count: int


class KeptError(TypedDict):
    """A refusal as it is kept: enough to act on, though not the state that won back then. `dutch`: where it has one."""

    kind: str
    message: str
    dutch: NotRequired[str]
    path: list[str]


class Kept(TypedDict):
    """A result as it is kept."""

    outcome: str
    id: str | None
    errors: list[KeptError]


def must_fit(items: Sequence[object]) -> None:
    """Nothing, when one request may bring so many.

    Raises:
        LimitExceeded: it may not.
    """
    if len(items) > MOST_ITEMS:
        raise LimitExceeded(say("too-many-items", most=MOST_ITEMS), path=("items",))


def refused(index: int, refusal: Refusal) -> BulkItem:
    """The item with its refusal, whose path leads through the list."""
    refusal.path = ("items", str(index), *refusal.path)
    return BulkItem(index=index, outcome=BulkOutcome.REFUSED, errors=(refusal,))


def all_or_nothing(results: Sequence[BulkItem]) -> list[BulkItem]:
    """The results when one refusal has undone everything: every item is refused, the innocent ones because of the others."""
    return [result if result.errors else refused(result.index, Conflict(say("another-refused"))) for result in results]


def result(items: Sequence[BulkItem], *, is_dry_run: bool) -> BulkResult:
    """The items with their count."""
    applied = [item for item in items if item.outcome in {BulkOutcome.CREATED, BulkOutcome.UPDATED}]
    return BulkResult(tuple(items), 0 if is_dry_run else len(applied))


def kept(items: Sequence[BulkItem]) -> dict[str, object]:
    """The items as a repeated request will find them."""
    return {"items": [_kept(item) for item in items]}


async def again(ctx: Context, known: dict[str, object]) -> BulkResult:
    """The first result, with the definitions as they are now."""
    items = cast("list[Kept]", known["items"])
    ids = {UUID(item["id"]) for item in items if item["id"] is not None}
    found = {record.id: record for record in await ctx.loaders.definition.load_many(sorted(ids)) if record is not None}
    results = [
        BulkItem(
            index=index,
            outcome=BulkOutcome(item["outcome"]),
            definition=None if item["id"] is None else found.get(UUID(item["id"])),
            errors=tuple(_refusal(error) for error in item["errors"]),
        )
        for index, item in enumerate(items)
    ]
    return result(results, is_dry_run=False)


def _kept(item: BulkItem) -> Kept:
    return {
        "outcome": item.outcome.value,
        "id": None if item.definition is None else str(item.definition.id),
        "errors": [_kept_error(error) for error in item.errors],
    }


def _kept_error(error: Refusal) -> KeptError:
    kept: KeptError = {"kind": type(error).__name__, "message": error.message, "path": list(error.path)}
    return {**kept, "dutch": error.said.dutch} if isinstance(error.said, Said) else kept


def _refusal(error: KeptError) -> Refusal:
    path, english = tuple(error["path"]), error["message"]
    said = Said(english, error["dutch"]) if "dutch" in error else english
    match error["kind"]:
        case "InvalidInput":
            return InvalidInput(said, path=path)
        case "NotFound":
            return NotFound("Definition", path=path)
        case _:
            return Conflict(said, path=path)

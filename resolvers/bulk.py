"""Many definitions in one request: created, updated, or taken through the same step; one result per item in order."""

from uuid import UUID

from auth.scopes import Scope
from models import definition_writes
from models.errors import NotFound, Refusal
from models.sentences import say
from resolvers import bulk_results, idempotency, locking, upsert_saving, upserting, workflow
from resolvers.bulk_results import BulkItem, BulkOutcome, BulkResult
from resolvers.context import Context
from resolvers.errors import Conflict
from resolvers.inputs import BulkTransition, BulkUpsert, OnError, TransitionItem
from resolvers.work import Tell, work
from resolvers.workflow import Intent


async def upsert(ctx: Context, input_: BulkUpsert) -> BulkResult:
    """Each item created, or changed where its definition exists. An item without `expected_version` overwrites what is there.

    Refusals of items are results, not exceptions. Under ALL_OR_NOTHING one of them undoes the whole request; under
    SKIP_FAILED the others are carried out. A dry run does everything and rolls it back.

    Raises:
        NotFound: no such glossary.
        LimitExceeded: more than 100 items.
        IdempotencyKeyReused: the key came with another input.
    """
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    bulk_results.must_fit(input_.items)
    glossary = await definition_writes.glossary(input_.glossary_id)
    if glossary is None:
        raise NotFound("Glossary", input_.glossary_id, path=("glossaryId",))
    plans = await upserting.plans(ctx, glossary, input_=input_)
    async with work(ctx, is_rehearsal=input_.is_dry_run) as tell:
        known = await idempotency.recall(ctx, "bulkUpsertDefinitions", input_)
        if known is None:
            items = await upsert_saving.carry_out(tell, glossary, plans=plans, input_=input_)
            items = _settled(tell, items, on_error=input_.on_error)
            await idempotency.remember(ctx, "bulkUpsertDefinitions", input_, bulk_results.kept(items))
    if known is not None:
        return await bulk_results.again(ctx, known)
    return bulk_results.result(items, is_dry_run=input_.is_dry_run)


async def transition(ctx: Context, input_: BulkTransition) -> BulkResult:
    """Each definition through the step, each through its own gate. Policies and dry runs are as for `upsert`.

    Raises:
        LimitExceeded: more than 100 items.
        InvalidInput: the note or the reason breaks a bound.
        IdempotencyKeyReused: the key came with another input.
    """
    ctx.viewer.must(Scope.DEFINITIONS_WRITE)
    intent = workflow.intended(ctx, input_.transition, note=input_.note, override_reason=input_.override_reason)
    bulk_results.must_fit(input_.items)
    async with work(ctx, is_rehearsal=input_.is_dry_run) as tell:
        known = await idempotency.recall(ctx, "bulkTransitionDefinitions", input_)
        if known is None:
            items = _settled(tell, await _all_taken(tell, input_, intent=intent), on_error=input_.on_error)
            await idempotency.remember(ctx, "bulkTransitionDefinitions", input_, bulk_results.kept(items))
    if known is not None:
        return await bulk_results.again(ctx, known)
    return bulk_results.result(items, is_dry_run=input_.is_dry_run)


async def _all_taken(tell: Tell, input_: BulkTransition, *, intent: Intent) -> list[BulkItem]:
    # All rows, then all names or concepts: the order in which every transaction locks.
    rows = await definition_writes.lock(item.id for item in input_.items)
    await workflow.reserve(rows.values(), input_.transition)
    items: list[BulkItem] = []
    seen: set[UUID] = set()
    for index, item in enumerate(input_.items):
        items.append(
            bulk_results.refused(index, Conflict(say("named-twice"), path=("id",)))
            if item.id in seen
            else await _taken(tell, index, item=item, intent=intent, is_dry_run=input_.is_dry_run)
        )
        seen.add(item.id)
    return items


async def _taken(tell: Tell, index: int, *, item: TransitionItem, intent: Intent, is_dry_run: bool) -> BulkItem:
    try:
        async with tell.savepoint():
            row = await locking.definition(tell.ctx, item.id, expected_version=item.expected_version)
            before = definition_writes.record(row)
            await workflow.take(tell, row, intent=intent)
    except Refusal as refusal:
        return bulk_results.refused(index, refusal)
    record = before if is_dry_run else definition_writes.record(row)
    return BulkItem(index=index, outcome=BulkOutcome.UPDATED, definition=record)


def _settled(tell: Tell, items: list[BulkItem], *, on_error: OnError) -> list[BulkItem]:
    if on_error is OnError.SKIP_FAILED or not any(item.errors for item in items):
        return items
    tell.is_rehearsal = True
    return bulk_results.all_or_nothing(items)

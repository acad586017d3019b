"""What a bulk upsert meets under lock when others were quicker."""

import pytest

from auth.errors import Forbidden
from models.errors import NotFound
from models.kinds import Role
from models.records import DefinitionRecord
from resolvers import authoring, upsert_saving, upserting
from resolvers.bulk_results import BulkItem, BulkOutcome
from resolvers.context import Context
from resolvers.errors import DefinitionConflict
from resolvers.inputs import BulkUpsert, DeleteDefinition, OnError, UpsertItem
from resolvers.upserting import Plan
from resolvers.work import work
from tests.resolvers import writing

pytestmark = pytest.mark.usefixtures("store")


def request(record: DefinitionRecord) -> BulkUpsert:
    item = UpsertItem(term=record.term, text="set of other words", locale=record.locale)
    return BulkUpsert(glossary_id=record.glossary_id, items=(item,), on_error=OnError.SKIP_FAILED)


async def planned(ctx: Context, record: DefinitionRecord) -> list[Plan]:
    return await upserting.plans(ctx, await writing.the_glossary(), input_=request(record))


async def carried_out(ctx: Context, record: DefinitionRecord, plans: list[Plan]) -> BulkItem:
    async with work(ctx) as tell:
        items = await upsert_saving.carry_out(tell, await writing.the_glossary(), plans=plans, input_=request(record))
    return items[0]


async def test_a_row_that_changed_since_the_plan_is_a_conflict() -> None:
    glossary, user = await writing.glossary(), await writing.somebody()
    record = await writing.draft(user, glossary.id)
    plans = await planned(user, record)
    await writing.edit(user, record, text="list of still other words")

    item = await carried_out(user, record, plans)

    assert (item.outcome, type(item.errors[0])) == (BulkOutcome.REFUSED, DefinitionConflict)


async def test_a_row_that_is_gone_since_the_plan_is_not_found() -> None:
    glossary, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)
    record = await writing.draft(admin, glossary.id)
    plans = await planned(admin, record)
    await authoring.delete(admin, DeleteDefinition(id=record.id, expected_version=1))

    item = await carried_out(admin, record, plans)

    assert isinstance(item.errors[0], NotFound)


async def test_rights_are_looked_at_under_lock_again() -> None:
    glossary, editor, user = await writing.glossary(), await writing.somebody(Role.EDITOR), await writing.somebody()
    record = await writing.established(glossary.id)
    plans = await planned(editor, record)

    item = await carried_out(user, record, plans)

    assert isinstance(item.errors[0], Forbidden)

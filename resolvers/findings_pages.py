"""Open findings beside a definition: the first page of each definition of a list comes from one statement for all."""

from models import validation_lists
from models.records import DefinitionRecord, FindingRecord
from models.validation_reads import FindingFilter
from resolvers import filters, paging, validations
from resolvers.context import Context
from resolvers.paging import Page, Slice


async def of_definition(
    ctx: Context, record: DefinitionRecord, slice_: Slice, filter_: FindingFilter | None = None
) -> Page[FindingRecord]:
    """What `validations.findings` answers for the definition, row by row and cursor by cursor."""
    size, is_backward = paging.size_of(slice_)
    if is_backward or slice_.after is not None:
        return await validations.findings(ctx, record, slice_, filter_)
    filters.check(filter_)
    found = await ctx.loaders.findings.load((record, filter_, size))
    listing = validation_lists.findings_of_definition(ctx.viewer.reader, record, filter_)
    return paging.of_found(listing, found, validations.maker_of_findings(record.id))

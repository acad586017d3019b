"""The audit trail, for those who may read it."""

from uuid import UUID

from auth.scopes import Scope
from models import audit_reads
from models.audit import AuditEntry
from models.audit_reads import AuditFilter
from resolvers import filters, paging
from resolvers.context import Context
from resolvers.paging import Maker, Page, Slice

_NEWEST_FIRST = Maker("audit, newest first", audit_reads.entry)


async def page(
    ctx: Context, slice_: Slice, *, filter_: AuditFilter | None = None, subject: UUID | None = None
) -> Page[AuditEntry]:
    """Entries, newest first: those that the filter asks for, of one subject or of all.

    Raises:
        Forbidden: the viewer may not read the trail; Unauthenticated when nobody signed in.
        InvalidInput: a slice or a filter out of bounds.
    """
    ctx.viewer.must(Scope.AUDIT_READ)
    filters.check(filter_)
    return await paging.of_listing(audit_reads.listing(filter_ or AuditFilter(), subject), slice_, _NEWEST_FIRST)


async def find(ctx: Context, entry_id: UUID) -> AuditEntry | None:
    """The entry, to those who may read the trail; null otherwise."""
    return await audit_reads.by_id(entry_id) if ctx.viewer.may(Scope.AUDIT_READ) else None

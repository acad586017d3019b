"""The part of the type Definition that looks back: versions, runs, findings, acts."""

from typing import Annotated

import strawberry

from auth.scopes import Scope
from models.audit import AuditEntry
from models.records import DefinitionRecord, FindingRecord, RunRecord, VersionRecord
from resolvers import audit, findings_pages, validations, versions
from resolvers.paging import Page, Slice
from schema import finding_filter, lazy, permissions, run_filter
from schema.connection import Connection, Paged
from schema.directives import PAGED, Cost, scopes
from schema.info import Info

Row = strawberry.Parent[DefinitionRecord]


@strawberry.type(description="What happened to a definition.")
class DefinitionHistory:
    """Fields of Definition; never a type of its own."""

    @strawberry.field(
        description="Open findings of the current text, most severe first.",
        graphql_type=Connection[lazy.LazyFinding],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def findings(
        self,
        root: Row,
        info: Info,
        slice_: Slice,
        filter: finding_filter.Asked = finding_filter.OPEN,
    ) -> Page[FindingRecord]:
        """What the rules have against the text that the viewer sees."""
        return await findings_pages.of_definition(info.context, root, slice_, finding_filter.parsed(filter))

    @strawberry.field(
        description="Newest first; callers without the right to drafts see established ones only.",
        graphql_type=Connection[lazy.LazyVersion],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def versions(self, root: Row, info: Info, slice_: Slice) -> Page[VersionRecord]:
        """The versions that the viewer may see."""
        return await versions.page(info.context, root, slice_)

    @strawberry.field(
        description="The version of this number; null when there is none that the caller may see.",
        graphql_type=lazy.LazyVersion | None,
    )
    async def version_by_number(
        self,
        root: Row,
        info: Info,
        number: Annotated[int, strawberry.argument(description="`Definition.version` at that time.")],
    ) -> VersionRecord | None:
        """One version."""
        return await versions.by_number(info.context, root, number)

    @strawberry.field(
        description="The newest finished run for the current version; null when never validated.",
        graphql_type=lazy.LazyRun | None,
        directives=[Cost(weight=2)],
    )
    async def latest_validation(self, root: Row, info: Info) -> RunRecord | None:
        """The run that score and verdict come from."""
        return await info.context.loaders.latest_run.load(root)

    @strawberry.field(
        description="Newest first; callers without the right to drafts see those of the text in force only.",
        graphql_type=Connection[lazy.LazyRun],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def validation_runs(
        self,
        root: Row,
        info: Info,
        slice_: Slice,
        filter: run_filter.Asked = strawberry.UNSET,
    ) -> Page[RunRecord]:
        """The runs that the viewer may see."""
        return await validations.page(info.context, slice_, filter_=run_filter.parsed(filter), definition=root)

    @strawberry.field(
        description="What was done to it, newest first. Needs `audit:read`.",
        graphql_type=Connection[lazy.LazyAuditEntry],
        permission_classes=[permissions.holding(Scope.AUDIT_READ)],
        extensions=[Paged()],
        directives=[scopes(Scope.AUDIT_READ), PAGED],
    )
    async def audit_entries(self, root: Row, info: Info, slice_: Slice) -> Page[AuditEntry]:
        """What was done to it."""
        return await audit.page(info.context, slice_, subject=root.id)

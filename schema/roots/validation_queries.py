"""Queries for rules, runs and jobs."""

from typing import Annotated

import strawberry

from models import job as job_rows
from models.records import RunRecord
from resolvers import annotations, jobs, rule_lookups, validations
from resolvers.paging import Page, Slice
from rules import profiles
from rules import rule as rule_values
from rules.profiles import Profile
from schema import annotation, ids, job, lazy, permissions, preview, rule_list, run_filter
from schema.annotation import AnnotateTextInput, Annotation
from schema.connection import Connection, Paged
from schema.directives import PAGED, Cost, ListSize, assumed
from schema.info import Info
from schema.job import JobFilter
from schema.preview import Preview, ValidationPreview, ValidationPreviewInput
from schema.profile import RuleProfile
from schema.rule_list import RuleBy, RuleFilter


@strawberry.type(description="Queries for rules, runs and jobs.")
class ValidationQueries:
    """Part of the type Query."""

    @strawberry.field(
        description="One rule; null when there is none that the caller may see.",
        graphql_type=lazy.LazyRule | None,
        permission_classes=[permissions.Reads],
    )
    def rule(
        self, info: Info, by: Annotated[RuleBy, strawberry.argument(description="Its name.")]
    ) -> rule_lookups.Found:
        """The rule of this name."""
        return rule_list.named(info.context, by)

    @strawberry.field(
        description="Built-in rules, and those of the glossaries that the filter names; by code.",
        graphql_type=Connection[lazy.LazyRule],
        permission_classes=[permissions.Reads],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def rules(
        self,
        info: Info,
        slice_: Slice,
        filter: Annotated[RuleFilter | None, strawberry.argument(description="Which rules.")] = strawberry.UNSET,
    ) -> Page[rule_values.Rule]:
        """The rules of the catalogue, and of the glossaries that the filter names."""
        return await rule_list.page(info.context, slice_, filter)

    @strawberry.field(
        description="The shipped profiles that a glossary can start from, by name.",
        graphql_type=list[RuleProfile],
        permission_classes=[permissions.Reads],
        directives=[assumed(10)],
    )
    def rule_profiles(self) -> list[Profile]:
        """The profiles, by name."""
        return [profiles.profile(name) for name in sorted(profiles.names())]

    @strawberry.field(
        description="Those of texts that the caller reads, newest first.",
        graphql_type=Connection[lazy.LazyRun],
        permission_classes=[permissions.Reads],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def validation_runs(
        self,
        info: Info,
        slice_: Slice,
        filter: run_filter.Asked = strawberry.UNSET,
    ) -> Page[RunRecord]:
        """The runs that the viewer may see."""
        return await validations.page(info.context, slice_, filter_=run_filter.parsed(filter))

    @strawberry.field(
        description="Check text without storing anything; meant for an editor while typing. Refused with NOT_FOUND "
        "(glossary or definition), BAD_USER_INPUT (a bound, an unknown rule).",
        graphql_type=ValidationPreview,
        permission_classes=[permissions.Reads],
        directives=[Cost(weight=20)],
    )
    async def validation_preview(
        self,
        info: Info,
        input: Annotated[ValidationPreviewInput, strawberry.argument(description="The text to check.")],
    ) -> Preview:
        """What the rules say of the text."""
        return await preview.made(info.context, input)

    @strawberry.field(
        description="Defined terms found in a text, inflected forms included, in order of place, the longest where "
        "several start, without overlap. At most 1,000. Refused with NOT_FOUND (a glossary), BAD_USER_INPUT "
        "(a bound).",
        graphql_type=list[Annotation],
        permission_classes=[permissions.Reads],
        directives=[Cost(weight=20), ListSize(slicing_arguments=["first"])],
    )
    async def annotate_text(
        self,
        info: Info,
        input: Annotated[AnnotateTextInput, strawberry.argument(description="The text and where to look.")],
        first: Annotated[int, strawberry.argument(description="How many, 1 to 1000.")] = 100,
    ) -> list[annotations.Annotation]:
        """The terms in the text that lead to definitions the viewer may read."""
        return await annotations.annotate(info.context, annotation.asked(input), first=first)

    @strawberry.field(
        description="One job; null when there is none that the caller may see: their own or, for administrators, any. "
        "Needs a credential.",
        graphql_type=lazy.LazyJob | None,
        permission_classes=[permissions.SignedIn],
    )
    async def job(
        self,
        info: Info,
        id: Annotated[
            strawberry.ID,
            strawberry.argument(description="Id of the job, as `startBulkValidation` and others return it."),
        ],
    ) -> job_rows.Job | None:
        """The job of this id."""
        key = ids.find("Job", id)
        return None if key is None else await jobs.find(info.context, key)

    @strawberry.field(
        description="The caller's own and, for administrators, all; newest first. Needs a credential.",
        graphql_type=Connection[lazy.LazyJob],
        permission_classes=[permissions.SignedIn],
        extensions=[Paged()],
        directives=[PAGED],
    )
    async def jobs(
        self,
        info: Info,
        slice_: Slice,
        filter: Annotated[JobFilter | None, strawberry.argument(description="Which jobs.")] = strawberry.UNSET,
    ) -> Page[job_rows.Job]:
        """The jobs that the viewer may see."""
        return await jobs.page(info.context, slice_, job.parsed(filter))

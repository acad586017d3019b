"""Versions of a definition: a page of them, one, how its text came about and which step made it."""

import asyncio
from uuid import UUID

from models import version_reads
from models.decision import Consent, Decision
from models.errors import NotFound
from models.records import DefinitionRecord, VersionRecord
from resolvers import paging, text_changes
from resolvers.context import Context
from resolvers.paging import Maker, Page, Slice
from resolvers.text_changes import TextChange


async def page(ctx: Context, definition: DefinitionRecord, slice_: Slice) -> Page[VersionRecord]:  # noqa: ARG001 - every operation takes who asks; the record holds the answer
    """The versions that the viewer may see, newest first; without the right to drafts established ones up to the one in force."""
    maker = Maker(f"versions {definition.id}", version_reads.record)
    return await paging.of_listing(version_reads.listing(definition), slice_, maker)


async def by_number(ctx: Context, definition: DefinitionRecord, number: int) -> VersionRecord | None:
    """The version with this number, or null when there is none that the viewer may see."""
    return await ctx.loaders.version.load((definition.id, number))


async def established(ctx: Context, definition: DefinitionRecord) -> VersionRecord | None:
    """The version in force, or null when nothing is."""
    if definition.established_version is None:
        return None
    return await by_number(ctx, definition, definition.established_version)


async def find(ctx: Context, version_id: UUID) -> VersionRecord | None:
    """The version, or null when it is absent or hidden."""
    return (await version_reads.by_ids(ctx.viewer.reader, [version_id])).get(version_id)


async def text_diff(ctx: Context, version: VersionRecord, against_number: int) -> list[TextChange]:
    """What turns the text of version `against_number` into the text of this one.

    Raises:
        NotFound: there is no such version, or the viewer may not see it.
    """
    other = await ctx.loaders.version.load((version.definition_id, against_number))
    if other is None:
        raise NotFound("DefinitionVersion", path=("againstNumber",))
    # Up to a tenth of a second for two long texts that share little: not on the event loop.
    return await asyncio.to_thread(text_changes.changes, other.text, version.text)


async def decision(ctx: Context, version: VersionRecord) -> tuple[Decision, list[Consent]] | None:
    """The step that made this version and who agreed; null for an edit, and for viewers who may not see drafts."""
    return await ctx.loaders.decision.load(version.id)

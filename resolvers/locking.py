"""A definition locked for a change: who may, then which version."""

from uuid import UUID

from models import definition_writes
from models.definition import Definition
from models.records import Json
from resolvers import content, rights
from resolvers.context import Context
from resolvers.errors import DefinitionConflict


async def definition(
    ctx: Context, definition_id: UUID, *, expected_version: int, path: tuple[str, ...] = ("id",)
) -> Definition:
    """The working row, locked until the transaction ends, at the version that the viewer knows.

    Raises:
        NotFound: it is absent, or hidden from the viewer.
        Forbidden: it is somebody else's.
        DefinitionConflict: somebody else changed it meanwhile.
    """
    rows = await definition_writes.lock([definition_id])
    row = rights.writable(ctx.viewer, rows.get(definition_id), definition_id, path=path)
    if row.version != expected_version:
        raise await conflict(row, expected_version)
    return row


async def conflict(row: Definition, expected_version: int) -> DefinitionConflict:
    """The refusal, with the state that won and what others changed since the version that was expected."""
    before = await definition_writes.version(row.id, expected_version)
    changes: list[Json] = [] if before is None else content.differences(before, row)
    if before is not None and before.status is not row.status:
        changes.append({"path": ["status"], "before": before.status.value, "after": row.status.value})
    return DefinitionConflict(expected_version, definition_writes.record(row), changes)

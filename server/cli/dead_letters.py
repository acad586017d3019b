"""`begrip dead-letters`: what failed for good, and what becomes of it."""

from collections.abc import Awaitable, Callable, Sequence
from uuid import UUID

import click

from auth.viewer import SYSTEM
from models import dead_letter_rows
from models.dead_letter import DeadLetter
from resolvers import dead_letters as letters
from resolvers.context import Context
from resolvers.paging import MAX_SIZE, Slice
from server.cli import inside

Decide = Callable[[Context, Sequence[UUID]], Awaitable[Sequence[DeadLetter]]]


@click.group(name="dead-letters")
def dead_letters() -> None:
    """See what could not be done after every retry; try it once more, or give it up."""


@dead_letters.command(name="list")
def list_() -> None:
    """List the hundred newest letters: id, status, what it was, how often it was tried, why it failed."""
    page = inside.run(lambda: letters.page(_operator(), Slice(first=MAX_SIZE)))
    for edge in page.edges:
        one = edge.node
        where = f"event {one.event_seq}" if one.job_id is None else f"job {one.job_id} part {one.part_number}"
        click.echo(f"{one.id}  {one.status}  {one.kind}  {where}  {one.attempt_count} attempts  {one.reason}")


@dead_letters.command()
@click.argument("ids", nargs=-1, type=click.UUID)
@click.option("--all", "is_all", is_flag=True, help="All open letters, at most 100.")
def replay(ids: tuple[UUID, ...], *, is_all: bool) -> None:
    """Try these letters once more."""
    click.echo(f"{_decided(letters.replay, ids, is_all=is_all)} letters are tried once more")


@dead_letters.command()
@click.argument("ids", nargs=-1, type=click.UUID)
@click.option("--all", "is_all", is_flag=True, help="All open letters, at most 100.")
def discard(ids: tuple[UUID, ...], *, is_all: bool) -> None:
    """Give these letters up."""
    click.echo(f"{_decided(letters.discard, ids, is_all=is_all)} letters were given up")


def _decided(decide: Decide, ids: Sequence[UUID], *, is_all: bool) -> int:
    if bool(ids) == is_all:
        raise click.UsageError("name letters, or say --all")

    async def act() -> int:
        wanted = await dead_letter_rows.open_ids(letters.MOST) if is_all else ids
        return len(await decide(_operator(), wanted)) if wanted else 0

    return inside.run(act)


def _operator() -> Context:
    return Context(SYSTEM, "begrip dead-letters")

"""How an import goes: rows checked without a change, then applied by a job that this command carries out or follows."""

import asyncio
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from auth.scopes import OF_ROLE
from auth.viewer import SYSTEM, Viewer
from exchange.rows import ImportRow, RowProblem
from models import job_queue, user_reads
from models.glossary import Glossary
from models.job import Job
from models.keys import term_key
from models.kinds import RunStatus
from resolvers import glossaries, import_rows, imports, job_work, jobs
from resolvers.context import Context
from resolvers.imports import OnConflict, Outcome, Told
from resolvers.paging import MAX_SIZE, Slice
from server import house
from subscriptions import patience

POLL_SECONDS = 0.2
REQUEST = "begrip import"


class Unknown(Exception):
    """Something that the command names is not there; the message says what there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be imported where, and how."""

    slug: str
    rows: Sequence[ImportRow]
    problems: Sequence[RowProblem]
    locale: str | None
    on_conflict: OnConflict
    is_dry_run: bool
    is_lenient: bool
    email: str | None


@dataclass(frozen=True, slots=True)
class Result:
    """What happened, row by row by line. `job` is null when nothing was applied."""

    told: list[Told]
    job: Job | None

    @property
    def is_complete(self) -> bool:
        """Whether the job, if there was one, did all of its rows."""
        return self.job is None or self.job.status is RunStatus.SUCCEEDED


async def run(plan: Plan, built: house.House) -> Result:
    """The import, carried out in an opened house.

    Raises:
        Unknown: no such glossary or person.
    """
    async with house.opened(built):
        return await carried_out(plan)


async def carried_out(plan: Plan) -> Result:
    """What became of every row. The store is open.

    Raises:
        Unknown: no such glossary or person.
    """
    ctx = await _context(plan)
    glossary = await _glossary(ctx, plan.slug)
    rows = [import_rows.in_language(row, plan.locale or glossary.locales[0]) for row in plan.rows]
    told = [*_unreadable(plan.problems), *await _checked(ctx, glossary, rows, plan)]
    told.sort(key=lambda one: one.line)
    is_refused = any(one.outcome is Outcome.REFUSED for one in told)
    if plan.is_dry_run or (is_refused and not plan.is_lenient):
        return Result(told, None)
    return await _applied(ctx, glossary, rows, told)


async def _checked(ctx: Context, glossary: Glossary, rows: Sequence[ImportRow], plan: Plan) -> list[Told]:
    fresh, repeated = _parted(rows)
    with _bar() as bar:
        task = bar.add_task("checking", total=len(fresh))
        told = await imports.check(
            ctx, glossary.id, fresh, on_conflict=plan.on_conflict, progress=lambda count: bar.advance(task, count)
        )
    return [*told, *repeated]


async def _applied(ctx: Context, glossary: Glossary, rows: Sequence[ImportRow], told: list[Told]) -> Result:
    wanted = {one.line for one in told if one.outcome in {Outcome.CREATED, Outcome.UPDATED}}
    chosen = [row for row in rows if row.line in wanted]
    if not chosen:
        return Result(told, None)
    job = await imports.start(ctx, glossary.id, chosen)
    ended = await _followed(ctx, job)
    done = {one.line: one for one in imports.report(await job_queue.report(job.id))}
    return Result([done.get(one.line, _undone(one, wanted)) for one in told], ended)


async def _followed(ctx: Context, job: Job) -> Job:
    """The job, ended: by us, or by the worker that was faster."""
    loop = asyncio.get_running_loop()
    with _bar() as bar:
        task = bar.add_task("importing", total=job.total_count)
        async with asyncio.TaskGroup() as tasks:
            loop.add_signal_handler(signal.SIGINT, lambda: tasks.create_task(jobs.cancel(ctx, job.id)))
            work = tasks.create_task(_carried_out(job.id))
            try:
                ended = await _watched(job.id, lambda done: bar.update(task, completed=done))
            finally:
                loop.remove_signal_handler(signal.SIGINT)
            await work
    return ended


async def _carried_out(job_id: UUID) -> None:
    """The job has ended, by us or by a worker, though PostgreSQL may have been away meanwhile."""
    while not imports.has_ended(await _found(job_id)):
        claim = await patience.outlast("claim the import", partial(job_work.claimed, job_id))
        if claim is None:
            await asyncio.sleep(POLL_SECONDS)
        else:
            await job_work.carry_out(claim, asyncio.Event())


async def _watched(job_id: UUID, progress: Callable[[int], object]) -> Job:
    while True:
        job = await _found(job_id)
        progress(job.done_count)
        if imports.has_ended(job):
            return job
        await asyncio.sleep(POLL_SECONDS)


async def _found(job_id: UUID) -> Job:
    job = await patience.outlast("follow the import", partial(job_queue.find, job_id))
    if job is None:
        raise Unknown("the glossary was removed while its import ran")
    return job


def _parted(rows: Sequence[ImportRow]) -> tuple[list[ImportRow], list[Told]]:
    """The rows that name something for the first time, and what is to be said of the others."""
    first: dict[tuple[object, ...], int] = {}
    fresh, repeated = [], []
    for row in rows:
        line = first.setdefault(_key(row), row.line)
        if line == row.line:
            fresh.append(row)
        else:
            repeated.append(
                Told(row.line, row.term, Outcome.REFUSED, f"line {line} has the same term, language and contexts")
            )
    return fresh, repeated


def _key(row: ImportRow) -> tuple[object, ...]:
    return term_key(row.term), row.locale, frozenset((one.kind, term_key(one.name)) for one in row.contexts)


def _unreadable(problems: Sequence[RowProblem]) -> Iterator[Told]:
    for problem in problems:
        column = "" if problem.column is None else f"column {problem.column!r}: "
        yield Told(problem.line, "", Outcome.REFUSED, column + problem.message)


def _undone(told: Told, wanted: set[int]) -> Told:
    """What is to be said of a row that the job did not report: it was left out, or the job ended before."""
    if told.line not in wanted:
        return told
    return Told(told.line, told.term, Outcome.REFUSED, "the import ended before this row")


async def _context(plan: Plan) -> Context:
    if plan.email is None:
        return Context(SYSTEM, REQUEST)
    person = await user_reads.by_email(plan.email)
    if person is None or not person.is_active:
        raise Unknown(f"nobody active has the address {plan.email}; see `begrip user list`")
    return Context(Viewer(user_id=person.id, role=person.role, scopes=OF_ROLE[person.role]), REQUEST)


async def _glossary(ctx: Context, slug: str) -> Glossary:
    found = await glossaries.by_slug(ctx, slug)
    if found is None:
        page = await glossaries.page(ctx, Slice(first=MAX_SIZE))
        there = ", ".join(edge.node.slug for edge in page.edges) or "none yet: make one with createGlossary"
        raise Unknown(f"there is no glossary {slug}; there are: {there}")
    return found


def _bar() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("rows"), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True,
    )  # fmt: skip

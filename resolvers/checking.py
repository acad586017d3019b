"""Checks of one text: the report that the rules give, computed before a transaction, and what it changes, inside one."""

import asyncio
import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol
from uuid import UUID

from models import validation_writes as writes
from models.definition import Definition
from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import RunStatus
from models.records import RunRecord
from resolvers import finding_events, settlement
from resolvers.settlement import Settlement, Tell
from rules import choices, engine
from rules.entry import Context, Designation, Entry, Source
from rules.kit import Category, ContextKind, DesignationForm, DesignationKind
from rules.marks import Report
from rules.profiles import Profile

LONG_TEXT = 2_000
"""Code points above which a check leaves the event loop for a thread."""
DEADLINE = timedelta(seconds=5)

_logger = logging.getLogger(__name__)


class Content(Protocol):
    """What a definition says: a row, a record, a version, or a wording that is not stored yet."""

    @property
    def term(self) -> str:
        """The term defined."""

    @property
    def text(self) -> str:
        """The text that defines it."""

    @property
    def locale(self) -> str:
        """A BCP 47 tag."""

    @property
    def category(self) -> Category | None:
        """What kind of thing it defines."""

    @property
    def contexts(self) -> Sequence[dict[str, str]]:
        """`{"kind", "name"}` each."""

    @property
    def designations(self) -> Sequence[dict[str, str]]:
        """`{"text", "kind", "form"}` each."""

    @property
    def sources(self) -> Sequence[dict[str, str | None]]:
        """`{"title", "url", "locator"}` each."""

    @property
    def explanation(self) -> str | None:
        """In plain language."""

    @property
    def examples(self) -> Sequence[str]:
        """Of its use."""

    @property
    def notes(self) -> Sequence[str]:
        """Beside the definition."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The rules broke, or took too long; `reason` is safe to show."""

    reason: str


Checked = Report | Failure


def profile_of(glossary: Glossary) -> Profile:
    """The rules of the glossary as its row has them, in this release. Cheap: profiles of equal settings are one."""
    return choices.profile(glossary.profile, glossary.style, glossary.rule_settings)


async def report(content: Content, glossary: Glossary, codes: Collection[str] | None = None) -> Checked:
    """What the rules of the glossary say of the content, or why they cannot say anything. Nothing is stored."""
    # A pattern of a glossary may take long on a short text; RE2 lets others run meanwhile, but only from a thread.
    if len(content.text) <= LONG_TEXT and not choices.has_patterns(glossary.rule_settings):
        return check_entry(entry(content), glossary, codes)
    try:
        async with asyncio.timeout(DEADLINE.total_seconds()):
            return await asyncio.to_thread(check_entry, entry(content), glossary, codes)
    except TimeoutError:
        return Failure(f"the rules did not finish within {DEADLINE.total_seconds():g} s")


async def report_many(
    contents: Sequence[Content], glossary: Glossary, codes: Collection[str] | None = None
) -> list[Checked]:
    """The reports, in the same order. Others get their turn on the event loop between two of them."""
    reports = []
    for content in contents:
        reports.append(await report(content, glossary, codes))
        await asyncio.sleep(0)
    return reports


async def store(
    definition: Definition, checked: Checked, *, glossary: Glossary, tell: Tell, started_by: UUID | None
) -> RunRecord:
    """The run of a text just saved; its findings are diffed against those that stood, and the definition has its score.

    Inside the transaction that saved the text. Checks that failed cost the definition its score, never the save.
    """
    runs = await store_many([(definition, checked)], glossary=glossary, tell=tell, started_by=started_by)
    return runs[0]


async def store_many(
    checks: Sequence[tuple[Definition, Checked]], *, glossary: Glossary, tell: Tell, started_by: UUID | None
) -> list[RunRecord]:
    """The runs of texts of one glossary, in the same order; a fixed number of statements. No definition comes twice."""
    if not checks:
        return []
    new = [new_run(definition, checked, glossary=glossary, started_by=started_by) for definition, checked in checks]
    stored = await writes.insert_runs(new)
    runs = [stored[run.id] for run in new]
    settlements = [
        Settlement(definition, run, checked if isinstance(checked, Report) else None)
        for (definition, checked), run in zip(checks, runs, strict=True)
    ]
    await settlement.settle(settlements, tell)
    for case in settlements:
        tell(finding_events.status_changed(case.definition, case.run, before=None))
    return runs


def new_run(
    definition: Definition, checked: Checked, *, glossary: Glossary, started_by: UUID | None, is_web: bool = False
) -> writes.NewRun:
    """The run of the working text as it ends; `is_web` when rules across the glossary took part."""
    run = writes.NewRun(
        id=uuid7(),
        definition_id=definition.id,
        version_number=finding_events.version_of(definition),
        text_hash=definition.text_hash,
        profile_fingerprint=glossary.profile_fingerprint,
        status=RunStatus.FAILED,
        started_by_id=started_by,
        is_web=is_web,
    )
    return outcome(run, checked)


def outcome(run: writes.NewRun, checked: Checked) -> writes.NewRun:
    """The run with what its check came to."""
    if isinstance(checked, Failure):
        return replace(run, status=RunStatus.FAILED, failure_reason=checked.reason)
    return replace(
        run,
        profile_fingerprint=checked.profile_fingerprint,
        status=RunStatus.SUCCEEDED,
        verdict=checked.verdict,
        score=checked.score,
        rule_count=checked.rule_count,
        evaluated_rule_count=checked.rule_count,
        contributions=[{"code": one.code, "weight": one.weight, "earned": one.earned} for one in checked.contributions],
    )


def entry(content: Content) -> Entry:
    """The content as the rules read it."""
    return Entry(
        term=content.term,
        text=content.text,
        locale=content.locale,
        category=content.category,
        contexts=tuple(Context(ContextKind(context["kind"]), context["name"]) for context in content.contexts),
        designations=tuple(_designation(designation) for designation in content.designations),
        sources=tuple(Source(source["title"] or "", source["url"], source["locator"]) for source in content.sources),
        explanation=content.explanation,
        examples=tuple(content.examples),
        notes=tuple(content.notes),
    )


def _designation(stored: dict[str, str]) -> Designation:
    return Designation(stored["text"], DesignationKind(stored["kind"]), DesignationForm(stored["form"]))


def check_entry(read: Entry, glossary: Glossary, codes: Collection[str] | None = None) -> Checked:
    """What the rules of the glossary say of the entry; for a thread, however long the text is."""
    try:
        return engine.check(read, profile_of(glossary), codes=codes)
    except Exception:
        _logger.exception("the rules broke on a text of glossary %s", glossary.id)
        return Failure("the rules broke on this text; the cause is in the log of the server")

"""Rows for tests of validation: glossaries, definitions, saves as the write side makes them, and what was told."""

import hashlib
from collections.abc import Sequence
from uuid import UUID

from auth.scopes import OF_ROLE
from auth.viewer import SYSTEM, Viewer
from models import store
from models.definition import Concept, Definition, DefinitionInForce, DefinitionVersion
from models.glossary import Glossary
from models.keys import term_key, uuid7
from models.kinds import DefinitionStatus, Role
from models.records import RunRecord
from models.user import User
from resolvers import checking
from resolvers.context import Context
from resolvers.work import work
from rules.kit import Confidence, Outcome, Severity, Style, Verdict
from rules.marks import Finding, Report, Span
from subscriptions.events import Event

COPIED = (
    "term", "term_key", "text", "locale", "category", "contexts", "context_key", "designations", "sources", "explanation",
    "examples", "notes", "origin", "generation", "text_hash", "slug", "glossary_id", "concept_id", "latest_run_id", "score",
    "verdict", "created_by_id", "updated_by_id", "created_at", "updated_at",
)  # fmt: skip


async def glossary(slug: str = "homes", *, is_public: bool = True) -> Glossary:
    row = Glossary(
        slug=slug,
        name=slug,
        name_key=slug,
        is_public=is_public,
        locales=["en"],
        style=Style.PHRASE,
        profile="default",
        profile_fingerprint="",
    )
    row.profile_fingerprint = checking.profile_of(row).fingerprint
    await row.save()
    return row


async def user(email: str = "ann@example.org", role: Role = Role.USER) -> User:
    return await User.create(display_name=email, email=email, email_key=email, role=role)


def as_user(row: User) -> Context:
    return Context(Viewer(user_id=row.id, role=row.role, scopes=OF_ROLE[row.role]), "test")


def as_system() -> Context:
    return Context(SYSTEM, "test")


def anonymous() -> Context:
    return Context(Viewer(), "test")


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


async def definition(
    owner: Glossary, text: str = "house that is rented out", *, term: str = "rental home", author: User | None = None
) -> Definition:
    """A draft at version 1, not yet validated."""
    concept = await Concept.create(glossary=owner)
    row = await Definition.create(
        glossary=owner, concept=concept, slug=f"d-{uuid7()}", term=term, term_key=term_key(term), text=text, locale="en",
        text_hash=hash_of(text), created_by=author, updated_by=author,
    )  # fmt: skip
    await snapshot(row)
    return row


async def snapshot(row: Definition) -> None:
    content = {name: getattr(row, name) for name in COPIED[:15]}
    await DefinitionVersion.create(
        definition_id=row.id, number=row.version, status=row.status, concept_id=row.concept_id, **content
    )


def finding(code: str, *, at: int | None = 0, severity: Severity = Severity.WARNING) -> Finding:
    span = None if at is None else Span(at, at + 1)
    return Finding(
        rule_code=code, outcome=Outcome.VIOLATED, severity=severity, confidence=Confidence.CERTAIN, fingerprint=f"print-{code}",
        arguments={"word": code}, span=span, excerpt=None if span is None else "x",
    )  # fmt: skip


def report(*findings: Finding, score: int = 80) -> Report:
    worst = Verdict.REJECTED if any(one.severity is Severity.ERROR for one in findings) else Verdict.ACCEPTED
    return Report(
        findings=findings, contributions=(), score=score, verdict=worst, rule_count=3, profile_fingerprint="profile"
    )


async def saved(
    row: Definition, owner: Glossary, checked: checking.Checked, *, text: str | None = None
) -> tuple[RunRecord, list[Event]]:
    """The run of a save of `row` as a draft, one version on, and what was told."""
    row.text, row.status, row.version = text or f"text {row.version + 1}", DefinitionStatus.DRAFT, row.version + 1
    row.text_hash = hash_of(row.text)
    async with work(as_system()) as tell:
        await row.save()
        await snapshot(row)
        run = await checking.store(row, checked, glossary=owner, tell=tell, started_by=None)
        return run, list(tell.events)


async def checked_again(row: Definition, owner: Glossary, checked: checking.Checked) -> list[Event]:
    """What a further run of the same text told."""
    async with work(as_system()) as tell:
        await checking.store(row, checked, glossary=owner, tell=tell, started_by=None)
        return list(tell.events)


async def established(row: Definition) -> None:
    """The working text is in force, one version on; its run comes along."""
    row.status, row.version, row.was_established = DefinitionStatus.ESTABLISHED, row.version + 1, True
    row.established_version = row.version
    await row.save()
    await snapshot(row)
    await DefinitionInForce.filter(definition_id=row.id).delete()
    await DefinitionInForce.create(
        definition_id=row.id, version=row.version, **{name: getattr(row, name) for name in COPIED}
    )


async def open_rows(row: Definition) -> list[store.Row]:
    return await store.rows(
        "SELECT * FROM findings WHERE definition_id = $1 AND resolved_run_id IS NULL ORDER BY rule_code",
        row.id,
    )


async def force_rows(row: Definition, version: int) -> list[store.Row]:
    """What a reader of the text in force at `version` sees of the findings."""
    return await store.rows(
        """SELECT id, rule_code, span_start, span_end, severity FROM findings WHERE definition_id = $1 AND opened_version <= $2
        AND (resolved_version IS NULL OR resolved_version > $2) ORDER BY id""",
        row.id, version,
    )  # fmt: skip


def names(told: Sequence[Event]) -> list[str]:
    return [type(event).__name__ for event in told]


def ids(rows: Sequence[store.Row]) -> set[UUID]:
    return {row["id"] for row in rows}

"""Rows for tests of reading: definitions put straight into the tables, and people who read them."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import cast
from uuid import UUID

from auth.scopes import OF_ROLE
from auth.viewer import Viewer
from models import labels, lemma_keys
from models.definition import Concept, Definition, DefinitionInForce, DefinitionVersion
from models.definition_writes import KEY_COLUMNS
from models.glossary import Glossary
from models.keys import term_key, uuid7
from models.kinds import DefinitionStatus, Role
from models.records import DefinitionRecord
from models.user import User
from resolvers.context import Context
from resolvers.paging import Page, Slice
from rules.kit import Style

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
CONTENT = (
    "term", "term_key", "text", "locale", "category", "contexts", "context_key", "designations", "sources", "explanation",
    "examples", "notes", "origin", "generation", "text_hash",
)  # fmt: skip
IDENTITY = ("glossary_id", "concept_id", "slug", "created_at", "created_by_id", "updated_by_id")


def anonymous() -> Context:
    return Context(Viewer(), "test")


async def person(role: Role = Role.USER, user_id: UUID | None = None) -> Context:
    """A new person, and a request of theirs."""
    key = user_id or uuid7()
    await User.create(id=key, display_name="Somebody", email=f"{key}@x.nl", email_key=f"{key}@x.nl", role=role)
    return again(Viewer(user_id=key, role=role, scopes=OF_ROLE[role]))


def again(viewer: Viewer) -> Context:
    """Another request of the same viewer."""
    return Context(viewer, "test")


async def glossary(slug: str = "homes", *, is_public: bool = True, **fields: object) -> Glossary:
    given = {
        "name": slug,
        "name_key": slug,
        "locales": ["en", "nl"],
        "style": Style.PHRASE,
        "profile_fingerprint": "f" * 64,
    }
    row = Glossary(slug=slug, is_public=is_public, **given | fields)
    await row.save(force_create=True)
    return row


async def draft(owner: Glossary, term: str, text: str = "a thing", **fields: object) -> Definition:
    """A working text at version 1. Its score, status and the like as given."""
    concept_id = fields.pop("concept_id", None) or (await Concept.create(glossary=owner)).id
    given: dict[str, object] = {
        "locale": "en",
        "slug": f"{term_key(term)[:40]}-{uuid7()}",
        "created_at": NOON,
        "updated_at": NOON,
        "text_hash": hashlib.sha256(text.encode()).hexdigest(),
    }
    locale, named = str(fields.get("locale", "en")), cast("list[dict[str, str]]", fields.get("designations", []))
    given |= found_by(term, named, text=text, locale=locale)
    row = Definition(
        glossary=owner, concept_id=concept_id, term=term, term_key=term_key(term), text=text, **given | fields
    )
    await row.save(force_create=True)
    return row


async def in_force(owner: Glossary, term: str, text: str = "a thing", **fields: object) -> Definition:
    """A definition at version 3, established and in force."""
    row = await draft(
        owner,
        term,
        text,
        status=DefinitionStatus.ESTABLISHED,
        version=3,
        established_version=3,
        was_established=True,
        **fields,
    )
    copied = {
        name: getattr(row, name)
        for name in (*CONTENT, *IDENTITY, *KEY_COLUMNS, "latest_run_id", "score", "verdict", "updated_at")
    }
    await DefinitionInForce(definition_id=row.id, version=3, **copied).save(force_create=True)
    return row


async def redraft(row: Definition, **fields: object) -> None:
    """Another working text, one version on; what is in force stays."""
    changed = {
        "status": DefinitionStatus.DRAFT,
        "version": row.version + 1,
        "updated_at": NOON + timedelta(days=1),
        **fields,
    }
    if "term" in fields:
        changed["term_key"] = term_key(str(fields["term"]))
    row.update_from_dict(changed)
    keyed = found_by(row.term, row.designations, text=row.text, locale=row.locale)
    row.update_from_dict(keyed)
    await row.save(update_fields=[*changed, *keyed])


def found_by(term: str, designations: list[dict[str, str]], *, text: str, locale: str) -> dict[str, object]:
    """What the definition is found by, as the front door makes it."""
    keyed = lemma_keys.columns(term, designations, text=text, locale=locale)
    return {"label_keys": labels.keys(term, designations)} | keyed


async def version(row: Definition, number: int, status: DefinitionStatus, **fields: object) -> DefinitionVersion:
    """A snapshot of the row under this number."""
    content = {name: getattr(row, name) for name in CONTENT}
    return await DefinitionVersion.create(
        definition_id=row.id, number=number, status=status, concept_id=row.concept_id, **content | fields
    )


def terms(page: Page[DefinitionRecord]) -> list[str]:
    return [edge.node.term for edge in page.edges]


def first(count: int, after: str | None = None) -> Slice:
    return Slice(first=count, after=after)


def last(count: int, before: str | None = None) -> Slice:
    return Slice(last=count, before=before)

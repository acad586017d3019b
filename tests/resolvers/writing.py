"""For tests of the write side: people, glossaries, texts, and what the database holds."""

from uuid import UUID

from auth.scopes import OF_ROLE
from auth.viewer import Viewer
from models import store
from models.glossary import GateRule, Glossary
from models.keys import uuid7
from models.kinds import Role, Transition
from models.records import DefinitionRecord
from models.user import User
from resolvers import authoring, checking, workflow
from resolvers.context import Context
from resolvers.inputs import CreateDefinition, TransitionDefinition, UpdateDefinition
from rules.kit import Style

ANONYMOUS = Context(viewer=Viewer(), request_id="test")
GOOD = "organised collection of terms that belong to one field of knowledge"


async def somebody(role: Role = Role.USER) -> Context:
    """A new person with this role, and a request of theirs."""
    user_id = uuid7()
    await User.create(
        id=user_id, display_name="Somebody", email=f"{user_id}@x.nl", email_key=f"{user_id}@x.nl", role=role
    )
    return Context(viewer=Viewer(user_id=user_id, role=role, scopes=OF_ROLE[role]), request_id="test")


async def glossary(slug: str = "renting", *, locales: tuple[str, ...] = ("en", "nl")) -> Glossary:
    row = Glossary(
        slug=slug,
        name=slug,
        name_key=slug,
        is_public=True,
        locales=list(locales),
        style=Style.PHRASE,
        profile="default",
        profile_fingerprint="",
    )
    row.profile_fingerprint = checking.profile_of(row).fingerprint
    await row.save()
    return row


def text(glossary_id: UUID, term: str = "glossary", **fields: object) -> CreateDefinition:
    return CreateDefinition(**{"glossary_id": glossary_id, "term": term, "text": GOOD, "locale": "en", **fields})  # type: ignore[arg-type]


async def draft(ctx: Context, glossary_id: UUID, /, term: str = "glossary", **fields: object) -> DefinitionRecord:
    return await authoring.create(ctx, text(glossary_id, term, **fields))


async def edit(ctx: Context, record: DefinitionRecord, **fields: object) -> DefinitionRecord:
    return await authoring.update(ctx, UpdateDefinition(id=record.id, expected_version=record.version, **fields))  # type: ignore[arg-type]


async def step(ctx: Context, record: DefinitionRecord, transition: Transition, **fields: object) -> DefinitionRecord:
    input_ = TransitionDefinition(id=record.id, expected_version=record.version, transition=transition, **fields)  # type: ignore[arg-type]
    return await workflow.transition(ctx, input_)


async def established(glossary_id: UUID, term: str = "glossary", **fields: object) -> DefinitionRecord:
    """A definition that one editor wrote and another approved."""
    author, approver = await somebody(Role.EDITOR), await somebody(Role.EDITOR)
    record = await draft(author, glossary_id, term, **fields)
    record = await step(author, record, Transition.SUBMIT)
    return await step(approver, record, Transition.APPROVE)


async def bend(glossary_id: UUID, transition: Transition, code: str, **fields: object) -> None:
    await GateRule(glossary_id=glossary_id, transition=transition, code=code, **fields).save()


async def told() -> list[str]:
    """Types of the events that wait, in order."""
    return [row["type"] for row in await store.rows("SELECT type FROM outbox ORDER BY id")]


async def events(type_: str) -> list[dict[str, object]]:
    """What the waiting events of one type say, in order."""
    return [row["data"] for row in await store.rows("SELECT data FROM outbox WHERE type = $1 ORDER BY id", type_)]


async def audited() -> list[str]:
    """Actions on record, in order."""
    return [row["action"] for row in await store.rows("SELECT action FROM audit_log ORDER BY id")]


async def count(table: str) -> int:
    row = await store.row(f"SELECT count(*) AS n FROM {table}")
    assert row is not None
    return int(row["n"])


async def everything() -> dict[str, list[object]]:
    """All rows that a write may touch: equal before and after whatever changed nothing and told nothing."""
    tables = (
        "concepts", "definitions", "definitions_in_force", "definition_versions", "decisions", "consents",
        "validation_runs", "findings", "audit_log", "outbox", "idempotency_keys",
    )  # fmt: skip
    return {name: [dict(row) for row in await store.rows(f"SELECT * FROM {name} ORDER BY 1")] for name in tables}


async def the_glossary() -> Glossary:
    """The only one there is."""
    return await Glossary.get()

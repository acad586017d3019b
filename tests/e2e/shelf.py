"""What there is to be asked for: one of each kind, made through the API; and a count of every row that must not change."""

from dataclasses import dataclass
from uuid import uuid4

import asyncpg

from tests.e2e import operations
from tests.e2e.client import Client, until
from tests.e2e.site import Site

GOOD = "person who has the right to use a dwelling in return for payment"
BETTER = "natural person who has the right to use a dwelling in return for payment"
FAULTY = "A lease is an agreement."
TABLES = [
    "users",
    "glossaries",
    "gate_rules",
    "pattern_rules",
    "concepts",
    "definitions",
    "definitions_in_force",
    "definition_versions",
    "decisions",
    "consents",
    "validation_runs",
    "findings",
    "waivers",
    "audit_log",
    "jobs",
    "idempotency_keys",
]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Ids of one object of each kind, and versions where a step needs one."""

    glossary: str
    user: str
    draft: str
    """Of the author, at version 1, with faults."""
    finding: str
    in_force: str
    """Established at version 3."""
    concept: str
    run: str
    job: str
    cursor: str
    """Of the list of definitions, by the author."""


async def filled(site: Site) -> Shelf:
    """A shelf of the public glossary."""
    author, editor = site.people.author, site.people.editor
    draft = await created(author, site.glossary_id, "lease", FAULTY)
    in_force = await established(site, "tenant", GOOD)
    found = await author.ask(
        "query ($id: ID!, $draft: ID!) { definition(by: {id: $id}) { concept { id } latestValidation { id } }"
        " node(id: $draft) { ... on Definition { findings(first: 1) { nodes { id } } } }"
        " viewer { user { id } } definitions(first: 1) { pageInfo { endCursor } } }",
        id=in_force,
        draft=draft,
    )
    started = await editor.ask(operations.START_BULK, input={"glossaryId": site.glossary_id})
    await ended(editor, started.text("startBulkValidation.job.id"))
    return Shelf(
        glossary=site.glossary_id,
        user=found.text("viewer.user.id"),
        draft=draft,
        finding=found.text("node.findings.nodes.0.id"),
        in_force=in_force,
        concept=found.text("definition.concept.id"),
        run=found.text("definition.latestValidation.id"),
        job=started.text("startBulkValidation.job.id"),
        cursor=found.text("definitions.pageInfo.endCursor"),
    )


async def ended(client: Client, job_id: str) -> None:
    """The job has succeeded."""

    async def is_done() -> bool:
        found = await client.ask("query Job($id: ID!) { job(id: $id) { status } }", id=job_id)
        return found.text("job.status") == "SUCCEEDED"

    await until(is_done)


async def created(author: Client, glossary_id: str, term: str, text: str) -> str:
    """The id of a new draft."""
    made = await author.ask(
        operations.CREATE, input={"glossaryId": glossary_id, "term": term, "text": text, "locale": "en"}
    )
    return made.text("createDefinition.definition.id")


async def step(client: Client, definition_id: str, expected_version: int, transition: str, **more: object) -> str:
    """The status after the step."""
    taken = await client.ask(
        operations.STEP,
        input={"id": definition_id, "expectedVersion": expected_version, "transition": transition, **more},
    )
    return taken.text("transitionDefinition.definition.status")


async def established(site: Site, term: str, text: str) -> str:
    """The id of a definition that is in force at version 3."""
    made = await created(site.people.author, site.glossary_id, term, text)
    await step(site.people.author, made, 1, "SUBMIT")
    await step(site.people.editor, made, 2, "APPROVE")
    return made


async def counts(connection: asyncpg.Connection) -> dict[str, int]:
    """Rows by table; events are counted wherever they are, in the outbox or numbered in the log."""
    columns = [f"(SELECT count(*) FROM {name}) AS {name}" for name in TABLES]
    columns.append("(SELECT count(*) FROM outbox) + (SELECT count(*) FROM event_log) AS events")
    return dict(await connection.fetchrow(f"SELECT {', '.join(columns)}"))


def a_term() -> str:
    """A term that no other test uses."""
    return f"thing {uuid4().hex[:8]}"


def a_text() -> str:
    """A text without faults that no other test uses."""
    return f"object that carries the number {uuid4().int % 10**12}"


def draft(site: Site, **changes: object) -> dict[str, object]:
    """The input of a new definition."""
    return {"glossaryId": site.glossary_id, "term": a_term(), "text": a_text(), "locale": "en", **changes}

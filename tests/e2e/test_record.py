"""What is kept of a definition: versions, decisions, who won, who did it."""

from uuid import uuid4

from tests.e2e import operations
from tests.e2e.shelf import BETTER, GOOD, a_term, a_text, created, draft, established, step
from tests.e2e.site import Site

DIFF = """
query Diff($id: ID!, $number: Int!, $against: Int!) { definition(by: {id: $id}) { versionByNumber(number: $number) {
  textDiff(againstNumber: $against) { kind text } } } }
"""
AUDIT = """
query Audit($id: ID!) { definition(by: {id: $id}) { auditEntries(first: 50) { nodes { action subjectId
  actor { displayName } } } } }
"""


async def test_versions_tell_the_whole_story(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, a_term(), a_text())
    await step(site.people.author, id_, 1, "SUBMIT", note="please read")
    consents = [{"organisation": "Housing office", "note": "agreed"}, {"organisation": "Tenants' union"}]
    await step(site.people.editor, id_, 2, "APPROVE", consents=consents)

    versions = (await site.people.editor.ask(operations.READ, id=id_))["definition.versions.nodes"]

    decision = versions[0]["decision"]
    assert [(version["number"], version["status"]) for version in versions] == [
        (3, "ESTABLISHED"),
        (2, "IN_REVIEW"),
        (1, "DRAFT"),
    ]
    assert versions[1]["note"] == "please read"
    assert (decision["transition"], decision["decidedBy"]) == ("APPROVE", {"displayName": "editor"})
    assert decision["validationRun"] is not None
    assert decision["consents"] == [consents[0], {**consents[1], "note": None}]


async def test_a_text_is_compared_word_by_word(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, a_term(), GOOD)
    await site.people.author.ask(operations.UPDATE, input={"id": id_, "expectedVersion": 1, "text": BETTER})

    answer = await site.people.author.ask(DIFF, id=id_, number=2, against=1)

    changes = answer["definition.versionByNumber.textDiff"]
    assert [change["kind"] for change in changes] == ["INSERTED", "SAME"]
    assert "".join(change["text"] for change in changes) == BETTER


async def test_an_earlier_version_comes_back_as_a_new_one(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, a_term(), before := a_text())
    await site.people.author.ask(operations.UPDATE, input={"id": id_, "expectedVersion": 1, "text": BETTER})

    answer = await site.people.author.ask(
        operations.RESTORE_VERSION, input={"id": id_, "expectedVersion": 2, "number": 1}
    )

    restored = answer["restoreDefinitionVersion.definition"]
    assert (restored["version"], restored["text"]) == (3, before)


async def test_who_comes_too_late_learns_what_won(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, a_term(), before := a_text())
    await site.people.editor.ask(operations.UPDATE, input={"id": id_, "expectedVersion": 1, "text": GOOD})

    answer = await site.people.author.ask(operations.UPDATE, input={"id": id_, "expectedVersion": 1, "text": "mine"})

    (error,) = answer["updateDefinition.errors"]
    assert error["__typename"] == "VersionConflictError"
    assert error["current"] == {"id": id_, "version": 2, "text": GOOD}
    assert error["changes"] == [{"path": ["text"], "before": before, "after": GOOD}]


async def test_a_repeated_creation_makes_one_definition(site: Site) -> None:
    wish = draft(site, idempotencyKey=uuid4().hex)

    first, second = [await site.people.author.ask(operations.CREATE, input=wish) for _ in range(2)]
    other = await site.people.author.ask(operations.CREATE, input={**wish, "text": "another"})

    assert first.text("createDefinition.definition.id") == second.text("createDefinition.definition.id")
    assert [error["code"] for error in other["createDefinition.errors"]] == ["IDEMPOTENCY_KEY_REUSED"]


async def test_a_draft_is_deleted_and_what_was_in_force_is_not(site: Site) -> None:
    admin = site.people.admin
    draft = await created(site.people.author, site.glossary_id, a_term(), a_text())
    in_force = await established(site, a_term(), a_text())

    gone = await admin.ask(operations.DELETE, input={"id": draft, "expectedVersion": 1})
    kept = await admin.ask(operations.DELETE, input={"id": in_force, "expectedVersion": 3})

    assert gone["deleteDefinition"] == {"deletedId": draft, "errors": []}
    assert [error["code"] for error in kept["deleteDefinition.errors"]] == ["CONFLICT"]
    assert (await admin.ask(operations.NODE, id=draft))["node"] is None


async def test_only_an_administrator_reads_the_audit_trail(site: Site) -> None:
    id_ = await established(site, a_term(), a_text())

    read = await site.people.admin.ask(AUDIT, id=id_)
    refused = [await who.ask(AUDIT, id=id_) for who in (site.people.author, site.people.editor, site.people.anonymous)]

    entries = read["definition.auditEntries.nodes"]
    assert [(entry["action"], entry["actor"]["displayName"], entry["subjectId"] == id_) for entry in entries] == [
        ("definition.approve", "editor", True),
        ("definition.submit", "author", True),
        ("definition.create", "author", True),
    ]
    assert [answer.codes for answer in refused] == [["FORBIDDEN"], ["FORBIDDEN"], ["UNAUTHENTICATED"]]

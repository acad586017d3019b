"""Redrafting an established text: to anonymous callers nothing happened, byte for byte."""

import json
from uuid import uuid4

import pytest

from tests.e2e import operations
from tests.e2e.client import Client, until
from tests.e2e.shelf import a_term, created, draft, established, step
from tests.e2e.site import Site, looked_after

FIELDS = """
  id version status createdAt updatedAt term text slug locale category explanation examples notes origin
  contexts { kind name } designations { text kind form } sources { title }
  establishedVersion { id number text createdAt note } viewerCan viewerTransitions
  createdBy { displayName } updatedBy { displayName } concept { id uri definitions { id text } }
  findings(first: 50) { totalCount { value } nodes { id severity message span { excerpt } rule { code } run { id } } }
  latestValidation { id score verdict isStale queuedAt definitionVersion { id number text } }
  validationRuns(first: 50) { totalCount { value } nodes { id score status } }
  versions(first: 50) { totalCount { value } nodes { id number text changes { path before after } } }
  usedBy(first: 50) { totalCount { value } nodes { id text } } uses(first: 50) { nodes { id text } }
"""
READS = {
    "list": "query { definitions(first: 50) { totalCount { value } edges { cursor node { %s } } } }",
    "list of drafts": "query { definitions(filter: {status: [DRAFT, IN_REVIEW]}, first: 50) { totalCount { value } nodes { %s } } }",
    "order": "query { definitions(orderBy: [{field: UPDATED_AT, direction: DESC}], first: 50) { edges { cursor node { %s } } } }",
    "by score": "query { definitions(orderBy: [{field: VALIDATION_SCORE}], first: 50) { edges { cursor node { %s } } } }",
    "node": "query Node($id: ID!) { node(id: $id) { ... on Definition { %s } } }",
    "search": 'query { definitions(search: "harbour", first: 50) { edges { cursor score node { %s } } } }',
    "search of the draft": 'query { definitions(search: "lagoon", first: 50) { edges { cursor score node { %s } } } }',
    "user": "query User($user: ID!) { node(id: $user) { ... on Definition { %s } } }",
    "glossary": 'query { glossary(by: {slug: "letting"}) { version updatedAt findings(first: 50) { totalCount { value } nodes { id } }'
    " definitions(first: 50) { nodes { %s } } concepts(first: 50) { nodes { id definitions { id } } } } }",
    "runs": "query { validationRuns(first: 50) { totalCount { value } nodes { id status score definition { %s } } } }",
}
HEARD = {
    "definitionEvents": operations.DEFINITION_EVENTS,
    "validationEvents": operations.VALIDATION_EVENTS,
}


async def test_every_read_of_anonymous_stays_as_it_was(site: Site) -> None:
    id_, user = await _harbour_and_user(site)
    before = await _read(site.people.anonymous, id_, user)

    await _redraft(site, id_)

    assert await _read(site.people.anonymous, id_, user) == before


async def test_the_author_sees_the_redraft_meanwhile(site: Site) -> None:
    id_, user = await _harbour_and_user(site)
    before = await _read(site.people.author, id_, user)

    await _redraft(site, id_)

    after = await _read(site.people.author, id_, user)
    assert {name for name in READS if before[name] != after[name]} == set(READS)


@pytest.mark.parametrize("field", HEARD)
async def test_anonymous_hears_nothing_of_it(site: Site, field: str) -> None:
    id_, _ = await _harbour_and_user(site)
    cursor = (await site.people.anonymous.ask("{ eventCursor }"))["eventCursor"]

    await _redraft(site, id_)
    last = await established(site, a_term(), f"place that is told of last {uuid4().hex}")

    await site.people.editor.ask(operations.START, input={"definitionId": last})

    async with site.people.anonymous.stream(HEARD[field], {"after": cursor}) as stream:
        heard = await stream.until(lambda event: last in event.data)
    assert [event.data for event in heard if id_ in event.data] == []


async def test_a_draft_that_closes_a_circle_with_it_is_nothing_to_anonymous(site: Site) -> None:
    term, other = a_term(), a_term()
    id_ = await established(site, term, f"party to a written {other}")
    user = await established(site, a_term(), f"person who looks after the {term} in {uuid4().hex}")
    before = await _read(site.people.anonymous, id_, user)
    cursor = (await site.people.anonymous.ask("{ eventCursor }"))["eventCursor"]

    async with looked_after():
        await created(site.people.author, site.glossary_id, other, f"contract that every {term} signs")
        await until(lambda: _is_circular(site.people.editor, id_))
    after = await _read(site.people.anonymous, id_, user)
    last = await established(site, a_term(), f"place that is told of last {uuid4().hex}")
    async with site.people.anonymous.stream(operations.VALIDATION_EVENTS, {"after": cursor}) as stream:
        await site.people.editor.ask(operations.START, input={"definitionId": last})
        heard = await stream.until(lambda event: last in event.data)

    assert [event.data for event in heard if id_ in event.data] == []
    assert after == before


async def _is_circular(client: Client, id_: str) -> bool:
    answer = await client.ask(READS["node"].replace("%s", "findings(first: 50) { nodes { rule { code } } }"), id=id_)
    return {"rule": {"code": "GLO-01"}} in answer["node.findings.nodes"]


async def _harbour_and_user(site: Site) -> tuple[str, str]:
    """An established definition with findings, and one whose text uses it."""
    term = a_term()
    made = await site.people.author.ask(
        operations.CREATE,
        input=draft(site, term=term, text=f"The harbour {uuid4().hex} where ships lie, etc.", notes=["safe"]),
    )
    id_ = made.text("createDefinition.definition.id")
    await step(site.people.author, id_, 1, "SUBMIT")
    await step(site.people.editor, id_, 2, "APPROVE", overrideReason="known to all")
    return id_, await established(site, a_term(), f"person who looks after a {term} in {uuid4().hex}")


async def _redraft(site: Site, id_: str) -> None:
    """Every step that a successor may take short of approval."""
    author, editor = site.people.author, site.people.editor
    term = a_term()
    change = {"term": term, "text": f"A {term} is a lagoon.", "notes": ["deep"], "category": "TYPE"}
    await author.ask(operations.UPDATE, input={"id": id_, "expectedVersion": 3, **change})
    await step(author, id_, 4, "SUBMIT", note="read this")
    await step(editor, id_, 5, "REJECT", note="no")
    started = await editor.ask(operations.START, input={"definitionId": id_})
    assert started["startValidation.errors"] == []
    findings = await author.ask(
        "query Findings($id: ID!) { definition(by: {id: $id}) {"
        " findings(filter: {severity: ERROR}, first: 1) { nodes { id } } } }",
        id=id_,
    )
    waived = await editor.ask(
        operations.WAIVE, input={"findingId": findings["definition.findings.nodes.0.id"], "reason": "fine"}
    )
    assert waived["waiveFinding.errors"] == []
    await created(author, site.glossary_id, a_term(), "sketch of a harbour")


async def _read(client: Client, id_: str, user: str) -> dict[str, bytes]:
    answers = {}
    for name, document in READS.items():
        variables = {key: value for key, value in (("id", id_), ("user", user)) if f"${key}:" in document}
        answer = await client.ask(document.replace("%s", FIELDS), **variables)
        assert "errors" not in json.loads(answer.content), answer.json
        answers[name] = answer.content
    return answers

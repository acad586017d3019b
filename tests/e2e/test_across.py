"""Across a glossary, as clients live it: an edit closes a circle of definitions, another breaks it."""

from typing import Any

from tests.e2e import operations
from tests.e2e.client import Client, Stream, until
from tests.e2e.shelf import a_term, created
from tests.e2e.site import Site, looked_after

EVENTS = """
subscription Across($after: EventCursor) {
  validationEvents(after: $after) { cursor event { __typename
    ... on FindingOpened { finding { id rule { code } definition { id } evidence { definition { id } } } }
    ... on FindingResolved { findingId rule { code } definition { id } } } } }
"""
CIRCULAR = """
query Circular($id: ID!) { definition(by: {id: $id}) {
  findings(filter: {}, first: 20) { nodes { id severity rule { code } waiver { reason } } }
  gate(transition: APPROVE) { outcome conditions { code isMet isOverridable } } } }
"""


async def rewritten(client: Client, id_: str, version: int, **change: object) -> None:
    answer = await client.ask(operations.UPDATE, input={"id": id_, "expectedVersion": version, **change})
    assert answer["updateDefinition.errors"] == []


async def test_a_circle_is_told_of_both_definitions_and_so_is_its_end(site: Site) -> None:
    editor = site.people.editor
    one, other = a_term(), a_term()
    ids = [
        await created(editor, site.glossary_id, one, "person who lets a dwelling to another"),
        await created(editor, site.glossary_id, other, f"contract that every {one} signs"),
    ]

    async with looked_after(), editor.stream(EVENTS) as stream:
        await stream.next()
        await rewritten(editor, ids[0], 1, text=f"party to a written {other}")
        opened = [await _told(stream, "FindingOpened") for _ in ids]
        await rewritten(editor, ids[0], 2, text="person who lets a dwelling to another")
        resolved = [await _told(stream, "FindingResolved") for _ in ids]

    named = {
        told["finding"]["definition"]["id"]: [piece["definition"]["id"] for piece in told["finding"]["evidence"]]
        for told in opened
    }
    assert named == {ids[0]: [ids[1]], ids[1]: [ids[0]]}
    assert {told["definition"]["id"] for told in resolved} == set(ids)
    assert {told["findingId"] for told in resolved} == {told["finding"]["id"] for told in opened}


async def test_a_waiver_holds_while_the_circle_does_and_the_gate_stays_shut(site: Site) -> None:
    editor = site.people.editor
    one, other = a_term(), a_term()
    first = await created(editor, site.glossary_id, one, f"party to a written {other}")
    second = await created(editor, site.glossary_id, other, f"contract that every {one} signs")

    async with looked_after():
        await until(lambda: _is_circular(editor, second))
        before = await _circular(editor, second)
        assert before is not None
        await editor.ask(operations.WAIVE, input={"findingId": before["id"], "reason": "agreed"})
        await rewritten(editor, first, 1, notes=["In force since 1990."])
        await editor.ask(operations.START, input={"definitionId": second})
        await until(lambda: _is_circular(editor, first))
        after = await editor.ask(CIRCULAR, id=second)

    assert await _circular(editor, second) == before | {"waiver": {"reason": "agreed"}}
    conditions = {one["code"]: one for one in after["definition.gate.conditions"]}
    assert conditions["no-open-errors"]["isMet"]
    assert (conditions["not-circular"]["isMet"], conditions["not-circular"]["isOverridable"]) == (False, False)


async def _told(stream: Stream, kind: str) -> dict[str, Any]:
    """The next event of this kind about a circle."""
    heard = await stream.until(lambda event: f'"{kind}"' in event.data and '"GLO-01"' in event.data)
    told: dict[str, Any] = heard[-1].json["data"]["validationEvents"]["event"]
    return told


async def _is_circular(client: Client, id_: str) -> bool:
    return await _circular(client, id_) is not None


async def _circular(client: Client, id_: str) -> dict[str, Any] | None:
    nodes = (await client.ask(CIRCULAR, id=id_))["definition.findings.nodes"]
    return next((one for one in nodes if one["rule"]["code"] == "GLO-01"), None)

"""What failed for good, through the whole server: for administrators, and nobody else."""

from tests.e2e.site import Site

LIST = "{ deadLetters(first: 5) { nodes { id reason } totalCount { value } } }"
REPLAY = """
mutation ($input: ReplayDeadLettersInput!) { replayDeadLetters(input: $input) { deadLetters { id } errors { code path } } }
"""
DISCARD = """
mutation ($input: DiscardDeadLettersInput!) { discardDeadLetters(input: $input) { deadLetters { id } errors { code path } } }
"""


async def test_an_administrator_sees_what_failed_for_good(site: Site) -> None:
    found = await site.people.admin.ask(LIST)
    unknown = {"ids": ["bm93aGVyZQ"]}
    replayed = await site.people.admin.ask(REPLAY, input=unknown)
    discarded = await site.people.admin.ask(DISCARD, input=unknown)

    assert found["deadLetters.totalCount.value"] == len(found["deadLetters.nodes"])
    assert [one["code"] for one in replayed["replayDeadLetters.errors"]] == ["INVALID_INPUT"]
    assert [one["code"] for one in discarded["discardDeadLetters.errors"]] == ["INVALID_INPUT"]


async def test_an_editor_does_not(site: Site) -> None:
    assert (await site.people.editor.ask(LIST)).codes == ["FORBIDDEN"]

"""Bad input: a typed, clear answer, and nothing changed."""

import asyncpg
import pytest

from tests.e2e import bad_accounts, bad_case, bad_input, bad_queries, bad_rules, shelf
from tests.e2e.bad_case import Case
from tests.e2e.shelf import Shelf
from tests.e2e.site import Site

CASES = [
    *bad_input.CREATING,
    *bad_input.CHANGING,
    *bad_input.CHECKING,
    *bad_queries.PAGES,
    *bad_queries.READING,
    *bad_accounts.SIGNED_OUT,
    *bad_accounts.GLOSSARIES,
    *bad_accounts.ACCOUNTS,
    *bad_rules.PROFILES,
    *bad_rules.PATTERNS,
]
AS_DATA = [case for case in CASES if case.is_data]
AS_A_WHOLE = [case for case in CASES if not case.is_data]


@pytest.mark.parametrize("case", AS_DATA, ids=lambda case: case.name)
async def test_mutation_is_turned_down_as_data(site: Site, shelf: Shelf, rows: asyncpg.Connection, case: Case) -> None:
    before = await _counts(rows)

    answer = await getattr(site.people, case.who).ask(case.document, **case.variables(shelf))

    (payload,) = answer.json["data"].values()
    (error,) = payload["errors"]
    assert (answer.status, error["code"]) == (200, case.code)
    assert case.path is None or error["path"] == case.path
    assert await _counts(rows) == before


@pytest.mark.parametrize("case", AS_A_WHOLE, ids=lambda case: case.name)
async def test_operation_is_turned_down_as_a_whole(
    site: Site, shelf: Shelf, rows: asyncpg.Connection, case: Case
) -> None:
    before = await _counts(rows)

    answer = await getattr(site.people, case.who).ask(case.document, **case.variables(shelf))

    assert answer.codes == [case.code]
    assert answer.status in {294, 400, 422}
    assert await _counts(rows) == before


@pytest.mark.parametrize("case", bad_queries.STREAMS, ids=lambda case: case.name)
async def test_subscription_is_turned_down_and_ends(
    site: Site, shelf: Shelf, rows: asyncpg.Connection, case: Case
) -> None:
    before = await _counts(rows)

    async with site.people.editor.stream(case.document, case.variables(shelf)) as stream:
        first, last = await stream.next(), await stream.next()

    assert [error["extensions"]["code"] for error in first.json["errors"]] == [case.code]
    assert last.kind == "complete"
    assert await _counts(rows) == before


@pytest.mark.parametrize("text", ["a", "nobody@example.org"])
async def test_a_stranger_learns_nothing_by_signing_in(site: Site, text: str) -> None:
    document = "mutation ($input: SignInInput!) { signIn(input: $input) { errors { code message path } } }"

    answer = await site.people.anonymous.ask(document, input={"email": text, "password": "wrong wrong wrong"})

    assert [error["code"] for error in answer["signIn.errors"]] == ["UNAUTHENTICATED"]


@pytest.mark.parametrize("query", ["definition(by: {id: $id}) { id }", "node(id: $id) { id }", "job(id: $id) { id }"])
@pytest.mark.parametrize("id_", [bad_case.NOWHERE, "", "💥", "x" * 10_000, "Rm9vOjEyMw"])
async def test_a_name_of_nothing_finds_nothing(site: Site, query: str, id_: str) -> None:
    answer = await site.people.editor.ask(f"query ($id: ID!) {{ {query} }}", id=id_)

    assert answer.json.get("data") in ({"definition": None}, {"node": None}, {"job": None})
    assert answer.codes == []


async def _counts(rows: asyncpg.Connection) -> dict[str, int]:
    return await shelf.counts(rows)

"""Text checked without being stored."""

from uuid import uuid4

import pytest

from models.errors import NotFound
from models.store import Store, rows
from resolvers import checking, previews, waivers
from resolvers.errors import Conflict, InvalidInput
from resolvers.previews import PreviewInput
from tests.resolvers import validated


async def test_a_preview_says_what_a_save_would_and_stores_nothing(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, "is a house etc.")

    shown = await previews.preview(
        validated.anonymous(),
        PreviewInput(glossary_id=owner.id, term="rental home", text="is a house etc.", locale="EN"),
    )

    assert shown.report == await checking.report(row, owner)
    assert shown.waivers == {}
    assert await rows("SELECT 1 FROM validation_runs") == []


async def test_a_preview_of_a_definition_shows_its_waivers(store: Store) -> None:
    owner = await validated.glossary()
    row = await validated.definition(owner, "is a house etc.")
    checked = await checking.report(row, owner)
    await validated.saved(row, owner, checked, text=row.text)
    found = await validated.open_rows(row)
    await waivers.waive(validated.as_system(), found[0]["id"], reason="agreed")

    shown = await previews.preview(
        validated.as_system(),
        PreviewInput(glossary_id=owner.id, definition_id=row.id, term=row.term, text=row.text, locale="en"),
    )

    assert {key: waiver.reason for key, waiver in shown.waivers.items()} == {found[0]["fingerprint"]: "agreed"}


async def test_only_the_rules_asked_for_speak(store: Store) -> None:
    owner = await validated.glossary()

    shown = await previews.preview(
        validated.as_system(),
        PreviewInput(glossary_id=owner.id, term="home", text="is a house etc.", locale="en", rule_codes=("FRM-01",)),
    )

    assert {finding.rule_code for finding in shown.report.findings} <= {"FRM-01"}


async def test_hidden_glossaries_do_not_exist(store: Store) -> None:
    owner = await validated.glossary(is_public=False)

    with pytest.raises(NotFound):
        await previews.preview(
            validated.anonymous(), PreviewInput(glossary_id=owner.id, term="t", text="t", locale="en")
        )
    with pytest.raises(NotFound):
        await previews.preview(
            validated.as_system(),
            PreviewInput(glossary_id=owner.id, definition_id=uuid4(), term="t", text="t", locale="en"),
        )


@pytest.mark.parametrize(
    "bad",
    [{"term": "x" * 201}, {"text": "x" * 10_001}, {"text": "\x00"}, {"locale": "english!"}, {"rule_codes": ("NOPE",)}],
)
async def test_bounds_are_those_of_a_save(store: Store, bad: dict[str, object]) -> None:
    owner = await validated.glossary()

    with pytest.raises(InvalidInput):
        await previews.preview(
            validated.as_system(),
            PreviewInput(**{"glossary_id": owner.id, "term": "t", "text": "t", "locale": "en"} | bad),  # type: ignore[arg-type]
        )


async def test_rules_that_break_are_a_refusal(store: Store) -> None:
    owner = await validated.glossary()
    owner.profile = "gone"
    await owner.save()

    with pytest.raises(Conflict):
        await previews.preview(
            validated.as_system(), PreviewInput(glossary_id=owner.id, term="t", text="t", locale="en")
        )

"""What the server finds by its indexes and what the web of a glossary finds in memory are the same."""

import random

import pytest

from models import term_uses
from models.kinds import Role
from models.records import DefinitionRecord
from resolvers import annotations, checking
from resolvers.annotations import AnnotateText
from resolvers.context import Context
from rules import profiles
from rules.web.item import Item
from rules.web.web import Web
from tests.resolvers import shelf
from tests.resolvers.test_term_uses import label

pytestmark = pytest.mark.usefixtures("store")

WORDS = (
    "huis",
    "huizen",
    "huur",
    "huurder",
    "huurders",
    "sociale",
    "woning",
    "woningen",
    "de",
    "van",
    "WOZ",
    "woz",
    "a",
    "recht",
    "rechten",
)
SIZE = 40


async def grown(ctx: Context, seed: int) -> list[DefinitionRecord]:
    """A glossary of random labels and texts over few words, so that everything overlaps."""
    chance, owner = random.Random(seed), await shelf.glossary(f"g{seed}")
    records = []
    for _ in range(SIZE):
        named = [
            label(some(chance, 3), chance.choice(("ADMITTED", "DEPRECATED", "HIDDEN")))
            for _ in range(chance.randrange(2))
        ]
        row = await shelf.draft(owner, some(chance, 3), some(chance, 12), locale="nl", designations=named)
        found = await ctx.loaders.definition.load(row.id)
        assert found is not None
        records.append(found)
    return records


def some(chance: random.Random, most: int) -> str:
    return chance.choice((" ", ", ")).join(chance.choices(WORDS, k=chance.randint(1, most)))


def woven(records: list[DefinitionRecord]) -> Web:
    web = Web(profiles.profile())
    web.put(Item(id=str(one.id), entry=checking.entry(one), concept=str(one.concept_id)) for one in records)
    return web


@pytest.mark.parametrize("seed", [1, 2])
async def test_uses_are_those_of_the_web_and_both_ways_are_inverse(seed: int) -> None:
    editor = await shelf.person(Role.EDITOR)
    records = await grown(editor, seed)
    web, reader = woven(records), editor.viewer.reader

    used = {(one.id, other) for one in records for other in await term_uses.used(reader, one)}
    using = {(other, one.id) for one in records for other in await term_uses.using(reader, one)}
    expected = {(str(one.id), target) for one in records for use in web.uses(str(one.id)) for target in use.targets}

    assert used == using
    assert {(str(one), str(other)) for one, other in used} == expected
    assert len(expected) > SIZE


async def test_a_text_is_annotated_as_the_web_does() -> None:
    editor = await shelf.person(Role.EDITOR)
    records = await grown(editor, 3)
    text = some(random.Random(4), 200)
    asked = AnnotateText(glossary_ids=(records[0].glossary_id,), text=text, locale="nl")

    found = await annotations.annotate(editor, asked, first=1_000)

    assert [(one.span, {str(record.id) for record in one.definitions}) for one in found] == [
        (one.span, set(one.targets)) for one in woven(records).annotate(text, "nl")
    ]

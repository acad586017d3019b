"""What a file says of concepts, brought in: languages in one concept, notations, relations at both ends."""

import asyncio

import pytest

from exchange.rows import ImportRow, RowRelation
from models import store
from models.glossary import Glossary
from models.kinds import Role, RunStatus
from resolvers import imports, job_work
from resolvers.context import Context
from tests.resolvers import writing

pytestmark = pytest.mark.usefixtures("store")

BASE = "https://homes.example/"
ELSEWHERE = "https://law.example/deed"


def row(line: int, term: str, concept: str, *relations: tuple[str, str], **fields: object) -> ImportRow:
    given = {"text": f"thing number {line} of a kind", "locale": "en", "given": frozenset(), **fields}
    related = tuple(RowRelation(kind, target) for kind, target in relations)
    return ImportRow(line=line, term=term, concept=BASE + concept, relations=related, **given)  # type: ignore[arg-type]


async def imported(editor: Context, owner: Glossary, *rows: ImportRow) -> RunStatus:
    job = await imports.start(editor, owner.id, rows)
    while await job_work.work_one(asyncio.Event()):
        pass
    found = await store.row("SELECT status FROM jobs WHERE id = $1", job.id)
    assert found is not None
    return RunStatus(found["status"])


async def sides() -> list[tuple[str, str, str]]:
    """`(term, kind, term or URI)` of every side."""
    rows = await store.rows(
        """SELECT DISTINCT s.term, r.kind, coalesce(t.term, r.target_uri) AS target FROM concept_relations r
        JOIN definitions s ON s.concept_id = r.concept_id AND s.locale = 'en'
        LEFT JOIN definitions t ON t.concept_id = r.target_id AND t.locale = 'en' ORDER BY 1, 2"""
    )
    return [(one["term"], one["kind"], one["target"]) for one in rows]


async def test_concepts_are_related_as_the_file_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "CHUNK", 2)
    monkeypatch.setattr(imports, "RELATED", 2)
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)
    rows = (
        row(1, "lease", "1", ("BROADER", BASE + "2"), ("EXACT_MATCH", ELSEWHERE), notations=("L.1",)),
        row(2, "contract", "2", ("NARROWER", BASE + "1"), ("RELATED", BASE + "9"), ("RELATED", BASE + "2")),
        row(3, "overeenkomst", "2", locale="nl"),
        row(4, "rent", "3", ("CLOSE_MATCH", "no uri")),
    )

    status = await imported(editor, owner, *rows)
    first = await sides()
    again = await imported(editor, owner, *rows)

    assert (status, again) == (RunStatus.SUCCEEDED, RunStatus.SUCCEEDED)
    assert first == [
        ("contract", "NARROWER", "lease"),
        ("lease", "BROADER", "contract"),
        ("lease", "EXACT_MATCH", ELSEWHERE),
    ]
    assert await sides() == first
    assert (await writing.count("concepts"), await writing.count("definitions")) == (3, 4)
    assert await writing.count("concepts WHERE notation = 'L.1'") == 1


async def test_languages_of_one_concept_come_into_one() -> None:
    owner, editor = await writing.glossary(), await writing.somebody(Role.EDITOR)

    await imported(editor, owner, row(1, "rent", "1"), row(2, "huur", "1", locale="nl"), row(3, "loyer", "1"))

    concepts = await store.rows(
        "SELECT concept_id, array_agg(locale ORDER BY locale) AS locales FROM definitions GROUP BY 1"
    )
    assert [one["locales"] for one in concepts] == [["en", "nl"]]

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pytest

from models import store
from models.definition import Definition
from models.errors import NotFound
from models.keys import uuid7
from models.kinds import DefinitionStatus, Role, RunStatus
from models.validation import Finding, ValidationRun
from models.validation_reads import FindingFilter
from resolvers import definitions, findings_pages, validations, versions
from resolvers.batching import MOST_KEYS, Loader
from resolvers.context import Context
from resolvers.paging import Slice
from rules.kit import Confidence, Outcome, Severity, Verdict
from tests.resolvers import shelf

pytestmark = pytest.mark.usefixtures("store")

S = DefinitionStatus


async def validated(row: Definition, version: int, *, texts: str = "", text_hash: str | None = None) -> ValidationRun:
    """A run of this version that opened a finding per letter of `texts`."""
    run = await ValidationRun.create(
        definition=row, version_number=version, text_hash=text_hash or row.text_hash, profile_fingerprint="f",
        status=RunStatus.SUCCEEDED, score=90, verdict=Verdict.ACCEPTED, finished_at=shelf.NOON,
    )  # fmt: skip
    for place, letter in enumerate(texts):
        await Finding.create(
            definition=row, fingerprint=f"{letter}{place}", rule_code="FRM-01", outcome=Outcome.VIOLATED,
            severity=Severity.ERROR if letter == "e" else Severity.WARNING, confidence=Confidence.CERTAIN,
            opened_run=run, opened_version=version, span_start=place, span_end=place + 1, excerpt=letter,
        )  # fmt: skip
    return run


@contextmanager
def statements(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every raw statement sent while inside."""
    sent: list[str] = []
    rows = store.rows

    async def counted(sql: str, *values: object) -> list[store.Row]:
        sent.append(sql)
        return await rows(sql, *values)

    with monkeypatch.context() as patched:
        patched.setattr(store, "rows", counted)
        yield sent


async def test_a_list_with_its_relations_costs_one_statement_each(monkeypatch: pytest.MonkeyPatch) -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    for number in range(10):
        row = await shelf.in_force(owner, f"t{number}")
        await shelf.version(row, 3, S.ESTABLISHED)
        run = await validated(row, 3, texts="we")
        await Definition.filter(id=row.id).update(latest_run_id=run.id)

    with statements(monkeypatch) as sent:
        records = [edge.node for edge in (await definitions.page(editor, Slice(first=10))).edges]
        await asyncio.gather(
            *(editor.loaders.glossary.load(one.glossary_id) for one in records),
            *(editor.loaders.concept.load(one.concept_id) for one in records),
            *(editor.loaders.latest_run.load(one) for one in records),
            *(versions.established(editor, one) for one in records),
            *(findings_pages.of_definition(editor, one, Slice(first=5)) for one in records),
            *(editor.loaders.definitions_of_concept.load(one.concept_id) for one in records),
        )

    assert len(sent) == 7


async def test_batched_findings_are_what_each_definition_alone_would_show() -> None:
    owner, editor = await shelf.glossary(), await shelf.person(Role.EDITOR)
    rows = [await shelf.in_force(owner, term) for term in "abc"]
    await validated(rows[0], 3, texts="wwew")
    await validated(rows[1], 3, texts="e")
    await validated(rows[1], 4, texts="w")
    errors = FindingFilter(severity=(Severity.ERROR,))

    for ctx in (editor, shelf.anonymous()):
        records = [edge.node for edge in (await definitions.page(ctx, Slice())).edges]
        for filter_ in (None, errors):
            pages = await asyncio.gather(
                *(findings_pages.of_definition(ctx, one, shelf.first(2), filter_) for one in records)
            )
            alone = [await validations.findings(ctx, one, shelf.first(2), filter_) for one in records]
            assert [(page.edges, page.has_next) for page in pages] == [(page.edges, page.has_next) for page in alone]
            assert [await page.count(9) for page in pages] == [await page.count(9) for page in alone]
    rest = await findings_pages.of_definition(editor, records[0], shelf.first(9, pages[0].edges[-1].cursor))
    assert len(rest.edges) == 3


async def test_a_failed_batch_is_not_remembered() -> None:
    answers: list[dict[int, str] | Exception] = [RuntimeError("away"), {1: "one"}]

    async def fetch(keys: Sequence[int]) -> Mapping[int, str]:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    loader: Loader[int, str] = Loader(fetch)

    with pytest.raises(RuntimeError):
        await loader.load(1)
    assert await loader.load(1) == "one"


async def test_a_cancelled_waiter_takes_nobody_along() -> None:
    go = asyncio.Event()

    async def fetch(keys: Sequence[int]) -> Mapping[int, str]:
        await go.wait()
        return dict.fromkeys(keys, "row")

    loader: Loader[int, str] = Loader(fetch)
    async with asyncio.TaskGroup() as tasks:
        impatient = tasks.create_task(_waits(loader))
        patient = tasks.create_task(_waits(loader))
        await asyncio.sleep(0)
        impatient.cancel()
        go.set()

    assert impatient.cancelled()
    assert patient.result() == "row"


async def _waits(loader: Loader[int, str]) -> str:
    return await loader.load(1)


async def test_each_key_is_fetched_once_in_batches_of_bounded_size() -> None:
    batches: list[int] = []

    async def fetch(keys: Sequence[int]) -> Mapping[int, int]:
        batches.append(len(keys))
        return {key: key for key in keys if key % 2 == 0}

    loader: Loader[int, int | None] = Loader(fetch)

    found = await loader.load_many([*range(MOST_KEYS + 5), 0, 2])

    assert batches == [MOST_KEYS, 5]
    assert found[:4] == [0, None, 2, None]
    assert found[-2:] == [0, 2]


async def test_a_loader_inside_a_transaction_is_a_bug() -> None:
    ctx = shelf.anonymous()

    async with store.transaction():
        with pytest.raises(RuntimeError):
            await ctx.loaders.definition.load(uuid7())


async def test_a_visible_finding_always_has_a_visible_run_and_a_run_a_visible_version() -> None:
    owner, editor, ctx = await shelf.glossary(), await shelf.person(Role.EDITOR), shelf.anonymous()
    row = await shelf.in_force(owner, "home")
    for number, status in ((1, S.DRAFT), (2, S.IN_REVIEW), (3, S.ESTABLISHED)):
        await shelf.version(row, number, status)
    await validated(row, 1, texts="w", text_hash="another text")
    latest = await validated(row, 2)
    await store.run("UPDATE definitions_in_force SET latest_run_id = $1", latest.id)

    seen = [await _origin(one, row) for one in (editor, ctx)]

    assert seen == [(1, 1), (2, 3)]


async def _origin(ctx: Context, row: Definition) -> tuple[int, int]:
    """Version numbers of the run of the first finding, and of the version of that run."""
    record = await definitions.get(ctx, row.id)
    finding = (await findings_pages.of_definition(ctx, record, Slice())).edges[0].node
    run = await ctx.loaders.run_of_finding.load(finding)
    if run is None:
        raise NotFound("run")
    version = await ctx.loaders.version_of_run.load(run)
    if version is None:
        raise NotFound("version")
    return run.version_number, version.number


async def test_a_definition_that_was_never_validated_has_no_latest_run() -> None:
    row, ctx = await shelf.in_force(await shelf.glossary(), "home"), shelf.anonymous()

    assert await ctx.loaders.latest_run.load(await definitions.get(ctx, row.id)) is None


async def test_people_are_loaded_by_id() -> None:
    ann = await shelf.person()
    key = ann.viewer.user_id
    assert key is not None

    found = await ann.loaders.user.load_many([key, uuid7()])

    assert [one and one.id for one in found] == [key, None]


async def test_a_context_that_forgets_reads_anew() -> None:
    row, ctx = await shelf.in_force(await shelf.glossary(), "home"), shelf.anonymous()
    await ctx.loaders.definition.load(row.id)
    await store.run("UPDATE definitions_in_force SET term = 'house'")
    remembered = await ctx.loaders.definition.load(row.id)

    ctx.forget()

    fresh = await ctx.loaders.definition.load(row.id)
    assert (remembered and remembered.term, fresh and fresh.term) == ("home", "house")

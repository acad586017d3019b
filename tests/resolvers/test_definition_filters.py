from datetime import timedelta

import pytest

from models.definition import Definition
from models.definition_filters import ContextFilter, DefinitionFilter, Direction, Order, OrderField
from models.keys import uuid7
from models.kinds import DefinitionOrigin, DefinitionStatus, Role, RunStatus
from models.validation import ValidationRun
from models.validation_reads import RunFilter
from models.value_filters import DateTimeFilter, IdFilter, IntFilter, StringFilter
from resolvers import definitions
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.paging import Slice
from rules.kit import Category, ContextKind, Verdict
from tests.resolvers import shelf
from tests.resolvers.shelf import NOON

pytestmark = pytest.mark.usefixtures("store")

AUTHOR = uuid7()
GLOSSARY = uuid7()
HOME = uuid7()
F = DefinitionFilter


@pytest.fixture
async def editor() -> Context:
    """An editor of a glossary with: attic, Barn (other language, contexts), cellar (in force, redrafted), den (archived), home."""
    owner = await shelf.glossary(id=GLOSSARY)
    other = await shelf.glossary("other")
    await shelf.person(user_id=AUTHOR)
    contexts = [{"kind": "LEGAL", "name": "Civil law"}, {"kind": "ORGANISATIONAL", "name": "Kadaster"}]
    await shelf.draft(owner, "attic", category=Category.TYPE, created_by_id=AUTHOR, score=40)
    await shelf.draft(
        owner, "Barn", locale="nl", contexts=contexts, context_key="x", origin=DefinitionOrigin.IMPORTED, score=90
    )
    cellar = await shelf.in_force(owner, "cellar", category=Category.RESULT)
    await shelf.redraft(cellar, status=DefinitionStatus.IN_REVIEW)
    await shelf.draft(owner, "den", status=DefinitionStatus.ARCHIVED, updated_at=NOON + timedelta(days=2))
    home = await shelf.draft(other, "home", id=HOME)
    await _validated(home)
    return await shelf.person(Role.EDITOR)


async def _validated(row: Definition) -> None:
    run = await ValidationRun.create(
        definition=row,
        version_number=1,
        text_hash=row.text_hash,
        profile_fingerprint="f",
        status=RunStatus.SUCCEEDED,
        score=70,
        verdict=Verdict.ACCEPTED,
        finished_at=NOON,
    )
    row.latest_run_id, row.score = run.id, 70
    await row.save()


CASES = [
    (F(), "attic Barn cellar den home"),
    (F(status=(DefinitionStatus.DRAFT,)), "attic Barn home"),
    (F(status=()), ""),
    (F(locale=("nl", "de")), "Barn"),
    (F(category=(Category.TYPE, Category.RESULT)), "attic cellar"),
    (F(origin=(DefinitionOrigin.IMPORTED,)), "Barn"),
    (F(is_in_force=True), "cellar"),
    (F(is_in_force=False), "attic Barn den home"),
    (F(glossary_id=IdFilter(ne=GLOSSARY)), "home"),
    (F(glossary_id=IdFilter(eq=GLOSSARY)), "attic Barn cellar den"),
    (F(id=IdFilter(in_=(HOME, uuid7()))), "home"),
    (F(id=IdFilter(not_in=(HOME,))), "attic Barn cellar den"),
    (F(created_by_id=IdFilter(eq=AUTHOR)), "attic"),
    (F(created_by_id=IdFilter(ne=AUTHOR)), "Barn cellar den home"),
    (F(term=StringFilter(eq="Barn")), "Barn"),
    (F(term=StringFilter(eq="barn")), ""),
    (F(term=StringFilter(ne="Barn")), "attic cellar den home"),
    (F(term=StringFilter(in_=("attic", "den"))), "attic den"),
    (F(term=StringFilter(not_in=("attic", "den"))), "Barn cellar home"),
    (F(term=StringFilter(contains="ELL")), "cellar"),
    (F(term=StringFilter(contains="e")), "cellar den home"),
    (F(term=StringFilter(contains="%")), ""),
    (F(term=StringFilter(starts_with="bA")), "Barn"),
    (F(term=StringFilter(is_null=True)), ""),
    (F(term=StringFilter(is_null=False)), "attic Barn cellar den home"),
    (F(updated_at=DateTimeFilter(gt=NOON)), "cellar den"),
    (F(updated_at=DateTimeFilter(gte=NOON, lt=NOON + timedelta(days=1))), "attic Barn home"),
    (F(updated_at=DateTimeFilter(lte=NOON)), "attic Barn home"),
    (F(contexts=ContextFilter(is_empty=True)), "attic cellar den home"),
    (F(contexts=ContextFilter(is_empty=False)), "Barn"),
    (F(contexts=ContextFilter(kind=(ContextKind.LEGAL,))), "Barn"),
    (F(contexts=ContextFilter(kind=(ContextKind.STATUTORY,))), ""),
    (F(contexts=ContextFilter(name=StringFilter(eq="Kadaster"))), "Barn"),
    (F(contexts=ContextFilter(kind=(ContextKind.LEGAL,), name=StringFilter(eq="Kadaster"))), ""),
    (F(contexts=ContextFilter(name=StringFilter(contains="LAW"))), "Barn"),
    (F(latest_validation=RunFilter(score=IntFilter(gte=50))), "home"),
    (F(latest_validation=RunFilter(status=(RunStatus.FAILED,))), ""),
    (F(not_=F(latest_validation=RunFilter())), "attic Barn cellar den"),
    (F(and_=(F(locale=("en",)), F(status=(DefinitionStatus.DRAFT,)))), "attic home"),
    (F(or_=(F(locale=("nl",)), F(term=StringFilter(eq="den")))), "Barn den"),
    (F(or_=()), ""),
    (F(and_=()), "attic Barn cellar den home"),
    (F(not_=F(category=(Category.TYPE,))), "Barn cellar den home"),
    (F(not_=F(or_=(F(locale=("nl",)), F(not_=F(status=(DefinitionStatus.DRAFT,)))))), "attic home"),
]


@pytest.mark.parametrize(("filter_", "expected"), CASES)
async def test_a_filter_keeps_what_it_asks_for(editor: Context, filter_: DefinitionFilter, expected: str) -> None:
    page = await definitions.page(editor, Slice(), filter_=filter_)

    assert shelf.terms(page) == expected.split()
    assert (await page.count(100)).value == len(expected.split())


ORDERS = [
    ((Order(OrderField.TERM, Direction.DESC),), "home den cellar Barn attic"),
    ((Order(OrderField.STATUS), Order(OrderField.TERM)), "attic Barn home cellar den"),
    ((Order(OrderField.STATUS, Direction.DESC), Order(OrderField.TERM)), "den cellar attic Barn home"),
    ((Order(OrderField.UPDATED_AT, Direction.DESC), Order(OrderField.TERM)), "den cellar attic Barn home"),
    ((Order(OrderField.VALIDATION_SCORE), Order(OrderField.TERM)), "cellar den attic home Barn"),
    ((Order(OrderField.VALIDATION_SCORE, Direction.DESC), Order(OrderField.TERM)), "Barn home attic cellar den"),
    ((Order(OrderField.CREATED_AT), Order(OrderField.TERM, Direction.DESC)), "home den cellar Barn attic"),
    ((Order(OrderField.TERM), Order(OrderField.TERM, Direction.DESC)), "attic Barn cellar den home"),
]


@pytest.mark.parametrize(("order", "expected"), ORDERS)
async def test_an_order_holds_across_pages(editor: Context, order: tuple[Order, ...], expected: str) -> None:
    start = await definitions.page(editor, shelf.first(2), order=order)
    rest = await definitions.page(editor, shelf.first(9, start.edges[-1].cursor), order=order)
    back = await definitions.page(editor, shelf.last(9, rest.edges[0].cursor), order=order)

    assert shelf.terms(start) + shelf.terms(rest) == expected.split()
    assert shelf.terms(back) == shelf.terms(start)


def nested(depth: int) -> DefinitionFilter:
    return F(locale=("en",)) if depth == 1 else F(and_=(nested(depth - 1),))


REFUSED = [
    (nested(6), "max-depth"),
    (F(or_=(nested(5), nested(6))), "max-depth"),
    (F(or_=tuple(F(locale=("en",)) for _ in range(50))), "max-conditions"),
    (F(locale=("en",) * 101), "max-items"),
    (F(term=StringFilter(contains="\x00")), "characters"),
    (F(term=StringFilter(in_=("\ud800",))), "characters"),
    (F(term=StringFilter(starts_with="x" * 1_001)), "max-length"),
    (F(latest_validation=RunFilter(and_=(RunFilter(rule_id=IdFilter(eq="\x00")),))), "characters"),
]


@pytest.mark.parametrize(("filter_", "constraint"), REFUSED)
async def test_a_filter_out_of_bounds_is_refused(filter_: DefinitionFilter, constraint: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        await definitions.page(shelf.anonymous(), Slice(), filter_=filter_)

    assert refused.value.constraint == constraint


async def test_a_filter_at_its_bounds_is_answered() -> None:
    await definitions.page(shelf.anonymous(), Slice(), filter_=nested(5))
    await definitions.page(shelf.anonymous(), Slice(), filter_=F(or_=tuple(F(locale=("en",) * 100) for _ in range(49))))


async def test_a_refusal_leads_to_the_part_to_blame() -> None:
    filter_ = F(or_=(F(), F(contexts=ContextFilter(name=StringFilter(starts_with="\x00")))))

    with pytest.raises(InvalidInput) as refused:
        await definitions.page(shelf.anonymous(), Slice(), filter_=filter_)

    assert refused.value.path == ("filter", "or", "1", "contexts", "name", "startsWith")

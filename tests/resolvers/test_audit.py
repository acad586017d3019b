from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import pytest_asyncio

from auth import errors as auth_errors
from auth.scopes import Scope
from auth.viewer import Viewer
from models import audit_trail
from models import store as stores
from models.audit_reads import AuditFilter
from models.audit_trail import Act
from models.value_filters import DateTimeFilter, IdFilter, StringFilter
from resolvers import audit, errors
from resolvers.paging import Slice
from tests import people

ADA, BOB = uuid4(), uuid4()
FIRST, SECOND = uuid4(), uuid4()
AUDITOR = people.context(Viewer(user_id=uuid4(), scopes=frozenset({Scope.AUDIT_READ})))


@pytest_asyncio.fixture(autouse=True)
async def entries(store: stores.Store) -> None:
    for actor, action, subject in (
        (ADA, "definition.create", FIRST),
        (BOB, "definition.update", FIRST),
        (ADA, "definition.create", SECOND),
        (None, "session.refuse", UUID(int=0)),
    ):
        await audit_trail.record([_act(actor, action, subject)])


def _act(actor: UUID | None, action: str, subject: UUID) -> Act:
    kind = "USER" if actor else "ANONYMOUS"
    return Act(
        actor_kind=kind,
        actor_id=actor,
        action=action,
        subject_kind="Definition",
        subject_id=subject,
        request_id="r",
        changes=[{"path": ["text"], "before": None, "after": "x"}],
    )


async def _seen(filter_: AuditFilter | None = None, subject: UUID | None = None) -> list[str]:
    page = await audit.page(AUDITOR, Slice(), filter_=filter_, subject=subject)
    return [edge.node.action for edge in page.edges]


async def test_trail_is_closed_to_anonymous_and_to_whoever_lacks_the_scope() -> None:
    with pytest.raises(auth_errors.Unauthenticated):
        await audit.page(people.context(), Slice())
    with pytest.raises(auth_errors.Forbidden) as refusal:
        await audit.page(people.context(Viewer(user_id=ADA)), Slice())

    assert refusal.value.required == (Scope.AUDIT_READ,)


async def test_entries_come_newest_first() -> None:
    assert await _seen() == ["session.refuse", "definition.create", "definition.update", "definition.create"]


async def test_entries_of_one_subject_are_its_own() -> None:
    assert await _seen(subject=FIRST) == ["definition.update", "definition.create"]


NOW = datetime.now(UTC)


@pytest.mark.parametrize(
    ("filter_", "count"),
    [
        (AuditFilter(actor_id=IdFilter(eq=ADA)), 2),
        (AuditFilter(actor_id=IdFilter(ne=ADA)), 2),
        (AuditFilter(subject_id=IdFilter(in_=(FIRST, SECOND))), 3),
        (AuditFilter(action=StringFilter(starts_with="Definition.")), 3),
        (AuditFilter(action=StringFilter(eq="definition.update")), 1),
        (AuditFilter(occurred_at=DateTimeFilter(gte=NOW - timedelta(days=1))), 4),
        (AuditFilter(occurred_at=DateTimeFilter(gt=NOW + timedelta(days=1))), 0),
        (AuditFilter(occurred_at=DateTimeFilter(lt=NOW - timedelta(days=1))), 0),
        (AuditFilter(occurred_at=DateTimeFilter(lte=NOW + timedelta(days=1))), 4),
        (
            AuditFilter(
                occurred_at=DateTimeFilter(gt=datetime.min.replace(tzinfo=UTC), lt=datetime.max.replace(tzinfo=UTC))
            ),
            4,
        ),
        (AuditFilter(actor_id=IdFilter(eq=ADA), subject_id=IdFilter(eq=FIRST)), 1),
    ],
)
async def test_filter_holds_back_the_rest(filter_: AuditFilter, count: int) -> None:
    assert len(await _seen(filter_)) == count


async def test_pages_join_without_a_gap_and_are_counted() -> None:
    first = await audit.page(AUDITOR, Slice(first=3))
    second = await audit.page(AUDITOR, Slice(first=3, after=first.edges[-1].cursor))

    assert (len(first.edges), len(second.edges), second.has_previous) == (3, 1, True)
    assert (await first.count(100)).value == 4


async def test_filter_out_of_bounds_is_refused() -> None:
    with pytest.raises(errors.InvalidInput):
        await _seen(AuditFilter(action=StringFilter(eq="\0")))


async def test_one_entry_is_found_by_those_who_may() -> None:
    newest = (await audit.page(AUDITOR, Slice(first=1))).edges[0].node

    found = await audit.find(AUDITOR, newest.id)

    assert found is not None
    assert (found.action, found.changes) == (newest.action, newest.changes)
    assert await audit.find(people.context(), newest.id) is None

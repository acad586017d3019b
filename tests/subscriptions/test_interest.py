from typing import Any
from uuid import UUID

import pytest

from models.kinds import DefinitionStatus
from rules.kit import Severity
from subscriptions import events, interest
from subscriptions.envelope import Topic
from subscriptions.events import Event
from subscriptions.interest import Interest

A, B, C, D = (UUID(int=number) for number in range(1, 5))
ABOUT: dict[str, Any] = {"definition_id": A, "glossary_id": B, "author_id": None}
FINDING = events.FindingOpened(**ABOUT, run_id=C, finding_id=D, severity=Severity.WARNING)
PROGRESS = events.ValidationProgressed(**ABOUT, run_id=C, evaluated_rule_count=1, rule_count=2)
WAIVED = events.FindingChanged(**ABOUT, run_id=None, finding_id=D, previous_finding_id=D, severity=Severity.ERROR)
STEP = events.DefinitionStatusChanged(
    **ABOUT, version=1, before=DefinitionStatus.DRAFT, after=DefinitionStatus.IN_REVIEW
)
JOB = events.JobProgressed(job_id=D, glossary_id=B, author_id=None, done_count=1, total_count=2)


def _ids(*ids: UUID) -> frozenset[UUID]:
    return frozenset(ids)


@pytest.mark.parametrize(
    ("wanted", "event", "is_covered"),
    [
        (Interest(topic=Topic.VALIDATIONS), FINDING, True),
        (Interest(topic=Topic.VALIDATIONS, definition_ids=_ids(A, C)), FINDING, True),
        (Interest(topic=Topic.VALIDATIONS, definition_ids=_ids(C)), FINDING, False),
        (Interest(topic=Topic.VALIDATIONS, definition_ids=_ids()), FINDING, False),
        (Interest(topic=Topic.VALIDATIONS, glossary_ids=_ids(B)), FINDING, True),
        (Interest(topic=Topic.VALIDATIONS, glossary_ids=_ids(B), definition_ids=_ids(C)), FINDING, False),
        (Interest(topic=Topic.VALIDATIONS, run_ids=_ids(C)), FINDING, True),
        (Interest(topic=Topic.VALIDATIONS, run_ids=_ids(C)), WAIVED, False),
        (Interest(topic=Topic.VALIDATIONS, min_severity=Severity.WARNING), FINDING, True),
        (Interest(topic=Topic.VALIDATIONS, min_severity=Severity.ERROR), FINDING, False),
        (Interest(topic=Topic.VALIDATIONS, min_severity=Severity.ERROR), PROGRESS, True),
        (Interest(topic=Topic.DEFINITIONS, statuses=frozenset({DefinitionStatus.IN_REVIEW})), STEP, True),
        (Interest(topic=Topic.DEFINITIONS, statuses=frozenset({DefinitionStatus.ARCHIVED})), STEP, False),
        (Interest(topic=Topic.JOBS, job_id=D), JOB, True),
        (Interest(topic=Topic.JOBS, job_id=A), JOB, False),
    ],
)
def test_filter_holds_in_every_part(wanted: Interest, event: Event, is_covered: bool) -> None:  # noqa: FBT001 - an expected value
    assert wanted.covers(event) is is_covered


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        (Interest(topic=Topic.VALIDATIONS), None),
        (Interest(topic=Topic.JOBS, job_id=D), {("job", D)}),
        (Interest(topic=Topic.VALIDATIONS, run_ids=_ids(C), glossary_ids=_ids(B)), {("run", C)}),
        (
            Interest(topic=Topic.VALIDATIONS, definition_ids=_ids(A, B), glossary_ids=_ids(B)),
            {("definition", A), ("definition", B)},
        ),
        (Interest(topic=Topic.VALIDATIONS, glossary_ids=_ids(B)), {("glossary", B)}),
    ],
)
def test_interest_lies_under_its_narrowest_keys(wanted: Interest, keys: set[interest.Key] | None) -> None:
    assert wanted.keys == keys


def test_event_is_found_under_all_its_ids() -> None:
    assert set(interest.keys_of(FINDING)) == {("run", C), ("definition", A), ("glossary", B)}
    assert set(interest.keys_of(JOB)) == {("job", D), ("glossary", B)}
    assert set(interest.keys_of(WAIVED)) == {("definition", A), ("glossary", B)}

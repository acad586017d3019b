"""Who an event goes to: found without looking at anybody else."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from rules.kit import Severity
from subscriptions import events
from subscriptions.cursor import Position
from subscriptions.envelope import Topic
from subscriptions.events import Event
from subscriptions.group import Group
from subscriptions.hub import Hub
from subscriptions.interest import Interest
from subscriptions.listener import Listener
from subscriptions.mailbox import Mailbox
from subscriptions.record import Record
from tests.subscriptions import happenings
from tests.subscriptions.happenings import Audiences

START = Position("e", 0)
ABOUT: dict[str, Any] = {"definition_id": UUID(int=50_001), "glossary_id": happenings.GLOSSARY, "author_id": None}


@dataclass(slots=True)
class _Crowd:
    """A hub with one group, whose interests count how often they are asked."""

    hub: Hub = field(default_factory=lambda: Hub(START, START))
    group: Group = field(default_factory=lambda: Group(Audiences().of()))

    def join(self, interest: Interest) -> Listener:
        listener = Listener(interest, self.group, START, Mailbox(START), self.hub.leave, self.group.audience)
        self.group.members.add(listener)
        self.hub.join(listener)
        return listener

    def wanting(self, event: Event) -> set[Listener]:
        """The listeners that are looked at for the event."""
        topic = Topic.DEFINITIONS if isinstance(event, events.DefinitionCreated) else Topic.VALIDATIONS
        record = Record(1, datetime.now(UTC), event)
        seats = self.hub._wanting(record).values()
        assert record.topic is topic
        return {listener for found in seats for seat in found for listener in seat.listeners}


def _opened(severity: Severity) -> events.FindingOpened:
    return events.FindingOpened(**ABOUT, run_id=UUID(int=60_001), finding_id=UUID(int=60_002), severity=severity)


def test_a_thousand_subscribers_to_other_glossaries_cost_nothing() -> None:
    crowd = _Crowd()
    for number in range(1000, 2000):
        crowd.join(Interest(topic=Topic.DEFINITIONS, glossary_ids=frozenset({UUID(int=number)})))
    wanted = crowd.join(Interest(topic=Topic.DEFINITIONS, glossary_ids=frozenset({happenings.GLOSSARY})))

    assert crowd.wanting(happenings.created()) == {wanted}


@pytest.mark.parametrize("kind", ["run_ids", "definition_ids"])
def test_a_thousand_subscribers_to_other_runs_or_definitions_cost_nothing(kind: str) -> None:
    crowd = _Crowd()
    for number in range(1000, 2000):
        crowd.join(Interest(topic=Topic.VALIDATIONS, **{kind: frozenset({UUID(int=number)})}))  # type: ignore[arg-type]

    assert crowd.wanting(_opened(Severity.ERROR)) == set()


def test_a_thousand_subscribers_to_graver_findings_cost_nothing() -> None:
    crowd = _Crowd()
    for _ in range(1000):
        crowd.join(Interest(topic=Topic.VALIDATIONS, min_severity=Severity.ERROR))
    wanted = crowd.join(Interest(topic=Topic.VALIDATIONS, min_severity=Severity.WARNING))

    assert crowd.wanting(_opened(Severity.WARNING)) == {wanted}
    assert len(crowd.wanting(_opened(Severity.ERROR))) == 1001


def test_severity_bears_on_findings_only() -> None:
    crowd = _Crowd()
    wanted = crowd.join(Interest(topic=Topic.VALIDATIONS, min_severity=Severity.ERROR))
    progress = events.ValidationProgressed(**ABOUT, run_id=UUID(int=60_001), evaluated_rule_count=1, rule_count=2)

    assert crowd.wanting(progress) == {wanted}


def test_equal_interests_are_asked_once() -> None:
    crowd = _Crowd()
    for _ in range(1000):
        crowd.join(Interest(topic=Topic.DEFINITIONS, glossary_ids=frozenset({happenings.GLOSSARY})))

    seats = crowd.hub._wanting(Record(1, datetime.now(UTC), happenings.created()))

    assert [len(found) for found in seats.values()] == [1]


def test_whoever_leaves_is_found_no_more() -> None:
    crowd = _Crowd()
    ids = frozenset({happenings.GLOSSARY, UUID(int=77)})
    one, two = (crowd.join(Interest(topic=Topic.DEFINITIONS, glossary_ids=ids)) for _ in range(2))
    crowd.hub.leave(one)
    assert crowd.wanting(happenings.created()) == {two}
    crowd.hub.leave(two)
    crowd.hub.leave(two)

    assert (crowd.wanting(happenings.created()), crowd.hub._places, crowd.hub._seats) == (set(), {}, {})

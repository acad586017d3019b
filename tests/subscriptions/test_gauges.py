"""What the leader of the relay measures, read as an operator's meter reads it."""

from collections.abc import Iterator

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader

from models import dead_letter_rows
from models.dead_letter_rows import NewLetter
from models.kinds import DeadGroup
from models.store import Store, rows
from resolvers import bulk_validations
from subscriptions import gauges
from tests.resolvers import validated
from tests.subscriptions import happenings

NAMES = ("OUTBOX_PENDING", "OUTBOX_AGE", "JOBS_LAG", "DEAD_LETTERS", "LEADER")


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[InMemoryMetricReader]:
    """A meter of its own behind every gauge: the one of the process can be set only once."""
    made = InMemoryMetricReader()
    provider = MeterProvider([made])
    meter = provider.get_meter("test")
    for name in NAMES:
        monkeypatch.setattr(gauges, name, meter.create_gauge(name))
    yield made
    provider.shutdown()


async def test_the_gauges_show_the_present(store: Store, reader: InMemoryMetricReader) -> None:
    await bulk_validations.start(validated.as_system(), (await validated.glossary()).id)
    await happenings.tell(happenings.created())
    await rows("UPDATE outbox SET occurred_at = now() - interval '40 seconds' RETURNING id")
    await rows("UPDATE job_parts SET due_at = now() - interval '30 seconds' RETURNING id")
    letter = NewLetter(group=DeadGroup.EVENTS, kind="X", payload={}, reason="x", attempt_count=1, event_seq=1)
    await dead_letter_rows.add(letter)

    await gauges.measure()

    found = reader.get_metrics_data()
    assert found is not None
    shown = {
        metric.name: metric.data.data_points[0].value  # type: ignore[union-attr]
        for resource in found.resource_metrics
        for scope in resource.scope_metrics
        for metric in scope.metrics
    }
    assert (shown["outbox_pending"], shown["dead_letters"], shown["leader"]) == (2, 1, 1)
    assert shown["outbox_age"] >= 40
    assert shown["jobs_lag"] >= 30

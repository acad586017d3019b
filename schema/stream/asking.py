"""Asking: what a subscription field returns. The gate takes it over; the executor never iterates it."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from models.kinds import DefinitionStatus
from rules.kit import Severity
from subscriptions import cursor
from subscriptions.cursor import Position
from subscriptions.envelope import Topic
from subscriptions.interest import Interest


@dataclass(frozen=True, slots=True)
class Source:
    """The events that an operation subscribes to. `after` is null to start at now."""

    interest: Interest
    after: Position | None

    def __aiter__(self) -> AsyncIterator[Any]:
        """Never called: it makes the value one that a subscription field may return.

        Raises:
            RuntimeError: something other than the gate executes the subscription.
        """
        raise RuntimeError("subscriptions are carried out by schema.gate")


def definitions(
    *,
    definition_ids: Iterable[UUID] | None = None,
    glossary_ids: Iterable[UUID] | None = None,
    statuses: Iterable[DefinitionStatus] | None = None,
) -> Interest:
    """Interest in definitions; null means any."""
    return Interest(
        topic=Topic.DEFINITIONS,
        definition_ids=_set(definition_ids),
        glossary_ids=_set(glossary_ids),
        statuses=None if statuses is None else frozenset(statuses),
    )


def validations(
    *,
    run_ids: Iterable[UUID] | None = None,
    definition_ids: Iterable[UUID] | None = None,
    glossary_ids: Iterable[UUID] | None = None,
    min_severity: Severity | None = None,
) -> Interest:
    """Interest in runs and findings; null means any."""
    return Interest(
        topic=Topic.VALIDATIONS,
        run_ids=_set(run_ids),
        definition_ids=_set(definition_ids),
        glossary_ids=_set(glossary_ids),
        min_severity=min_severity,
    )


def jobs(job_id: UUID) -> Interest:
    """Interest in one job."""
    return Interest(topic=Topic.JOBS, job_id=job_id)


def source(interest: Interest, after: str | None = None) -> Any:  # noqa: ANN401 - declared by the field that returns it
    """What the subscription field returns: the events of interest, from now or just after the cursor.

    Raises:
        BadCursor: `after` was not made by this server.
    """
    return Source(interest, None if after is None else cursor.read(after))


def _set(ids: Iterable[UUID] | None) -> frozenset[UUID] | None:
    return None if ids is None else frozenset(ids)

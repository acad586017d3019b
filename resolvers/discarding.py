"""What a discarded draft means for validation: the findings, the run and the score of the text in force stand again."""

from dataclasses import replace
from datetime import UTC, datetime

from models import finding_writes as findings
from models import validation_writes as writes
from models.definition import Definition
from resolvers.finding_events import Finder
from resolvers.settlement import Tell
from subscriptions import events


async def return_to_force(definition: Definition, *, tell: Tell) -> None:
    """The working text has exactly the findings, run and score of the text in force; no run is needed.

    Inside the transaction that holds the lock, when the row is the text in force again. Nothing changes for readers of
    the text in force, so they hear nothing.
    """
    version = definition.established_version
    assert version is not None, "only what is in force can stand again"  # noqa: S101 - the caller discards a successor
    adopted = await writes.adopt_score(definition.id)
    assert adopted is not None, "a text in force has its row"  # noqa: S101 - a law of the workflow
    definition.latest_run_id, definition.score, definition.verdict = (
        adopted["latest_run_id"],
        adopted["score"],
        adopted["verdict"],
    )
    for event in await _swapped(definition, version):
        tell(replace(event, concerns_force=False))


async def _swapped(definition: Definition, version: int) -> list[events.FindingOpened | events.FindingResolved]:
    standing = (await findings.standing_findings([definition.id])).get(definition.id, [])
    later = [
        (old, definition.latest_run_id or old.opened_run_id)
        for old in standing
        # What was found across the glossary stands until the upkeep, which hears of this step, has looked again.
        if old.opened_version > version and not old.is_web
    ]
    at = datetime.now(UTC)
    await findings.resolve_findings(
        [
            findings.Resolution(id=old.id, run_id=run_id, version=definition.version, resolved_at=at)
            for old, run_id in later
        ]
    )
    again = await findings.reopen_findings(definition.id, version)
    return [
        *(Finder(definition, run_id).resolved(old) for old, run_id in later),
        *(Finder(definition, old.opened_run_id).opened(old.id, old.form) for old in again),
    ]

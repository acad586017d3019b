"""What the leader of the relay measures for operators, by the OpenTelemetry API: nothing where no meter is configured."""

from opentelemetry import metrics

from models import dead_letter_rows, job_parts, outbox

_METER = metrics.get_meter("begrip.relay")
OUTBOX_PENDING = _METER.create_gauge("begrip.outbox.pending", "{event}", "events that have no number yet")
OUTBOX_AGE = _METER.create_gauge("begrip.outbox.oldest_age", "s", "age of the oldest event without a number")
JOBS_LAG = _METER.create_gauge("begrip.jobs.lag", "s", "how long the part of a job waits that is due longest")
DEAD_LETTERS = _METER.create_gauge("begrip.dead_letters", "{letter}", "dead letters that nobody decided on")
LEADER = _METER.create_gauge("begrip.relay.leader", "1", "1 in the process that numbers events")


async def measure() -> None:
    """Every gauge shows the present."""
    count, seconds = await outbox.backlog()
    OUTBOX_PENDING.set(count)
    OUTBOX_AGE.set(seconds)
    JOBS_LAG.set(await job_parts.waiting_seconds())
    DEAD_LETTERS.set(await dead_letter_rows.open_count())
    LEADER.set(1)

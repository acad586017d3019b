"""For tests of what failed for good."""

from uuid import UUID

from models import dead_letter_rows, job_queue
from models.dead_letter_rows import NewLetter
from models.job import Job
from models.kinds import DeadGroup


async def buried(job: Job) -> UUID:
    letter = NewLetter(
        group=DeadGroup.JOBS, kind="VALIDATE", payload={}, reason="x", attempt_count=6, job_id=job.id, part_number=0
    )
    await job_queue.begin(job.id)
    key = await dead_letter_rows.add(letter)
    assert key is not None
    return key

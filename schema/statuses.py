"""The status of a job: the words of a run, under a name of its own in the schema."""

from enum import StrEnum


class JobStatus(StrEnum):
    """Where a job stands; the values are those of `models.kinds.RunStatus`."""

    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"
    CANCELED = "CANCELED"

"""Closed sets that rows are made of, beyond those the rules already name."""

from enum import StrEnum


class DefinitionStatus(StrEnum):
    """Where the working text of a definition stands."""

    DRAFT = "DRAFT"
    IN_REVIEW = "IN_REVIEW"
    ESTABLISHED = "ESTABLISHED"
    ARCHIVED = "ARCHIVED"


class DefinitionOrigin(StrEnum):
    """How a text came to be."""

    WRITTEN = "WRITTEN"
    IMPORTED = "IMPORTED"
    GENERATED = "GENERATED"


class Transition(StrEnum):
    """A step of the workflow."""

    SUBMIT = "SUBMIT"
    WITHDRAW = "WITHDRAW"
    APPROVE = "APPROVE"
    REJECT = "REJECT"
    DISCARD_DRAFT = "DISCARD_DRAFT"
    ARCHIVE = "ARCHIVE"
    RESTORE = "RESTORE"


class RunStatus(StrEnum):
    """Where a validation run stands."""

    QUEUED = "QUEUED"
    RUNNING = "RUNNING"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"
    CANCELED = "CANCELED"


class JobKind(StrEnum):
    """What long work a job does."""

    IMPORT = "IMPORT"
    EXPORT = "EXPORT"
    BULK_VALIDATION = "BULK_VALIDATION"
    PERSONAL_EXPORT = "PERSONAL_EXPORT"


class PartAction(StrEnum):
    """What a part of a job does: check texts, apply rows of a file, relate the concepts of such rows."""

    VALIDATE = "VALIDATE"
    APPLY = "APPLY"
    RELATE = "RELATE"


class PartStatus(StrEnum):
    """Where a part of a job stands. DEAD: it failed too often, and its letter waits for a person."""

    WAITING = "WAITING"
    RUNNING = "RUNNING"
    DONE = "DONE"
    DEAD = "DEAD"


class DeadGroup(StrEnum):
    """Whose work could not be done: the workers that carry out jobs, or those that hear events."""

    JOBS = "JOBS"
    EVENTS = "EVENTS"


class DeadStatus(StrEnum):
    """What became of a dead letter."""

    OPEN = "OPEN"
    REPLAYED = "REPLAYED"
    DISCARDED = "DISCARDED"


class Role(StrEnum):
    """What a person may get: USER writes own drafts, EDITOR changes and approves others', ADMIN may all."""

    USER = "USER"
    EDITOR = "EDITOR"
    ADMIN = "ADMIN"

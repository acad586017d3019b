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


class Role(StrEnum):
    """What a person may get: USER writes own drafts, EDITOR changes and approves others', ADMIN may all."""

    USER = "USER"
    EDITOR = "EDITOR"
    ADMIN = "ADMIN"

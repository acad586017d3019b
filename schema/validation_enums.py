"""Closed sets about rules, runs, findings, jobs and people."""

from models.kinds import JobKind, Role, RunStatus
from rules.kit import Confidence, Outcome, RuleScope, RuleStatus, Severity, Style, Verdict
from schema.enums import described
from schema.statuses import JobStatus

__all__ = [
    "Confidence",
    "JobKind",
    "JobStatus",
    "Outcome",
    "Role",
    "RuleScope",
    "RuleStatus",
    "RunStatus",
    "Severity",
    "Style",
    "Verdict",
]

described(
    Severity,
    "Severity",
    "How bad a finding is.",
    {
        "INFO": "A remark; never counts in a score.",
        "WARNING": "Should be mended.",
        "ERROR": "Has to be mended before the text can be established.",
    },
)
described(
    Confidence,
    "Confidence",
    "How sure a rule is of its own findings.",
    {"CERTAIN": "Nearly always right.", "LIKELY": "Mostly right.", "HINT": "Worth a look."},
)
described(
    RuleScope,
    "RuleScope",
    "What a rule must see.",
    {
        "TEXT": "The text alone.",
        "ENTRY": "The definition with everything said about it.",
        "NEIGHBOURS": "The definitions that it uses or resembles as well.",
        "GLOSSARY": "The whole glossary.",
    },
)
described(
    RuleStatus,
    "RuleStatus",
    "Where a rule stands in its life.",
    {
        "PREVIEW": "New; off unless a glossary switches it on.",
        "STABLE": "In use.",
        "RETIRED": "No longer evaluated; its code stays taken.",
    },
)
described(
    Outcome,
    "FindingOutcome",
    "What a finding is.",
    {
        "VIOLATED": "A fault.",
        "NEEDS_JUDGEMENT": "A question for a person; never a fault.",
        "ERRORED": "The rule itself failed; the run went on.",
    },
)
described(
    Verdict,
    "Verdict",
    "What a finished run says of a text.",
    {
        "ACCEPTED": "No open error or warning.",
        "ACCEPTED_WITH_WARNINGS": "Warnings, but no open error.",
        "REJECTED": "At least one open error.",
    },
)
described(
    Style,
    "DefinitionStyle",
    "How the definitions of a glossary are written.",
    {
        "PHRASE": "A phrase that can replace the term (ISO 704).",
        "SENTENCE": "Whole sentences (NL-SBB).",
        "FREE": "Either.",
    },
)
_STATUS = {
    "QUEUED": "Waits for its turn.",
    "RUNNING": "Being worked on.",
    "SUCCEEDED": "Finished.",
    "FAILED": "Ended early; see `failureReason`.",
    "CANCELED": "Ended on request.",
}
described(RunStatus, "ValidationStatus", "Where a validation run stands.", _STATUS)
described(JobStatus, "JobStatus", "Where a job stands.", _STATUS)
described(
    JobKind,
    "JobKind",
    "What long work a job does.",
    {
        "IMPORT": "Reads definitions from a file.",
        "EXPORT": "Writes definitions to a file.",
        "BULK_VALIDATION": "Validates every definition of a glossary.",
        "PERSONAL_EXPORT": "Writes everything held about one person.",
    },
)
described(
    Role,
    "Role",
    "USER writes and changes own drafts; EDITOR changes and approves what others wrote; ADMIN may all.",
    {
        "USER": "Writes, and changes own drafts. Holds `definitions:read`, `drafts:read`, `definitions:write`, "
        "`definitions:export`, `validations:write` and `keys:write`.",
        "EDITOR": "Changes and approves what others wrote. Holds `definitions:approve` and `schema:read` besides.",
        "ADMIN": "May all: holds every scope.",
    },
)

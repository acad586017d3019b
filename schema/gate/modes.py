"""What an operator may choose for the gate, in words; without imports, since every command reads its settings."""

from enum import StrEnum


class StatusProfile(StrEnum):
    """Which edition of GraphQL over HTTP the status codes follow."""

    SEPTEMBER_2026 = "2026-09"
    AUDIT = "audit"
    """What the older audit suite (npm `graphql-http`) asks for: 400 wherever the edition says 422, 200 for 294."""


class Mode(StrEnum):
    """What happens to documents that the operator does not know."""

    OFF = "off"
    LOG = "log"
    """They run, and their hashes are in the log: the list of what enforcing would break."""
    ENFORCE = "enforce"

"""Global ids: opaque text that names one object of any kind."""

import base64
import binascii
from uuid import UUID

from models.api_key import ApiKey
from models.audit import AuditEntry
from models.dead_letter import DeadLetter
from models.definition import Concept
from models.glossary import Glossary
from models.job import Job
from models.oauth import OauthClient, OauthConsent
from models.records import DefinitionRecord, FindingRecord, RunRecord, VersionRecord
from models.sentences import say
from models.user import Session, User
from resolvers.errors import InvalidInput
from rules.rule import Rule

KINDS: dict[type, str] = {
    DefinitionRecord: "Definition",
    VersionRecord: "DefinitionVersion",
    Glossary: "Glossary",
    Concept: "Concept",
    Rule: "Rule",
    RunRecord: "ValidationRun",
    FindingRecord: "Finding",
    User: "User",
    Session: "Session",
    ApiKey: "ApiKey",
    AuditEntry: "AuditEntry",
    Job: "Job",
    OauthClient: "OauthClient",
    OauthConsent: "OauthConsent",
    DeadLetter: "DeadLetter",
}
"""Class of a row to the name of its GraphQL type."""

Key = UUID | str
"""A rule is keyed by its code, everything else by a UUID."""

_LONGEST = 200  # characters; a code is at most 60


def encode(kind: str, key: Key) -> str:
    """The global id of the object of this kind under this key."""
    raw = key.bytes if isinstance(key, UUID) else key.encode()
    return base64.urlsafe_b64encode(kind.encode() + b":" + raw).decode().rstrip("=")


def of(row: object) -> str:
    """The global id of a row."""
    key = row.code if isinstance(row, Rule) else getattr(row, "id")  # noqa: B009 - rows share no class, only the name
    return encode(kind_of(row), key)


def kind_of(row: object) -> str:
    """The name of the GraphQL type of a row."""
    return KINDS[type(row)]


def parts(text: str) -> tuple[str, Key] | None:
    """Kind and key of a global id; null when the text is none, or not in the one form that `encode` writes."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        kind, _, tail = raw.partition(b":")
        name = kind.decode("ascii")
        key: Key = tail.decode() if name == "Rule" else UUID(bytes=tail)
    except (binascii.Error, ValueError, UnicodeError):
        return None
    is_canonical = len(text) <= _LONGEST and encode(name, key) == text
    return (name, key) if is_canonical else None


def find(kind: str, text: str) -> UUID | None:
    """The key of an object of this kind; null when the text names none."""
    found = parts(text)
    if found is None or found[0] != kind or isinstance(found[1], str):
        return None
    return found[1]


def decode(kind: str, text: str, *path: str) -> UUID:
    """The key of an object of this kind.

    Raises:
        InvalidInput: the text is not an id of such an object; `path` leads to it.
    """
    key = find(kind, text)
    if key is None:
        raise InvalidInput(say("not-id-of", kind=kind), path=path, constraint="id")
    return key


def decode_any(text: str, *path: str) -> UUID:
    """The key of an object of whatever kind, rules aside.

    Raises:
        InvalidInput: the text is no such id.
    """
    found = parts(text)
    if found is None or isinstance(found[1], str):
        raise InvalidInput(say("no-id"), path=path, constraint="id")
    return found[1]


def find_code(text: str) -> str | None:
    """The code of a rule; null when the text is no id of one."""
    found = parts(text)
    return found[1] if found is not None and isinstance(found[1], str) else None


def decode_code(text: str, *path: str) -> str:
    """The code of a rule.

    Raises:
        InvalidInput: the text is not the id of a rule.
    """
    code = find_code(text)
    if code is None:
        raise InvalidInput(say("not-id-of", kind="Rule"), path=path, constraint="id")
    return code

"""Scopes: what a token may carry; and which of them a role gives."""

from collections.abc import Iterable
from enum import StrEnum

from models.kinds import Role


class Scope(StrEnum):
    """A right that a token or key may carry (OAuth 2 scope token, RFC 6749 3.3)."""

    DEFINITIONS_READ = "definitions:read"
    DRAFTS_READ = "drafts:read"
    DEFINITIONS_WRITE = "definitions:write"
    DEFINITIONS_APPROVE = "definitions:approve"
    DEFINITIONS_DELETE = "definitions:delete"
    DEFINITIONS_EXPORT = "definitions:export"
    VALIDATIONS_WRITE = "validations:write"
    RULES_WRITE = "rules:write"
    GLOSSARIES_WRITE = "glossaries:write"
    KEYS_WRITE = "keys:write"
    USERS_READ = "users:read"
    USERS_WRITE = "users:write"
    AUDIT_READ = "audit:read"
    SCHEMA_READ = "schema:read"
    OPERATIONS_WRITE = "operations:write"
    """Of whoever runs the server: what failed for good, and what becomes of it."""


ANONYMOUS = frozenset({Scope.DEFINITIONS_READ})
_USER = ANONYMOUS | {
    Scope.DRAFTS_READ,
    Scope.DEFINITIONS_WRITE,
    Scope.DEFINITIONS_EXPORT,
    Scope.VALIDATIONS_WRITE,
    Scope.KEYS_WRITE,
}
_EDITOR = _USER | {Scope.DEFINITIONS_APPROVE, Scope.SCHEMA_READ}
_ADMIN = frozenset(Scope)

OF_ROLE = {Role.USER: _USER, Role.EDITOR: _EDITOR, Role.ADMIN: _ADMIN}
"""Row-level limits (own drafts, all drafts) come on top: see `models.visibility`."""


def granted(role: Role, extra: Iterable[str] = ()) -> frozenset[Scope]:
    """What a person of this role may get. Unknown words among the extra scopes grant nothing."""
    return OF_ROLE[role] | parse(extra)


def parse(words: Iterable[str]) -> frozenset[Scope]:
    """The scopes among the words."""
    wanted = set(words)
    if not wanted:
        return frozenset()
    return frozenset(scope for scope in Scope if scope in wanted)

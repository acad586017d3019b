"""The viewer: who asks, and what they may; computed once per request and only read afterwards."""

import ipaddress
from dataclasses import dataclass, field
from uuid import UUID

from auth import errors
from auth.scopes import ANONYMOUS, Scope
from models.kinds import Role
from models.visibility import Reader


@dataclass(frozen=True, slots=True)
class Client:
    """Where a request came from, as far as the server can tell. Throttles and the list of sessions use it, permissions never."""

    address: str | None = None
    user_agent: str | None = None

    @property
    def network(self) -> str:
        """The address as limits count it: an IPv6 one by its /64, since a household has all of one; else `unknown`."""
        try:
            address = ipaddress.ip_address(self.address or "")
        except ValueError:
            return "unknown"
        if isinstance(address, ipaddress.IPv6Address):
            return str(ipaddress.ip_network((address, 64), strict=False))
        return str(address)


@dataclass(frozen=True, slots=True)
class KeyName:
    """An API key, as far as it may be named. `prefix` finds it again."""

    id: UUID
    prefix: str


@dataclass(frozen=True, slots=True)
class Viewer:
    """Whoever sent a request. Anonymous when `user_id` is null."""

    user_id: UUID | None = None
    role: Role | None = None
    scopes: frozenset[Scope] = ANONYMOUS
    session_id: UUID | None = None
    is_system: bool = False
    """The server itself: a worker or a command line of the operator."""
    client: Client = field(default=Client(), compare=False)
    application: str | None = None
    """`client_id` of the OAuth client that acts for the user, or for its owner when on its own; null: the user themselves."""
    api_key: KeyName | None = None
    """The key that was sent in place of an access token; it acts for the user."""

    @property
    def is_anonymous(self) -> bool:
        """Whether the request carries no credential."""
        return self.user_id is None and not self.is_system

    def may(self, scope: Scope) -> bool:
        """Whether the scope was granted."""
        return scope in self.scopes

    def must(self, *scopes: Scope) -> None:
        """Nothing, when every scope was granted.

        Raises:
            errors.Unauthenticated: one is missing and nobody signed in.
            errors.Forbidden: one is missing.
        """
        missing = [scope for scope in scopes if scope not in self.scopes]
        if missing and self.is_anonymous:
            raise errors.Unauthenticated
        if missing:
            raise errors.Forbidden(tuple(missing))

    @property
    def reader(self) -> Reader:
        """What the visibility predicate needs to know."""
        may_read_drafts = Scope.DRAFTS_READ in self.scopes
        sees_all = may_read_drafts and (self.is_system or self.role in {Role.EDITOR, Role.ADMIN})
        return Reader(
            user_id=self.user_id if may_read_drafts else None,
            is_signed_in=not self.is_anonymous,
            sees_all_drafts=sees_all,
        )


SYSTEM = Viewer(role=Role.ADMIN, scopes=frozenset(Scope), is_system=True)

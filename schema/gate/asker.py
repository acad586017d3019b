"""The asker: who sent an operation, over whichever transport, and in which language to answer."""

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, cast

from starlette.types import Scope

from auth.viewer import Client, Viewer
from resolvers.context import Context
from resolvers.rates import Rate

_LOCALES = ("en", "nl")
_MAX_REQUEST_ID = 64


class Authenticator(Protocol):
    """What the gate needs of `auth.authenticator`, so that a test can stand in for the clock of a token."""

    async def holds(self, viewer: Viewer) -> bool:
        """Whether the viewer is still signed in, with the same rights."""

    def known(self, viewer: Viewer) -> bool | None:
        """The same as far as it is known without a look into the database; null when it is not."""

    async def from_payload(self, payload: object, *, client: Client | None = None) -> tuple[Viewer, datetime | None]:
        """The viewer that a `connection_init` names, and until when its token holds."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Made per request or socket; `context` makes what one operation is given."""

    viewer: Viewer = field(default_factory=Viewer)
    request_id: str = field(default_factory=lambda: uuid.uuid4().hex)
    locale: str = "en"
    until: datetime | None = None
    """When the token ends; null for the anonymous."""
    authenticator: Authenticator | None = None

    def context(self, rate: Rate | None = None) -> Context:
        """Fresh, so that no loader outlives its operation or event."""
        return Context(viewer=self.viewer, request_id=self.request_id, locale=self.locale, rate=rate)

    @property
    def still_holds(self) -> Callable[[], Awaitable[bool]]:
        """Asked before each event: may this viewer go on?"""
        return self._holds

    @property
    def known(self) -> Callable[[], bool | None]:
        """The same, when it is known already."""
        return self._known

    def _known(self) -> bool | None:
        return True if self.authenticator is None else self.authenticator.known(self.viewer)

    async def _holds(self) -> bool:
        return self.authenticator is None or await self.authenticator.holds(self.viewer)


def of_scope(scope: Scope) -> Asker:
    """Whoever sent the request or opened the socket, as the middleware in front of the gate has found out."""
    state = scope.get("state", {})
    return Asker(
        viewer=state.get("viewer") or Viewer(),
        request_id=state.get("request_id") or _request_id(header(scope, b"x-request-id")),
        locale=negotiated(header(scope, b"accept-language")),
        until=state.get("viewer_until"),
        authenticator=cast("Authenticator | None", state.get("authenticator")),
    )


def header(scope: Scope, name: bytes) -> str | None:
    """The header's value, several joined by commas; null when it was not sent."""
    values = [value.decode("latin-1") for key, value in scope["headers"] if key == name]
    return ", ".join(values) if values else None


def _request_id(given: str | None) -> str:
    if given and len(given) <= _MAX_REQUEST_ID and given.isascii() and all(c.isalnum() or c in "-_.:" for c in given):
        return given
    return uuid.uuid4().hex


def negotiated(accepted: str | None) -> str:
    """The best of our languages by weight, earlier ones first among equals (RFC 9110 12.5.4); else English."""
    best, best_weight = "en", 0.0
    for item in (accepted or "").split(","):
        tag, _, parameter = item.strip().partition(";")
        language = tag.partition("-")[0].strip().lower()
        weight = _weight(parameter)
        if language in _LOCALES and weight > best_weight:
            best, best_weight = language, weight
    return best


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0

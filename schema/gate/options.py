"""Options: what an operator may turn at the gate, with the values that hold when nothing is turned."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from schema.gate.modes import StatusProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a document may hold at most. Introspection (`__schema`, `__type`) has a depth of its own: the standard query needs 15."""

    code_points: int = 16_000
    tokens: int = 1_500
    comments: int = 50
    depth: int = 12
    introspection_depth: int = 16
    aliases: int = 30
    directives: int = 20
    directives_at_once: int = 4
    """Of one field or fragment."""
    root_fields: int = 20
    mutations: int = 5
    list_items: int = 250
    """Of one list among the arguments, in the document or in variables. The own limit of most fields is lower and speaks first."""
    arguments: int = 50
    """Of one field or directive, of one input object, and variables of one operation."""
    width: int = 100
    """Selections side by side in one pair of braces."""
    definitions: int = 50
    """Operations and fragments of one document."""
    errors: int = 20
    """Validation stops after so many."""
    cost: int = 2_000
    """Points of one operation, before it runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketLimits:
    """What a WebSocket may do at most."""

    init_wait: timedelta = timedelta(seconds=5)
    ping_every: timedelta = timedelta(seconds=25)
    pong_within: timedelta = timedelta(seconds=10)
    """A peer from which nothing comes for so long after a ping counts as gone: its half of the connection is open no more."""
    send_within: timedelta = timedelta(seconds=10)
    """A peer that takes nothing for so long is cut off."""
    frame_bytes: int = 256 * 1024
    operations: int = 100
    """Running at the same time on one socket."""
    per_user: int = 200
    """Sockets of one person."""
    per_address: int = 2_000
    """Sockets from one address, whoever opened them."""
    streams_per_user: int = 1_000
    """Subscriptions of one person, or of the anonymous of one address, on all sockets and streams together."""
    waiting_frames: int = 1_000
    waiting_bytes: int = 1024 * 1024
    """What may wait for a peer that reads slowly; more closes its socket."""
    drained_a_second: int = 500
    """How many sockets are told at a time that the server goes away, lest all come back at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the gate behaves."""

    limits: Limits = Limits()
    sockets: SocketLimits = SocketLimits()
    deadline: timedelta = timedelta(seconds=10)
    body_bytes: int = 1024 * 1024
    response_bytes: int = 5 * 1024 * 1024
    documents: int = 1_000
    """How many documents are remembered."""
    status_profile: StatusProfile = StatusProfile.SEPTEMBER_2026
    public_age: timedelta = timedelta(seconds=30)
    """How long caches may keep what anonymous readers got for a document called for by its hash or name."""
    restricts_introspection: bool = False
    """Whether only holders of `schema:read` see the schema."""
    hides_suggestions: bool = False
    allowed_origins: frozenset[str] = field(default_factory=frozenset)
    """Beside the server's own, for WebSockets: browsers send credentials there without asking CORS."""
    sse_ping_every: timedelta = timedelta(seconds=15)
    page: Callable[[Request], Awaitable[Response]] | None = None
    """What a browser gets on a plain GET, such as GraphiQL."""

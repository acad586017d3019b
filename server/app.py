"""The ASGI application: routes, the layers around them, and what lives as long as they are served."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from auth import routes as auth_routes
from auth.middleware import Authentication
from resolvers import work
from rules import tokens
from server import edge, graphql, house, telemetry
from server.connections import Urls
from server.graphql import Graphql
from server.health import Health
from server.house import House
from server.limits import BodyLimit, Bounds
from server.oauth import routes as oauth_routes
from server.settings import Settings

_LOG = logging.getLogger("begrip.server")
_CORS_METHODS = ("GET", "POST", "OPTIONS")
_CORS_REQUEST_HEADERS = (
    "authorization",
    "content-type",
    "accept-language",
    "last-event-id",
    "x-request-id",
    "traceparent",
)
_CORS_RESPONSE_HEADERS = ("x-request-id", "retry-after")
_CORS_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Application:
    """What uvicorn serves, and how sockets and streams are told that the server goes away."""

    asgi: ASGIApp
    drain: Callable[[], Awaitable[None]]


def build(chosen: Settings, urls: Urls) -> Application:
    """The application, not yet started: its lifespan opens the house and runs the relay and the live hub."""
    built = house.build(chosen, urls)
    health = Health(urls.database_url, built.redis)
    api = graphql.build(chosen, built.redis, urls.database_url)
    tracing = telemetry.provider(chosen.traces)
    routes = [
        *api.routes,
        auth_routes.jwks(built.identity.keys),
        *oauth_routes.routes(built.identity),
        *health.routes(),
    ]

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with house.opened(built), _live(api):
            health.has_started = True
            yield
        if tracing is not None:
            await asyncio.to_thread(tracing.shutdown)

    inner = Starlette(
        routes=routes,
        middleware=_layers(chosen, built),
        exception_handlers={Exception: edge.unanswered},
        lifespan=lifespan,
    )
    traced: ASGIApp = inner if tracing is None else telemetry.RequestSpans(inner, tracing)
    return Application(edge.Edge(traced, is_https=chosen.issuer.startswith("https:")), api.gate.drain)


def _layers(chosen: Settings, built: House) -> list[Middleware]:
    """Outermost first."""
    bounds = Bounds(chosen.body_limit, chosen.anonymous_body_limit, chosen.body_timeout)
    layers = [
        Middleware(Authentication, authenticator=built.identity.authenticator, elsewhere=oauth_routes.BY_CLIENTS),
        Middleware(BodyLimit, bounds=bounds),
    ]
    if not chosen.cors_origins:
        return layers
    cors = Middleware(
        CORSMiddleware,
        allow_origins=chosen.cors_origins,
        allow_methods=_CORS_METHODS,
        allow_headers=_CORS_REQUEST_HEADERS,
        expose_headers=_CORS_RESPONSE_HEADERS,
        max_age=_CORS_SECONDS,
    )
    return [cors, *layers]


async def _vital(life: Awaitable[None]) -> None:
    """What the process cannot live without: when it fails, the process ends politely, and whoever started it starts another."""
    try:
        await life
    except Exception:  # noqa: BLE001 - the ASGI edge: nothing above would notice
        _LOG.critical("a vital task failed; this process ends", exc_info=True)
        signal.raise_signal(signal.SIGTERM)


@contextlib.asynccontextmanager
async def _live(api: Graphql) -> AsyncIterator[None]:
    """Events flow inside; afterwards sockets were told to come back, and the tasks have ended."""
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(_vital(api.relay.run()))
        tasks.create_task(_vital(api.hub.run()))
        tasks.create_task(asyncio.to_thread(tokens.warm))  # else the first check of a text waits for word lists
        work.BELL.hang(api.relay.wake)
        try:
            yield
        finally:
            work.BELL.take_down()
            await api.gate.drain()
            await api.hub.stop()
            await api.relay.stop()

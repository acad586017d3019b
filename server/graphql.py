"""GraphQL on `/graphql`: HTTP, WebSocket, the workbench for browsers; and what makes its events flow."""

from dataclasses import dataclass

from redis.asyncio import Redis
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from cache.points import Bucket, Points
from cache.texts import Texts
from schema import build as schema_build
from schema import event
from schema.gate import endpoint, gate, websocket
from schema.gate.modes import Mode
from schema.gate.options import Limits, Options, SocketLimits
from schema.gate.trust import Trust
from server import graphiql, house
from server.settings import Settings
from subscriptions import live, relay

PATH = "/graphql"


@dataclass(frozen=True, slots=True)
class Graphql:
    """Routes to mount, and what the lifespan runs."""

    routes: list[BaseRoute]
    gate: gate.Gate
    hub: live.Live
    relay: relay.Relay


def build(chosen: Settings, redis: Redis, database_url: str) -> Graphql:
    """The API, wired, and nothing running yet."""
    hub = live.Live(redis)
    options = Options(
        deadline=chosen.request_timeout,
        body_bytes=max(chosen.body_limit, chosen.anonymous_body_limit),
        limits=Limits(cost=chosen.cost_limit),
        status_profile=chosen.http_status,
        restricts_introspection=not chosen.introspection,
        hides_suggestions=not chosen.introspection,
        sockets=SocketLimits(
            per_user=chosen.sockets_per_user,
            per_address=chosen.sockets_per_address,
            streams_per_user=max(SocketLimits().streams_per_user, chosen.sockets_per_user),
        ),
        allowed_origins=frozenset(chosen.cors_origins),
        page=_workbench if chosen.graphiql else None,
    )
    made = gate.build(
        schema_build.build(), event.message, hub, options, points=_points(chosen, redis), trust=_trust(chosen, redis)
    )
    routes: list[BaseRoute] = [Route(PATH, endpoint.Http(made)), WebSocketRoute(PATH, websocket.Socket(made))]
    if chosen.graphiql:
        routes += graphiql.routes()
    return Graphql(routes, made, hub, relay.Relay(redis, database_url, sinks=house.sinks(chosen)))


def _points(chosen: Settings, redis: Redis) -> Points | None:
    if not chosen.rate_points:
        return None
    return Points(redis, Bucket(size=chosen.rate_points, per_second=chosen.rate_refill))


def _trust(chosen: Settings, redis: Redis) -> Trust:
    # Documents of strangers are worth keeping only where strangers' documents are run.
    is_open = chosen.persisted_queries and chosen.trusted_documents is not Mode.ENFORCE
    return Trust(chosen.trusted_documents, Texts(redis) if is_open else None)


async def _workbench(request: Request) -> Response:
    return graphiql.page(request)

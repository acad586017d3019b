"""The HTTP face of the gate: GraphQL over HTTP, first edition (September 2026)."""

import math
from collections.abc import Mapping

from starlette.requests import Request as HttpRequest
from starlette.types import Receive, Scope, Send

from resolvers.rates import Rate
from schema.gate import asker, body, incoming, leaving, negotiation, shared, sse
from schema.gate.answer import Answer, Outcome
from schema.gate.asker import Asker
from schema.gate.gate import Gate
from schema.gate.incoming import Disconnected
from schema.gate.negotiation import Accepted, Media
from schema.gate.operation import Operation
from schema.gate.problem import Problem

_VARY = "Accept, Accept-Language, Authorization"


class Http:
    """An ASGI application for one path, all methods."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The request has its answer, whatever it was; or its client has left."""
        who = asker.of_scope(scope)
        accepted = negotiation.read(asker.header(scope, b"accept"))
        if self._wants_page(scope, accepted):
            await self._page(scope, receive, send)
            return
        try:
            await self._serve(scope, receive, send, who, accepted)
        except Problem as problem:
            content = body.written({"errors": [problem.entry(who.request_id)]})
            await _respond(
                send,
                problem.status_in(self._gate.options.status_profile),
                content,
                Media.JSON,
                # RFC 9111 4.2.2: caches may keep a 405 or 414 that does not say otherwise.
                {**problem.headers, "x-request-id": who.request_id, "vary": _VARY, "cache-control": "no-store"},
            )
        except Disconnected:
            return

    def _wants_page(self, scope: Scope, accepted: Accepted) -> bool:
        is_visit = scope["method"] == "GET" and accepted.prefers_page and not incoming.has_query(scope)
        return is_visit and self._gate.options.page is not None

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        page = self._gate.options.page
        if page is not None:
            response = await page(HttpRequest(scope, receive))
            await response(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send, who: Asker, accepted: Accepted) -> None:
        if scope["method"] not in incoming.METHODS:
            raise Problem(405, "use POST, or GET for queries", {"allow": ", ".join(incoming.METHODS)})
        if accepted.single is None and not accepted.takes_events:
            raise Problem(406, f"this endpoint answers with {Media.GRAPHQL}, {Media.JSON} or {Media.EVENTS}")
        request = await incoming.read(scope, receive, self._gate.options.body_bytes)
        wanted = await self._gate.prepare(request, who)
        if isinstance(wanted, Operation):
            _check_method(wanted, scope["method"])
            if wanted.is_subscription and not accepted.takes_events:
                raise Problem(406, f"a subscription is answered with {Media.EVENTS} or over a WebSocket")
        if accepted.single is None or (isinstance(wanted, Operation) and wanted.is_subscription):
            await sse.respond(self._gate, wanted, who, (scope, receive, send))
            return
        found = wanted if isinstance(wanted, Answer) else await leaving.answered(self._gate, wanted, who, receive)
        found, content = self._gate.written(found)
        status = found.status(is_legacy=accepted.is_legacy, profile=self._gate.options.status_profile)
        headers = _headers(found, who)
        if who.viewer.is_anonymous and found.outcome is Outcome.DONE and shared.may_be(scope, request):
            headers |= shared.headers(content, self._gate.options.public_age)
            if shared.is_known(scope, headers["etag"]):
                await _respond(send, 304, b"", None, headers)
                return
        await _respond(send, status, content, accepted.single, headers)


def _check_method(wanted: Operation, method: str) -> None:
    if method == "GET" and wanted.is_mutation:
        raise Problem(405, "a mutation is sent by POST", {"allow": "POST"})


def _headers(found: Answer, who: Asker) -> dict[str, str]:
    headers = {"x-request-id": who.request_id, "vary": _VARY, "cache-control": "no-store"}
    if found.retry_after is not None:
        headers["retry-after"] = str(found.retry_after)
    return headers | ({} if found.rate is None else _rate(found.rate))


def _rate(rate: Rate) -> dict[str, str]:
    """RateLimit and its policy (IETF draft-ietf-httpapi-ratelimit-headers-10): points left, and seconds until all are back."""
    window = math.ceil(rate.limit / rate.per_second)
    return {
        "ratelimit-policy": f'"points";q={rate.limit};w={window}',
        "ratelimit": f'"points";r={rate.remaining};t={rate.reset_seconds}',
    }


async def _respond(send: Send, status: int, content: bytes, media: Media | None, headers: Mapping[str, str]) -> None:
    typed = {} if media is None else {"content-type": f"{media}; charset=utf-8", "content-length": str(len(content))}
    named = {**typed, **headers}
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in named.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": content})

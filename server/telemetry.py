"""Traces: where spans go, and one span per HTTP request. Lower rooms use the OpenTelemetry API and know nothing of this."""

from opentelemetry import propagate, trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, ConsoleSpanExporter, SimpleSpanProcessor
from opentelemetry.trace import SpanKind, StatusCode
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server import version
from server.settings import Traces

_SERVER_ERROR = 500


def provider(traces: Traces) -> TracerProvider | None:
    """A provider that sends spans where the settings say; null when they say nowhere. The caller shuts it down."""
    match traces:
        case Traces.OFF:
            return None
        case Traces.CONSOLE:
            processor: SpanProcessor = SimpleSpanProcessor(ConsoleSpanExporter())
        case Traces.OTLP:
            processor = BatchSpanProcessor(OTLPSpanExporter())
    resource = Resource.create({"service.name": "begrip", "service.version": version.current()})
    made = TracerProvider(resource=resource)
    made.add_span_processor(processor)
    return made


class RequestSpans:
    """A server span around every HTTP request, with the names of the stable HTTP conventions; no header, no query."""

    def __init__(self, app: ASGIApp, made: TracerProvider) -> None:
        self._app = app
        self._tracer = made.get_tracer("begrip.server")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The request, inside its span."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        carrier = {key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]}
        attributes = {"http.request.method": scope["method"], "url.path": scope["path"], "url.scheme": scope["scheme"]}
        with self._tracer.start_as_current_span(
            scope["method"], context=propagate.extract(carrier), kind=SpanKind.SERVER, attributes=attributes
        ) as span:

            async def noting(message: Message) -> None:
                if message["type"] == "http.response.start":
                    _note(span, scope, message["status"])
                await send(message)

            await self._app(scope, receive, noting)


def _note(span: trace.Span, scope: Scope, status: int) -> None:
    route = getattr(scope.get("route"), "path", None)
    if route:
        span.update_name(f"{scope['method']} {route}")
        span.set_attribute("http.route", route)
    span.set_attribute("http.response.status_code", status)
    if status >= _SERVER_ERROR:
        span.set_status(StatusCode.ERROR)

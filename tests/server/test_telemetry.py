import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from server import telemetry
from server.settings import Traces
from tests.server import asgi

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


async def seen(_request: Request) -> JSONResponse:
    return JSONResponse({"is_current": trace.get_current_span().is_recording()})


async def broken(_request: Request) -> JSONResponse:
    return JSONResponse({}, status_code=503)


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def app(exporter: InMemorySpanExporter) -> telemetry.RequestSpans:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return telemetry.RequestSpans(Starlette(routes=[Route("/seen", seen), Route("/broken", broken)]), provider)


async def test_a_request_runs_inside_its_span(app: telemetry.RequestSpans, exporter: InMemorySpanExporter) -> None:
    answer = await asgi.call(app, asgi.scope("/seen", "GET"))

    assert answer.body == b'{"is_current":true}'
    (span,) = exporter.get_finished_spans()
    assert (span.name, dict(span.attributes or {})) == (
        "GET /seen",
        {
            "http.request.method": "GET",
            "url.path": "/seen",
            "url.scheme": "http",
            "http.route": "/seen",
            "http.response.status_code": 200,
        },
    )


async def test_the_span_continues_the_trace_of_the_caller(
    app: telemetry.RequestSpans, exporter: InMemorySpanExporter
) -> None:
    await asgi.call(app, asgi.scope("/seen", "GET", {"traceparent": PARENT}))

    (span,) = exporter.get_finished_spans()
    assert span.context is not None
    assert format(span.context.trace_id, "032x") == "0af7651916cd43dd8448eb211c80319c"


async def test_a_failure_of_ours_marks_the_span(app: telemetry.RequestSpans, exporter: InMemorySpanExporter) -> None:
    await asgi.call(app, asgi.scope("/broken", "GET"))

    (span,) = exporter.get_finished_spans()
    assert span.status.status_code is trace.StatusCode.ERROR


def test_traces_that_are_off_have_no_provider() -> None:
    assert telemetry.provider(Traces.OFF) is None


@pytest.mark.parametrize("traces", [Traces.CONSOLE, Traces.OTLP])
def test_a_provider_names_the_service(traces: Traces) -> None:
    made = telemetry.provider(traces)

    assert made is not None
    assert made.resource.attributes["service.name"] == "begrip"
    made.shutdown()

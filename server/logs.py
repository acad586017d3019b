"""Log lines: JSON by the names of OpenTelemetry's log model in production, one readable line in development."""

import logging
from datetime import UTC, datetime

import orjson
from opentelemetry import trace

from server.settings import Settings

ACCESS = logging.getLogger("begrip.access")
"""One line per request. What a line carries beside its text goes into `extra={"attributes": {...}}`."""


class JsonLines(logging.Formatter):
    """One JSON object per line; line feeds of a message cannot forge a second line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        span = trace.get_current_span().get_span_context()
        line: dict[str, object] = {
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "severity_text": record.levelname,
            "logger": record.name,
            "body": record.getMessage(),
            "attributes": getattr(record, "attributes", {}),
        }
        if span.is_valid:
            line |= {"trace_id": format(span.trace_id, "032x"), "span_id": format(span.span_id, "016x")}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


class Readable(logging.Formatter):
    """Time, level, text; a stack trace below it."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(message)s", datefmt="%H:%M:%S")


def configure(settings: Settings) -> None:
    """All loggers write to standard error from now on, in the way of the environment."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if settings.is_production else Readable())
    logging.basicConfig(level=settings.log_number, handlers=[handler], force=True)
    quiet = max(settings.log_number, logging.WARNING)
    for name in ("asyncio", "tortoise", "aerich", "uvicorn.access", "websockets"):
        logging.getLogger(name).setLevel(quiet)
    logging.getLogger("uvicorn.error").setLevel(max(settings.log_number, logging.WARNING))

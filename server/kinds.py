"""How the text of a variable becomes a value within bounds, and how a value is written without its secrets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_network
from typing import Generic, TypeVar
from urllib.parse import urlsplit, urlunsplit

T = TypeVar("T")

HIDDEN = "******"


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """How a text becomes a value, what may stand there, and how a value is written."""

    read: Callable[[str], T]
    """Raises ValueError with a reason when the text is no such value."""
    bounds: str
    write: Callable[[T], str] = str


def text(*, min_length: int = 1) -> Kind[str]:
    """Any text of at least so many characters."""

    def read(raw: str) -> str:
        if len(raw) < min_length:
            raise ValueError(f"must have at least {min_length} characters")
        return raw

    return Kind(read, f"at least {min_length} characters" if min_length > 1 else "text")


def optional(kind: Kind[T]) -> Kind[T | None]:
    """The same, or nothing."""
    return Kind(kind.read, kind.bounds, lambda value: "" if value is None else kind.write(value))


def whole(least: int, most: int) -> Kind[int]:
    """A whole number within bounds."""

    def read(raw: str) -> int:
        if not raw.isascii() or not raw.isdigit() or not least <= int(raw) <= most:
            raise ValueError(f"must be a whole number from {least} to {most}, not {raw!r}")
        return int(raw)

    return Kind(read, f"{least} to {most}")


def seconds(least: float, most: float) -> Kind[timedelta]:
    """A length of time in seconds, within bounds."""

    def read(raw: str) -> timedelta:
        try:
            value = float(raw)
        except ValueError:
            value = float("nan")
        if not least <= value <= most:
            raise ValueError(f"must be a number of seconds from {least} to {most}, not {raw!r}")
        return timedelta(seconds=value)

    return Kind(read, f"{least} to {most} seconds", lambda value: f"{value.total_seconds():.12g}")


def switch() -> Kind[bool]:
    """On or off."""

    def read(raw: str) -> bool:
        if raw not in {"on", "off"}:
            raise ValueError(f"must be `on` or `off`, not {raw!r}")
        return raw == "on"

    return Kind(read, "on, off", lambda value: "on" if value else "off")


def one_of(choices: Callable[[str], T], names: Iterable[str]) -> Kind[T]:
    """A member of a closed set."""
    listed = ", ".join(names)

    def read(raw: str) -> T:
        try:
            return choices(raw)
        except ValueError as err:
            raise ValueError(f"must be one of {listed}, not {raw!r}") from err

    return Kind(read, listed)


def url(*schemes: str) -> Kind[str]:
    """A URL of one of the schemes. What it shows of itself hides the password."""

    def read(raw: str) -> str:
        try:
            parts = urlsplit(raw)
            parts.port  # noqa: B018 - reading it is what checks it
        except ValueError as err:
            raise ValueError("is no URL") from err
        if parts.scheme not in schemes or not (parts.netloc or parts.path):
            raise ValueError(f"must be a URL that begins with {' or '.join(f'{scheme}://' for scheme in schemes)}")
        return raw

    return Kind(read, ", ".join(f"{scheme}://…" for scheme in schemes), without_password)


def listing(kind: Kind[str]) -> Kind[tuple[str, ...]]:
    """Values separated by commas; none is fine."""

    def read(raw: str) -> tuple[str, ...]:
        return tuple(kind.read(part.strip()) for part in raw.split(",") if part.strip())

    return Kind(read, f"{kind.bounds}; separated by commas", lambda values: ",".join(map(kind.write, values)))


def origins() -> Kind[tuple[str, ...]]:
    """Origins of web pages (RFC 6454): scheme, host, port and nothing more; no wildcard."""

    def read(raw: str) -> str:
        parts = urlsplit(raw)
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path or parts.query or "*" in raw:
            raise ValueError(f"must be origins like https://example.org, not {raw!r}")
        return raw

    return listing(Kind(read, "origins like https://example.org"))


def networks() -> Kind[tuple[str, ...]]:
    """Addresses or networks."""

    def read(raw: str) -> str:
        try:
            return str(ip_network(raw))
        except ValueError as err:
            raise ValueError(f"must be addresses or networks like 10.0.0.0/8, not {raw!r}") from err

    return listing(Kind(read, "networks like 10.0.0.0/8"))


def without_password(raw: str) -> str:
    """The URL, its password replaced by stars; a query that carries one is hidden whole."""
    parts = urlsplit(raw)
    netloc, query = parts.netloc, parts.query
    if parts.password is not None:
        netloc = f"{parts.username or ''}:{HIDDEN}@{netloc.rpartition('@')[2]}"
    if "password" in query.lower():
        query = HIDDEN
    return (
        urlunsplit((parts.scheme, netloc, parts.path, query, ""))
        if (netloc, query) != (parts.netloc, parts.query)
        else raw
    )

"""Redirect addresses: which may be registered, which match, and how an answer is carried on one."""

import ipaddress
from collections.abc import Iterable, Mapping
from urllib.parse import SplitResult, urlsplit

from authlib.common.urls import add_params_to_uri

from models.sentences import Said, say

_MOST_CHARACTERS = 2_000


def fault(uri: str) -> Said | None:
    """Why the address cannot be registered; null when it can.

    Allowed: https; http on a literal loopback address, any port (RFC 8252 7.3); a private-use scheme in reverse domain
    notation (RFC 8252 7.1). No fragment (RFC 6749 3.1.2), no user information, no wildcard.
    """
    parts = _split(uri)
    if parts is None or len(uri) > _MOST_CHARACTERS or not uri.isascii() or not uri.isprintable() or " " in uri:
        return say("redirect-no-address")
    if "#" in uri or "*" in uri or "\\" in uri or "@" in parts.netloc:
        return say("redirect-parts")
    if parts.scheme == "https" and parts.hostname:
        return None
    if parts.scheme == "http":
        return None if _is_loopback(parts) else say("redirect-http")
    if "." in parts.scheme and not parts.netloc and parts.path.startswith("/"):
        return None
    return say("redirect-scheme")


def is_match(registered: Iterable[str], uri: str) -> bool:
    """Whether the address is one of those registered: to the letter (RFC 9700 4.1.3), but for the port of a loopback one."""
    return any(uri == one or _is_same_but_port(one, uri) for one in registered)


def assures_identity(uri: str) -> bool:
    """Whether whoever answers there is who registered it: not so for loopback ports and schemes that any app can claim."""
    return urlsplit(uri).scheme == "https"


def with_answer(uri: str, parameters: Mapping[str, str]) -> str:
    """The address with the parameters in its query; those that it has stay (RFC 6749 3.1.2)."""
    return str(add_params_to_uri(uri, list(parameters.items())))


def origin(uri: str) -> str:
    """The address as a source of a content security policy: its origin, or its scheme when it has none."""
    parts = urlsplit(uri)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else f"{parts.scheme}:"


def _is_same_but_port(registered: str, uri: str) -> bool:
    known, asked = _split(registered), _split(uri)
    if known is None or asked is None or not _is_loopback(known) or not _is_loopback(asked):
        return False
    return fault(uri) is None and _without_port(known) == _without_port(asked)


def _without_port(parts: SplitResult) -> tuple[str, str | None, str, str]:
    return parts.scheme, parts.hostname, parts.path, parts.query


def _is_loopback(parts: SplitResult) -> bool:
    # Literals only: what `localhost` means is decided by a resolver (RFC 8252 8.3).
    try:
        address = ipaddress.ip_address(parts.hostname or "")
    except ValueError:
        return False
    return parts.scheme == "http" and str(address) in {"127.0.0.1", "::1"}


def _split(uri: str) -> SplitResult | None:
    try:
        parts = urlsplit(uri)
        _ = parts.port  # raises when it is no number
    except ValueError:
        return None
    return parts if parts.scheme else None

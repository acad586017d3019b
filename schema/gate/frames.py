"""Frames of graphql-transport-ws: what a client may say, read strictly."""

from dataclasses import dataclass
from typing import Any

from schema.gate import body, request
from schema.gate.body import Malformed
from schema.gate.request import IllFormed, Request

PROTOCOL = "graphql-transport-ws"
_MAX_KEY = 100
TOO_MANY = 4420
"""Ours: one person has too many sockets."""
TOO_SLOW = 4413
"""Ours: the peer reads more slowly than events come; the reason holds a cursor."""
_MAX_REASON_BYTES = 123  # RFC 6455 5.5: control frames carry at most 125 bytes, two of them the code


class Closed(Exception):
    """The socket ends, with this code and reason; without a code it is gone already."""

    def __init__(self, code: int | None = None, reason: str = "") -> None:
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = reason.encode()[:_MAX_REASON_BYTES].decode(errors="ignore")


@dataclass(frozen=True, slots=True)
class Init:
    """`connection_init`."""

    payload: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Subscribe:
    """`subscribe`: carry out an operation under this id."""

    id: str
    request: Request
    supersedes: str | None = None
    """The key, of the client's choice, under which a newer query takes the place of an older one."""


@dataclass(frozen=True, slots=True)
class Complete:
    """`complete`: the client has heard enough."""

    id: str


@dataclass(frozen=True, slots=True)
class Ping:
    """`ping`, to be answered with its own payload."""

    payload: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Pong:
    """`pong`."""


Frame = Init | Subscribe | Complete | Ping | Pong


def read(message: dict[str, Any], max_bytes: int) -> Frame:
    """The frame inside a message of the socket.

    Raises:
        Closed: 4400 when it is none of the protocol, 1009 when it is too big.
    """
    text = message.get("text")
    if text is None:
        raise _bad("frames are text, not binary")
    if len(text) > max_bytes or len(text.encode(errors="replace")) > max_bytes:
        raise Closed(1009, f"a frame has at most {max_bytes} bytes")
    try:
        return _frame(body.parsed(text))
    except (Malformed, IllFormed) as err:
        raise _bad(str(err)) from err


def written(kind: str, *, id_: str | None = None, payload: object = None) -> bytes:
    """A frame of ours."""
    frame: dict[str, object] = {"type": kind}
    if id_ is not None:
        frame["id"] = id_
    if payload is not None:
        frame["payload"] = payload
    return body.written(frame)


def head(id_: str) -> bytes:
    """A `next` frame up to its payload, which is shared by all who get it; a brace closes it."""
    return b'{"id":' + body.written(id_) + b',"type":"next","payload":'


def _frame(value: Any) -> Frame:  # noqa: ANN401 - JSON may be anything; this is where it gets its type
    if not isinstance(value, dict):
        raise _bad("a frame is one JSON object")
    payload = value.get("payload")
    match value.get("type"):
        case "connection_init":
            return Init(_object(payload) or {})
        case "ping":
            return Ping(_object(payload))
        case "pong":
            _object(payload)
            return Pong()
        case "subscribe":
            return _subscribe(_id(value), request.of(payload))
        case "complete":
            return Complete(_id(value))
        case _:
            raise _bad("this type of frame is unknown")


def _object(payload: Any) -> dict[str, Any] | None:  # noqa: ANN401 - JSON may be anything
    if payload is not None and not isinstance(payload, dict):
        raise _bad("`payload` must be an object or null")
    return payload


def _subscribe(id_: str, asked: Request) -> Subscribe:
    key = asked.extensions.get("supersedes")
    if key is not None and not (isinstance(key, str) and 0 < len(key) <= _MAX_KEY):
        raise _bad(f"`supersedes` must be a string of at most {_MAX_KEY} characters")
    return Subscribe(id_, asked, key)


def _id(value: dict[str, Any]) -> str:
    id_ = value.get("id")
    if not isinstance(id_, str) or not id_:
        raise _bad("`id` must be a string that is not empty")
    return id_


def _bad(reason: str) -> Closed:
    return Closed(4400, reason)

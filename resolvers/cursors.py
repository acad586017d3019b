"""Cursors: the sort values of a row, signed, so that nobody can make one up or use one on another list."""

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from models.paging import Position
from models.sentences import say
from resolvers.errors import InvalidInput

_TAG_BYTES = 16  # half of HMAC-SHA-256: RFC 2104 5 asks for no less
_MOST_CHARACTERS = 4_000  # a term of 200 code points, escaped, fits several times
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Signer:
    """Holds the key. Until one is configured it is random: cursors end with the process."""

    def __init__(self) -> None:
        self.key = secrets.token_bytes(32)

    def tag(self, fingerprint: str, payload: bytes) -> bytes:
        """What proves that we wrote the payload for the list with this fingerprint."""
        listed = hashlib.sha256(fingerprint.encode()).digest()
        return hmac.digest(self.key, listed + payload, "sha256")[:_TAG_BYTES]


_SIGNER = Signer()


def configure(key: bytes) -> None:
    """Cursors are signed with this key from now on. Called once, at start."""
    _SIGNER.key = key


def sign(fingerprint: str, position: Sequence[object]) -> str:
    """The cursor of the row with these sort values in the list with this fingerprint."""
    payload = json.dumps([_plain(value) for value in position], ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_SIGNER.tag(fingerprint, payload) + payload).decode().rstrip("=")


def read(cursor: str, fingerprint: str, types: Sequence[str], *, path: tuple[str, ...] = ("after",)) -> Position:
    """The sort values in a cursor of this list; `types` are their SQL types.

    Raises:
        InvalidInput: we did not make this cursor, or not for this list and order.
    """
    sealed = _decoded(cursor)
    tag, payload = sealed[:_TAG_BYTES], sealed[_TAG_BYTES:]
    if not hmac.compare_digest(tag, _SIGNER.tag(fingerprint, payload)):
        raise InvalidInput(say("strange-cursor"), path=path, constraint="cursor")
    return tuple(_PARSERS[kind](value) for kind, value in zip(types, json.loads(payload), strict=True))


def _decoded(cursor: str) -> bytes:
    if len(cursor) > _MOST_CHARACTERS or not cursor.isascii():
        return b""
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        return b""


def _plain(value: object) -> str | int | float:
    match value:
        case datetime():
            return (value - _EPOCH) // timedelta(microseconds=1)
        case str() | int() | float():
            return value
        case _:
            return str(value)


def _instant(microseconds: int) -> datetime:
    return _EPOCH + timedelta(microseconds=microseconds)


_PARSERS: dict[str, Callable[..., str | int | float | datetime | UUID]] = {
    "text": str,
    "int": int,
    "float8": float,
    "timestamptz": _instant,
    "uuid": UUID,
}

"""Cursors of the event stream: an epoch and a number, signed, so that nobody can make one up."""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass, field

from models import outbox
from models.errors import Refusal

_PURPOSE = b"begrip event cursor v1\0"
_MAC_BYTES = 12
_MAX_LENGTH = 200


class BadCursor(Refusal):
    """The cursor was not made by this server, or is one of another kind."""

    code = "BAD_USER_INPUT"

    def __init__(self) -> None:
        super().__init__("this is not a cursor of the event stream", path=("after",))


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the stream: just after the event with number `seq`. The epoch changes on a restore of the database."""

    epoch: str
    seq: int


@dataclass(slots=True)
class Signer:
    """Signs and reads cursors with one secret."""

    key: bytes = field(default=b"", repr=False)

    def configure(self, key: bytes) -> None:
        """Cursors are signed with this secret from now on, and with this alone."""
        self.key = key

    def mac(self, text: bytes) -> bytes:
        """The signature of a position.

        Raises:
            RuntimeError: no secret was configured.
        """
        if not self.key:
            raise RuntimeError("subscriptions.cursor.configure was not called")
        return hmac.digest(self.key, _PURPOSE + text, hashlib.sha256)[:_MAC_BYTES]


SIGNER = Signer()


def configure(key: bytes) -> None:
    """Cursors are signed with this secret; called once, at start."""
    SIGNER.configure(key)


def write(position: Position) -> str:
    """The position as clients hold it."""
    text = f"{position.epoch}.{position.seq}".encode()
    return base64.urlsafe_b64encode(SIGNER.mac(text) + text).rstrip(b"=").decode()


def read(cursor: str) -> Position:
    """The position that a client holds.

    Raises:
        BadCursor: forged, cut short, or a cursor of something else.
    """
    try:
        raw = base64.b64decode(cursor[:_MAX_LENGTH] + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error) as err:
        raise BadCursor from err
    mac, text = raw[:_MAC_BYTES], raw[_MAC_BYTES:]
    if not hmac.compare_digest(mac, SIGNER.mac(text)):
        raise BadCursor
    epoch, _, seq = text.decode().rpartition(".")
    position = Position(epoch, int(seq))
    # Base64 has spare bits: of the texts that decode alike only the one we wrote is a cursor.
    if write(position) != cursor:
        raise BadCursor
    return position


async def now() -> str:
    """The position of the stream, never newer than data read after this call."""
    head = await outbox.head()
    return write(Position(head.epoch, head.seq))


async def at(seq: int) -> str:
    """The cursor just after the event with this number, in the present epoch."""
    head = await outbox.head()
    return write(Position(head.epoch, min(seq, head.seq)))

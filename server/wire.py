"""WebSockets whose frames go straight to the transport: uvicorn's protocol, with a wire that the gate may write on."""

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode
from websockets.http11 import Request

from schema.gate.wire import EXTENSION

_CLOSE_SECONDS = 5.0
# What stands before the close is at most the mark of the transport and one frame: a minute is 5 kB a second.
_LAST_SECONDS = 60.0
_GOODBYE_SECONDS = 2.0
# RFC 6455 5.2: the head of a final text frame that is not masked, with a length of 7, 16 or 64 bits.
_TEXT = 0x81
_SHORT, _MEDIUM = 126, 0x10000


class SocketProtocol(WebSocketsSansIOProtocol):
    """Offers `schema.gate.wire` an open socket. Compression must be off: frames are written as they are."""

    def handle_connect(self, event: Request) -> None:
        """The application runs, and finds the wire among the extensions of its scope."""
        super().handle_connect(event)
        if hasattr(self, "scope"):
            extensions: dict[str, Any] = self.scope["extensions"]
            extensions[EXTENSION] = DirectWire(self)

    def send_receive_event_to_app(self) -> None:
        """The message waits for the application; text that is no UTF-8 closes the socket.

        uvicorn logs such text as a defect of ours, and fails altogether when a close came along with it.
        """
        is_taken = not self.close_sent and self.curr_msg_data_type == "text"
        if not is_taken or _is_utf8(b"".join(self.frames)):
            super().send_receive_event_to_app()
            return
        self.frames = []
        self.queue.put_nowait({"type": "websocket.disconnect", "code": CloseCode.INVALID_DATA, "reason": ""})
        self.conn.fail(CloseCode.INVALID_DATA)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self.transport.close()

    def shutdown(self) -> None:
        """The socket is closed; one that takes nothing is cut off, or the server would wait for it."""
        super().shutdown()
        self.loop.call_later(_GOODBYE_SECONDS, self.transport.abort)


class DirectWire:
    """Frames of an open socket, written without a coroutine each."""

    __slots__ = ("_protocol",)

    def __init__(self, protocol: SocketProtocol) -> None:
        self._protocol = protocol

    @property
    def is_ready(self) -> bool:
        """Whether the buffer of the transport is below its mark."""
        return self._protocol.writable.is_set()

    def write(self, text: bytes) -> None:
        """The frame goes out at the end of this turn of the loop, together with others of the turn."""
        protocol = self._protocol
        if protocol.close_sent or protocol.disconnected:
            return
        size = len(text)
        if size < _SHORT:
            head = bytes((_TEXT, size))
        elif size < _MEDIUM:
            head = bytes((_TEXT, _SHORT, size >> 8, size & 0xFF))
        else:
            head = bytes((_TEXT, 127)) + size.to_bytes(8, "big")
        protocol.transport.write(head + text)

    async def drained(self) -> None:
        """The buffer is below its mark, or the peer is gone."""
        await self._protocol.writable.wait()

    async def close(self, code: int, reason: str) -> None:
        """The peer was told; if it does not answer in time, or takes nothing, it is cut off.

        The close stands behind what the peer has not taken yet: as long as it takes, it may come to it.
        """
        protocol = self._protocol
        transport = protocol.transport
        if protocol.close_sent or protocol.disconnected or transport.is_closing():
            return
        protocol.conn.send_close(code, reason)
        transport.write(b"".join(protocol.conn.data_to_send()))
        protocol.close_sent = True
        if protocol.read_paused:
            protocol.read_paused = False
            transport.resume_reading()
        self._wait(self._protocol.loop.time() + _LAST_SECONDS)

    def _wait(self, until: float) -> None:
        protocol = self._protocol
        left = protocol.transport.get_write_buffer_size()
        protocol.close_timer = protocol.loop.call_later(_CLOSE_SECONDS, self._look, left, until)

    def _look(self, before: int, until: float) -> None:
        protocol = self._protocol
        if protocol.transport.get_write_buffer_size() < before and protocol.loop.time() < until:
            self._wait(until)
        else:
            protocol.transport.abort()


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True

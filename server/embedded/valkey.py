"""The embedded Valkey (Redis protocol): its command line and its readiness."""

import signal
import socket
from dataclasses import dataclass
from pathlib import Path

from server.embedded import postgres, processes
from server.embedded.natives import Natives
from server.embedded.processes import Account
from server.embedded.supervisor import Child

_PHASE = 1
_PING = b"*1\r\n$4\r\nPING\r\n"


@dataclass(frozen=True, slots=True)
class Store:
    """One Valkey: where its data, its socket and its log lie, and who runs it."""

    natives: Natives
    account: Account | None
    data: Path
    sockets: Path
    log: Path
    is_careless: bool = False

    @property
    def socket(self) -> Path:
        """Its only door."""
        return self.sockets / "valkey.sock"

    @property
    def url(self) -> str:
        """As redis-py reads it."""
        return f"unix://{self.socket}?db=0"

    def child(self) -> Child:
        """How to start it. Keys with a time to live may be evicted; streams and sessions have none, and stay."""
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.data),
            "pidfile": str(self.data / "valkey.pid"),
            "appendonly": "no" if self.is_careless else "yes",
            "appendfsync": "everysec",
            "save": "",
            "maxmemory": "256mb",
            "maxmemory-policy": "volatile-lru",
            "set-proc-title": "no",  # the command line is how a leftover is recognised
            "daemonize": "no",
        }
        words = [word for name, value in options.items() for word in (f"--{name}", value)]
        return Child(
            name="valkey",
            argv=(str(self.natives.valkey_server), *words),
            phase=_PHASE,
            account=self.account,
            environment=processes.native_environment(),
            log=self.log,
        )

    def is_ready(self) -> bool:
        """Whether it answers, which it does not while it reads its data."""
        try:
            with socket.socket(socket.AF_UNIX) as door:
                door.settimeout(1)
                door.connect(str(self.socket))
                door.sendall(_PING)
                return door.recv(16).startswith(b"+PONG")
        except OSError:
            return False

    def end_leftover(self) -> None:
        """No Valkey that an earlier supervisor left behind uses these data any more."""
        postgres.end_leftover(self.data / "valkey.pid", str(self.data), signal.SIGTERM)

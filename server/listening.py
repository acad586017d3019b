"""The listening socket: made by the supervisor, or by the server itself when nobody made one."""

import os
import socket

from server.setting import WrongSetting
from server.settings import Settings

VARIABLE = "BEGRIP_SOCKET"
"""Set by the supervisor for its child, never by people: the number of the listening descriptor."""
_BACKLOG = 2048


def inherited() -> socket.socket | None:
    """The socket that the supervisor keeps open, so that no connection is refused while a server is replaced."""
    descriptor = os.environ.pop(VARIABLE, "")
    return socket.socket(fileno=int(descriptor)) if descriptor.isdigit() else None


def listen(chosen: Settings) -> socket.socket:
    """A listening socket.

    Raises:
        WrongSetting: the address is not ours, or the port is taken.
    """
    family = socket.AF_INET6 if ":" in chosen.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((chosen.host, chosen.port))
    except OSError as err:
        made.close()
        variable = "BEGRIP_HOST" if isinstance(err, socket.gaierror) else "BEGRIP_PORT"
        reason = f"cannot listen on {chosen.host} port {chosen.port}: {err.strerror or err}"
        raise WrongSetting(variable, reason) from err
    made.listen(_BACKLOG)
    return made


def url(listening: socket.socket) -> str:
    """How this machine reaches the socket."""
    host, port = listening.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104 - read
    return f"http://{shown}:{port}"

"""A pipe that only the supervisor can write to: when it ends, so does the process that holds the other end."""

import os
import signal
import threading
import time

VARIABLE = "BEGRIP_LIFELINE"
"""Set by the supervisor for its children, never by people: the number of the descriptor."""
_GRACE_SECONDS = 5.0


def hold() -> None:
    """This process ends within seconds of the supervisor's death; nothing happens when there is no supervisor."""
    descriptor = os.environ.pop(VARIABLE, "")
    if descriptor.isdigit():
        threading.Thread(target=_watch, args=(int(descriptor),), name="lifeline", daemon=True).start()


def _watch(descriptor: int) -> None:
    os.set_inheritable(descriptor, False)  # noqa: FBT003 - the function takes no keyword
    while os.read(descriptor, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE_SECONDS)
    os._exit(1)

"""Where the database and Redis are reached: as told, else those of the running server, else embedded for a command's time."""

import contextlib
import os
import signal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from server import home
from server.embedded import folders, processes, runtime, services
from server.embedded.guard import Guard
from server.embedded.processes import Known
from server.embedded.runtime import Runtime
from server.embedded.supervisor import Supervisor
from server.settings import Settings


@dataclass(frozen=True, slots=True)
class Urls:
    """The connections of one process. They may hold passwords: never print them."""

    database_url: str
    owner_url: str
    redis_url: str
    replica_url: str | None = None


class StillStarting(Exception):
    """The server was started, and has no database yet."""

    def __init__(self) -> None:
        super().__init__("begrip is still starting: try again when it has printed its URL")


@contextlib.contextmanager
def urls(settings: Settings) -> Iterator[Urls]:
    """Connections for one command.

    Raises:
        StillStarting: a server is about to run on the data folder.
    """
    if settings.database_url is not None and settings.redis_url is not None:
        yield given(settings, database_url="", owner_url="", redis_url="")
        return
    folder = home.folder(settings)
    found = runtime.living(folder)
    if found is not None:
        if not found.redis_url:
            raise StillStarting
        yield given(settings, database_url=found.database_url, owner_url=found.owner_url, redis_url=found.redis_url)
        return
    with runtime.lock(folder) as descriptor, started(settings, folder, descriptor) as (_, chosen):
        yield chosen


@contextlib.contextmanager
def started(settings: Settings, folder: Path, lock: int) -> Iterator[tuple[Supervisor, Urls]]:
    """A supervisor with what the settings do not give: embedded PostgreSQL, embedded Valkey, both, or neither.

    The folder must be locked. Everything the supervisor was given has ended afterwards.
    """
    end_leftovers(runtime.read(folder))
    runtime.write(folder, Runtime(supervisor=processes.known(os.getpid()), database_url="", owner_url="", redis_url=""))
    guard = Guard((lock,))
    supervisor = Supervisor(guard)
    try:
        chosen = _started(settings, folder, supervisor, guard)
        note(folder, chosen, children=supervisor.known)
        yield supervisor, chosen
    finally:
        supervisor.stop()
        guard.close()
        runtime.remove(folder)


def note(folder: Path, chosen: Urls, *, url: str = "", children: Mapping[str, Known] | None = None) -> None:
    """Second commands can read what runs here, and the next start what may be left over."""
    described = Runtime(
        supervisor=processes.known(os.getpid()),
        database_url=chosen.database_url,
        owner_url=chosen.owner_url,
        redis_url=chosen.redis_url,
        url=url,
        children=children or {},
    )
    runtime.write(folder, described)


def given(settings: Settings, *, database_url: str, owner_url: str, redis_url: str) -> Urls:
    """What the settings say; where they say nothing, the other values."""
    if settings.database_url is not None:
        database_url, owner_url = settings.database_url, settings.owner_url or settings.database_url
    return Urls(database_url, owner_url, settings.redis_url or redis_url, settings.replica_url)


def end_leftovers(last: Runtime | None) -> None:
    """What a supervisor and its watchdog left behind, when both were killed, has ended: users of the database first."""
    children: dict[str, Known] = {} if last is None else dict(last.children)
    polite = {"postgres": (2, signal.SIGINT), "valkey": (1, signal.SIGTERM)}
    for name in sorted(children, key=lambda name: polite.get(name, (0, signal.SIGTERM))[0]):
        phase, number = polite.get(name, (0, signal.SIGTERM))
        processes.end(children[name], number, seconds=20 if phase else 3)


def _started(settings: Settings, folder: Path, supervisor: Supervisor, guard: Guard) -> Urls:
    if settings.database_url is not None and settings.redis_url is not None:
        return given(settings, database_url="", owner_url="", redis_url="")
    planned = services.plan(folder, folders.sockets(folder, processes.service_account()), supervisor)
    if settings.database_url is None:
        services.start_postgres(planned, guard)
    if settings.redis_url is None:
        services.start_valkey(planned)
    return given(settings, database_url=planned.database_url, owner_url=planned.owner_url, redis_url=planned.redis_url)

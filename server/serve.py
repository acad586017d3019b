"""`begrip serve`: in development the whole tree under one supervisor, in production the HTTP process alone."""

import os
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import click

from models import migrate
from resolvers import accounts
from server import bootstrap, connections, home, lifeline, listening, logs, signals
from server.connections import Urls
from server.embedded import runtime
from server.embedded.supervisor import Child, Supervisor
from server.settings import Settings

# -P: a module of the current folder must not take the place of one of ours.
_HTTP = ("-P", "-m", "server.http")
_WORKER = ("-P", "-m", "server.cli", "worker")
_LOOK_SECONDS = 0.1
_READY_SECONDS = 60.0
_ORPHAN_SECONDS = 5.0
_MARGIN = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Plumbing:
    """What the children inherit: the listening socket, and the pipe that tells them that we still live."""

    socket: socket.socket
    lifeline: int

    @property
    def url(self) -> str:
        """How this machine reaches the server."""
        return listening.url(self.socket)


def run(settings: Settings) -> None:
    """The server ran until it was told to stop."""
    if settings.is_production:
        # No supervisor: the container runtime is one. The HTTP process takes our place and our number.
        os.execve(sys.executable, (sys.executable, *_HTTP), _environment())  # noqa: S606 - our own module
    logs.configure(settings)
    with signals.stopping() as asked:
        try:
            _supervise(settings, lambda: asked.is_hurried)
        except signals.Stopped:
            click.echo("Begrip has stopped.", err=True)


def _supervise(settings: Settings, is_hurried: Callable[[], bool]) -> None:
    folder = home.folder(settings)
    launcher = signals.Launcher()
    with runtime.lock(folder) as lock, listening.listen(settings) as door:
        read_end, _ = os.pipe()  # we never write: our death closes the other end
        plumbing = Plumbing(door, read_end)
        with connections.started(settings, folder, lock) as (supervisor, urls):
            try:
                _start(settings, folder, supervisor, urls, plumbing)
                while True:
                    if supervisor.tend():
                        connections.note(folder, urls, url=plumbing.url, children=supervisor.known)
                    launcher.wait(_LOOK_SECONDS)
            finally:
                supervisor.stop(is_hurried=is_hurried)


def _start(settings: Settings, folder: Path, supervisor: Supervisor, urls: Urls, plumbing: Plumbing) -> None:
    """The store is at head, the first administrator exists, server and worker run, and the operator knows where."""
    migrate.upgrade(urls.owner_url)
    migrate.rekey(urls.owner_url)
    if settings.sample:
        bootstrap.sample(settings, urls)
    server = _child("server", _HTTP, settings, folder, urls, plumbing)
    supervisor.add(server, is_ready=lambda: _answers(f"{plumbing.url}/readyz"), seconds=_READY_SECONDS)
    supervisor.add(_child("worker", _WORKER, settings, folder, urls, plumbing))
    click.echo(f"\nBegrip is ready: {plumbing.url}/graphql\nData: {folder}")
    secret = bootstrap.first_administrator(settings, urls)  # last: a start that failed earlier has not used it up
    if secret is not None:
        click.echo(f"First administrator: {accounts.FIRST_ADMINISTRATOR}, password (works once): {secret}")
    click.echo("Stop with Ctrl-C.\n")
    connections.note(folder, urls, url=plumbing.url, children=supervisor.known)


def _child(
    name: str, words: tuple[str, ...], settings: Settings, folder: Path, urls: Urls, plumbing: Plumbing
) -> Child:
    environment = {
        **_environment(),
        "BEGRIP_DATA_DIR": str(folder),
        "BEGRIP_PUBLIC_URL": settings.public_url or plumbing.url,
        "DATABASE_URL": urls.database_url,
        "DATABASE_OWNER_URL": urls.owner_url,
        "REDIS_URL": urls.redis_url,
        listening.VARIABLE: str(plumbing.socket.fileno()),
        lifeline.VARIABLE: str(plumbing.lifeline),
    }
    is_server = name == "server"
    return Child(
        name=name,
        argv=(sys.executable, *words),
        phase=0,
        stop_seconds=(settings.drain + _MARGIN).total_seconds(),
        orphan_seconds=_ORPHAN_SECONDS,
        environment=environment if is_server else {k: v for k, v in environment.items() if k != listening.VARIABLE},
        descriptors=(plumbing.lifeline, plumbing.socket.fileno()) if is_server else (plumbing.lifeline,),
    )


def _environment() -> dict[str, str]:
    """Ours, with our rooms on the path."""
    path = os.pathsep.join(filter(None, (str(home.PROJECT), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path}


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=1) as answer:  # noqa: S310 - our own http URL
            return bool(answer.status == 200)  # noqa: PLR2004 - HTTP's word for yes
    except (OSError, urllib.error.URLError):
        return False

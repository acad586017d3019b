"""The stage: engines, our server as production starts it, its two rivals, each on the core that the load does not use."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models import migrate
from server.embedded import services
from server.embedded.services import Services

PROJECT = Path(__file__).resolve().parents[2]
PEER = PROJECT / "benchmarks" / "peers" / "live"
PASSWORD = "a long walk to the harbour"  # noqa: S105 - of a server that ends with this process
SERVER_CORE, LOAD_CORE = 0, 1
_EMAIL = "editor@example.org"
_SIGN_IN = "mutation ($i: SignInInput!) { signIn(input: $i) { tokens { accessToken } errors { message } } }"
_CHANGE = "mutation ($i: ChangePasswordInput!) { changePassword(input: $i) { errors { message } } }"


@dataclass(frozen=True, slots=True)
class Engines:
    """PostgreSQL and Valkey, and the settings with which our processes find them."""

    running: Services
    environment: dict[str, str]

    @property
    def dsn(self) -> str:
        """For clients that speak plain libpq."""
        return self.running.owner_url


@dataclass(frozen=True, slots=True)
class Server:
    """One of those that are compared."""

    name: str
    process: subprocess.Popen[bytes]
    port: int


@contextmanager
def engines() -> Iterator[Engines]:
    """Both engines, an empty store, and a worker that numbers events, until the end of the block."""
    with services.temporary() as running:
        migrate.upgrade(running.owner_url)
        environment = {
            **os.environ,
            "PYTHONPATH": str(PROJECT),
            "BEGRIP_ENV": "production",
            "BEGRIP_SECRET_KEY": "a secret of the benchmark, 32 letters",
            "BEGRIP_TRACES": "off",
            "BEGRIP_LOG_LEVEL": "warning",
            "BEGRIP_RATE_POINTS": "0",
            "BEGRIP_SOCKETS_PER_ADDRESS": "20000",
            "BEGRIP_SOCKETS_PER_USER": "20000",
            "DATABASE_URL": running.database_url,
            "DATABASE_OWNER_URL": running.owner_url,
            "REDIS_URL": running.redis_url,
            "BEGRIP_PUBLIC_URL": "http://127.0.0.1",
        }
        worker = subprocess.Popen(_pinned(LOAD_CORE, sys.executable, "-m", "server.cli", "worker"), env=environment)
        try:
            yield Engines(running, environment)
        finally:
            worker.terminate()
            worker.wait(30)


@contextmanager
def ours(engine: Engines) -> Iterator[Server]:
    """Our HTTP process, alone, as `begrip serve` starts it in production."""
    port = _free_port()
    words = (sys.executable, "-P", "-m", "server.http")
    process = subprocess.Popen(
        _pinned(SERVER_CORE, *words), env={**engine.environment, "BEGRIP_PORT": str(port)}, cwd=PROJECT
    )
    with _served("begrip", process, port) as server:
        yield server


@contextmanager
def node(engine: Engines, stream_key: str) -> Iterator[Server]:
    """graphql-ws over ws."""
    port = _free_port()
    words = (_node(), str(PEER / "server.mjs"), str(port), engine.running.redis_url, stream_key, engine.dsn)
    with _served("node", subprocess.Popen(_pinned(SERVER_CORE, *words)), port) as server:
        yield server


@contextmanager
def naive(engine: Engines, stream_key: str) -> Iterator[Server]:
    """Strawberry's own handler."""
    port = _free_port()
    words = (sys.executable, "-m", "benchmarks.live.naive", str(port), engine.running.redis_url, stream_key, engine.dsn)
    with _served("strawberry", subprocess.Popen(_pinned(SERVER_CORE, *words), cwd=PROJECT), port) as server:
        yield server


@contextmanager
def all_three(engine: Engines, stream_key: str) -> Iterator[list[Server]]:
    """The three, at the same time."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(ours(engine)),
            stack.enter_context(node(engine, stream_key)),
            stack.enter_context(naive(engine, stream_key)),
        ]


def editor(engine: Engines, server: Server) -> None:
    """An editor exists, who may read every draft."""
    command = [
        sys.executable,
        "-m",
        "server.cli",
        "user",
        "add",
        "--email",
        _EMAIL,
        "--name",
        "Editor",
        "--role",
        "admin",
    ]
    told = subprocess.run(command, env=engine.environment, capture_output=True, text=True, check=True, cwd=PROJECT)
    secret = told.stdout.split("signs in once with ")[1].split()[0]
    ask(server, _CHANGE, {"i": {"currentPassword": secret, "newPassword": PASSWORD}}, token(server, secret))


def token(server: Server, password: str = PASSWORD) -> str:
    """An access token of the editor; it lives ten minutes."""
    data = ask(server, _SIGN_IN, {"i": {"email": _EMAIL, "password": password}})
    return str(data["signIn"]["tokens"]["accessToken"])


def ask(server: Server, query: str, variables: dict[str, Any], bearer: str | None = None) -> dict[str, Any]:
    """`data` of the answer."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {bearer}"} if bearer else {})
    request = urllib.request.Request(f"http://127.0.0.1:{server.port}/graphql", body, headers)
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - as above
        found: dict[str, Any] = json.load(answer)
    if "errors" in found:
        raise RuntimeError(found["errors"])
    data: dict[str, Any] = found["data"]
    return data


@contextmanager
def _served(name: str, process: subprocess.Popen[bytes], port: int) -> Iterator[Server]:
    try:
        _await_port(process, port)
        yield Server(name, process, port)
    finally:
        process.kill()
        process.wait()


def _await_port(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + 240
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"a server did not start: {process.args!r}")


def _node() -> str:
    found = shutil.which("node")
    if found is None or not (PEER / "node_modules" / "graphql-ws").is_dir():
        raise SystemExit("benchmark: no Node, or its peer is not installed: npm ci --prefix benchmarks/peers/live")
    return found


def _pinned(core: int, *words: str) -> list[str]:
    return ["taskset", "-c", str(core), *words]


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])

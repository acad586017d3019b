"""A place under test: PostgreSQL, Valkey, servers and workers as processes of their own, each of which can be killed alone."""

import atexit
import contextlib
import dataclasses
import functools
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import asyncpg
import httpx

from server import home
from server.embedded import folders, processes, services
from server.embedded.services import Services
from server.embedded.supervisor import Child, Supervisor
from tests.e2e import operations
from tests.reliability.keeper import Keeper

PASSWORD = "a long walk to the harbour"
ADMIN = "admin@example.org"
SECRET_KEY = "a secret of the reliability suite that is long enough"
_SECRET = re.compile(r"signs in once with (\S+)")


@dataclass(slots=True)
class Place:
    """What runs, and how to reach it."""

    folder: Path
    services: Services
    keeper: Keeper
    ports: list[int] = field(default_factory=list)
    workers: int = 0
    token: str = ""
    glossary_id: str = ""
    environment: dict[str, str] = field(default_factory=dict)

    def address(self, number: int = 0) -> str:
        """`host:port` of a server."""
        return f"127.0.0.1:{self.ports[number]}"

    def url(self, number: int = 0) -> str:
        """Where a server takes operations."""
        return f"http://{self.address(number)}/graphql"

    def add_server(self) -> str:
        """The name of one more server, ready."""
        port = free_port()
        self.ports.append(port)
        name = f"server-{self.ports.index(port) + 1}"
        self.keeper.add(self._begrip(name, ["serve"], BEGRIP_PORT=str(port)), lambda: is_ready(port))
        return name

    def add_worker(self) -> str:
        """The name of one more worker."""
        self.workers += 1
        name = f"worker-{self.workers}"
        log = self.log(name)
        self.keeper.add(self._begrip(name, ["worker"]), lambda: "at work" in log.read_text(errors="replace"))
        return name

    def is_back(self, name: str) -> bool:
        """Whether the server or worker does its work, also after it was started again."""
        if name.startswith("server"):
            return is_ready(self.ports[int(name.rpartition("-")[2]) - 1])
        return self.log(name).read_text(errors="replace").count("at work") >= self.keeper.starts[name]

    def log(self, name: str) -> Path:
        """What a process wrote."""
        return self.folder / f"{name}.log"

    def command(self, *words: str) -> str:
        """What a command of begrip printed."""
        answer = subprocess.run(
            [sys.executable, "-P", "-m", "server.cli", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert answer.returncode == 0, answer.stderr + answer.stdout
        return answer.stdout

    def signed_in(self, password: str = PASSWORD) -> str:
        """An access token of the administrator; it lives ten minutes."""
        found = ask(
            dataclasses.replace(self, token=""), operations.SIGN_IN, input={"email": ADMIN, "password": password}
        )
        return str(found["signIn"]["tokens"]["accessToken"])

    async def connect(self) -> asyncpg.Connection:
        """A connection past the application, as the superuser."""
        return await asyncpg.connect(
            host=str(self.services.cluster.sockets), port=5432, user="postgres", database="begrip"
        )

    def _begrip(self, name: str, words: list[str], **more: str) -> Child:
        return Child(
            name=name,
            argv=(sys.executable, "-P", "-m", "server.cli", *words),
            phase=0,
            environment=self.environment | more,
            log=self.log(name),
        )


@contextlib.contextmanager
def opened(
    *,
    servers: int = 1,
    workers: int = 1,
    on_engines: Callable[[Services], None] = lambda _: None,
    disk_megabytes: int = 0,
    settings: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Place]:
    """A place with an administrator who signed in and one public glossary. `settings` are those of servers and workers beside the usual.

    `on_engines` is called when the engines run, and nothing else does. `disk_megabytes`: data lie on a disk of that size, in memory.
    """
    with _bare(_seed(), disk_megabytes, settings) as place:
        on_engines(place.services)
        place.keeper.begin()
        with ThreadPoolExecutor() as pool:  # each start is mostly the reading of modules
            started = [pool.submit(place.add_server) for _ in range(servers)]
            started += [pool.submit(place.add_worker) for _ in range(workers)]
            for one in started:
                one.result()
        place.token = place.signed_in()
        found = ask(place, "{ glossaries(first: 1) { nodes { id } } }")
        place.glossary_id = found["glossaries"]["nodes"][0]["id"]  # type: ignore[index]
        yield place


@functools.cache
def _seed() -> Path:
    """The data folder of a PostgreSQL with a migrated database, the administrator and the glossary; copied for each place."""
    seed = Path(tempfile.mkdtemp(prefix="begrip-seed-", dir="/var/tmp"))
    seed.chmod(0o755)
    atexit.register(folders.remove, seed)
    with _bare(None) as place:
        place.command("migrate")
        secret = _SECRET.search(place.command("user", "add", "--email", ADMIN, "--name", "Admin", "--role", "admin"))
        assert secret
        place.add_server()
        place.token = _first_sign_in(place, secret[1])
        new = {"slug": "letting", "name": "Letting", "isPublic": True, "locales": ["en"]}
        ask(place, operations.CREATE_GLOSSARY, input=new)
        place.keeper.end("server-1")
        place.keeper.end("postgres", signal.SIGINT)
        copied(place.services.cluster.data, seed / "pg")
    return seed / "pg"


def copied(source: Path, target: Path) -> None:
    """The folder is copied with its owners."""
    subprocess.run(["cp", "-a", str(source), str(target)], check=True)


@contextlib.contextmanager
def _bare(
    seed: Path | None, disk_megabytes: int = 0, settings: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Place]:
    """Engines that run, and nothing that uses them."""
    folder = Path(tempfile.mkdtemp(prefix="begrip-reliability-", dir="/var/tmp"))
    folder.chmod(0o755)
    keeper = Keeper()
    if disk_megabytes:
        (folder / "data").mkdir(mode=0o711)
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={disk_megabytes}m,mode=711", "none", folder / "data"], check=True
        )
    try:
        yield _with_engines(folder, keeper, seed, settings)
    finally:
        keeper.close()
        if disk_megabytes:
            subprocess.run(["umount", folder / "data"], check=True)
        if not os.environ.get("BEGRIP_KEEP"):
            folders.remove(folder)


def _with_engines(folder: Path, keeper: Keeper, seed: Path | None, more: Mapping[str, str]) -> Place:
    account = processes.service_account()
    data = folders.data(folder / "data", Path(), account)
    sockets = data / "s"
    sockets.mkdir()
    planned = services.plan(data, folders.own(sockets, account), Supervisor(keeper.guard))
    if seed is None:
        planned.cluster.make(keeper.guard)
    else:
        copied(seed, planned.cluster.data)
    keeper.add(planned.cluster.child(), planned.cluster.is_ready)
    planned.cluster.make_roles()
    planned.store.data.mkdir(exist_ok=True, mode=0o700)
    folders.own(planned.store.data, account)
    keeper.add(planned.store.child(), planned.store.is_ready)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("BEGRIP_", "DATABASE_", "REDIS_", "COVERAGE"))}
    given = {
        "PYTHONPATH": str(home.PROJECT),
        "BEGRIP_ENV": "production",
        "BEGRIP_PUBLIC_URL": "http://begrip.test",
        "BEGRIP_SECRET_KEY": SECRET_KEY,
        "BEGRIP_RATE_POINTS": "0",
        "BEGRIP_REQUEST_TIMEOUT": "60",
        "BEGRIP_SOCKETS_PER_ADDRESS": "100000",
        "BEGRIP_SOCKETS_PER_USER": "100000",
        "DATABASE_URL": planned.database_url,
        "DATABASE_OWNER_URL": planned.owner_url,
        "REDIS_URL": planned.redis_url,
    }
    return Place(folder, planned, keeper, environment={**kept, **given, **more})


def _first_sign_in(place: Place, secret: str) -> str:
    token = place.signed_in(secret)
    change = {"currentPassword": secret, "newPassword": PASSWORD}
    changed = ask(dataclasses.replace(place, token=token), operations.CHANGE_PASSWORD, input=change)
    return str(changed["changePassword"]["tokens"]["accessToken"])


def ask(place: Place, document: str, server: int = 0, **variables: object) -> dict[str, dict[str, dict[str, str]]]:
    """`data` of the answer of a server; an answer with errors is a failure."""
    headers = {"authorization": f"Bearer {place.token}"} if place.token else {}
    body = {"query": document, "variables": variables}
    answer = httpx.post(place.url(server), json=body, headers=headers, timeout=30).json()
    assert "errors" not in answer, answer
    found: dict[str, dict[str, dict[str, str]]] = answer["data"]
    return found


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def is_ready(port: int) -> bool:
    """Whether the server there wants requests."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False

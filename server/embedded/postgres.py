"""The embedded PostgreSQL 18: its cluster, its command line, its roles."""

import shutil
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from server.embedded import folders, processes
from server.embedded.guard import Guard
from server.embedded.natives import Natives
from server.embedded.processes import Account
from server.embedded.supervisor import Child, FailedStart

PORT = 5432
"""Only a part of the socket's name: the server listens on no address."""
OWNER, APP, DATABASE = "begrip_owner", "begrip_app", "begrip"
_MAJOR = "18"
_PHASE = 2

_INITDB = (
    "--username=postgres",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--auth-local=trust",  # the socket's folder, mode 0700, is the lock on the door
    "--auth-host=scram-sha-256",
    "--no-instructions",
)
_SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "max_parallel_workers_per_gather": "0",  # containers give /dev/shm 64 MB, which parallel plans overrun
    "timezone": "UTC",
    "log_timezone": "UTC",
    "cluster_name": "begrip",
}
_CARELESS = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "autovacuum": "off"}
"""For tests: a machine that crashes loses everything, a process that crashes loses nothing."""

_ROLES = f"""
SELECT 'CREATE ROLE {OWNER} LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{OWNER}') \\gexec
SELECT 'CREATE ROLE {APP} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE'
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP}') \\gexec
SELECT 'CREATE DATABASE {DATABASE} OWNER {OWNER}'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{DATABASE}') \\gexec
\\connect {DATABASE}
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {APP};
GRANT USAGE ON SCHEMA public TO {APP};
"""  # noqa: S608 - names of ours


@dataclass(frozen=True, slots=True)
class Cluster:
    """One PostgreSQL: where its data, its socket and its log lie, and who runs it."""

    natives: Natives
    account: Account | None
    data: Path
    sockets: Path
    log: Path
    is_careless: bool = False

    def url(self, role: str, database: str) -> str:
        """A libpq URL through the socket; asyncpg and Tortoise take this form, and not the percent-encoded host."""
        return f"postgresql://{role}@/{database}?host={self.sockets}&port={PORT}"

    def child(self) -> Child:
        """How to start it. SIGINT is its fast shutdown: sessions end, a checkpoint is written."""
        settings = _SETTINGS | {"unix_socket_directories": str(self.sockets)} | (_CARELESS if self.is_careless else {})
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        return Child(
            name="postgres",
            argv=(str(self.natives.postgres("postgres")), "-D", str(self.data), *options),
            phase=_PHASE,
            stop_signal=signal.SIGINT,
            account=self.account,
            environment=processes.native_environment(),
            log=self.log,
        )

    def is_ready(self) -> bool:
        """Whether it accepts connections."""
        command = [str(self.natives.postgres("pg_isready")), "-q", "-h", str(self.sockets), "-p", str(PORT)]
        return processes.run(command).returncode == 0

    def make(self, guard: Guard) -> None:
        """The cluster exists. It is made under another name, then renamed: a killed initdb leaves no half of one.

        Raises:
            FailedStart: initdb failed, or the data were written by another version of PostgreSQL.
        """
        version = self.data / "PG_VERSION"
        if self.data.exists():
            found = version.read_text().strip() if version.exists() else "unknown"
            if found != _MAJOR:
                raise FailedStart(
                    f"{self.data} holds data of PostgreSQL {found}, not {_MAJOR}: dump it, or move it away"
                )
            return
        unfinished = self.data.with_name(f"{self.data.name}.tmp")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        folders.own(unfinished, self.account)
        self._initdb(unfinished, guard)
        unfinished.rename(self.data)

    def make_roles(self) -> None:
        """The two roles and the database exist.

        Raises:
            FailedStart: psql said no.
        """
        psql = [
            str(self.natives.postgres("psql")),
            "-X",
            "-q",
            "-v",
            "ON_ERROR_STOP=1",
            self.url("postgres", "postgres"),
        ]
        answer = processes.run(psql, text=_ROLES)
        if answer.returncode != 0:
            raise FailedStart(f"the roles of the embedded PostgreSQL could not be made: {answer.stderr.strip()}")

    def end_leftover(self) -> None:
        """No PostgreSQL that an earlier supervisor left behind uses these data any more."""
        end_leftover(self.data / "postmaster.pid", str(self.data), signal.SIGINT)

    def _initdb(self, folder: Path, guard: Guard) -> None:
        haste = ("--no-sync",) if self.is_careless else ()
        command = [str(self.natives.postgres("initdb")), "-D", str(folder), *_INITDB, *haste]
        with self.log.open("ab") as log:
            process = processes.start(
                command, account=self.account, environment=processes.native_environment(), output=log
            )
        guard.watch(process.pid, phase=_PHASE, number=signal.SIGTERM, seconds=2)
        is_over = processes.wait_until(process, seconds=120)
        if not is_over:
            process.kill()
        guard.forget(process.pid)
        if process.wait() != 0:
            raise FailedStart(f"initdb failed{' (120 seconds were not enough)' if not is_over else ''}: see {self.log}")


def end_leftover(pid_file: Path, mark: str, number: signal.Signals) -> None:
    """The process named by the file has ended, when its command line shows that it is the one we mean."""
    try:
        pid = int(pid_file.read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return
    if mark in processes.command_line(pid):
        processes.end(processes.known(pid), number, seconds=20)


def rotate(log: Path, *, max_bytes: int = 10 * 1024 * 1024) -> Path:
    """The log, the former one put aside when it had grown large."""
    log.parent.mkdir(exist_ok=True, mode=0o700)
    if log.exists() and log.stat().st_size > max_bytes:
        log.replace(log.with_suffix(f".{time.strftime('%Y%m%d%H%M%S')}.log"))
    return log

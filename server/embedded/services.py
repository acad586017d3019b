"""PostgreSQL and Valkey, started together or apart, and the URLs that lead to them."""

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from server.embedded import folders, natives, postgres, processes
from server.embedded.guard import Guard
from server.embedded.postgres import Cluster
from server.embedded.supervisor import Supervisor
from server.embedded.valkey import Store


@dataclass(frozen=True, slots=True)
class Services:
    """Where the embedded servers are reached."""

    cluster: Cluster
    store: Store
    supervisor: Supervisor

    @property
    def database_url(self) -> str:
        """For the server: no superuser, no way around row-level security."""
        return self.cluster.url(postgres.APP, postgres.DATABASE)

    @property
    def owner_url(self) -> str:
        """For migrations."""
        return self.cluster.url(postgres.OWNER, postgres.DATABASE)

    @property
    def admin_url(self) -> str:
        """The superuser, in the database `postgres`."""
        return self.cluster.url("postgres", "postgres")

    @property
    def redis_url(self) -> str:
        """For events and cache."""
        return self.store.url

    def url(self, role: str, database: str) -> str:
        """Any role in any database."""
        return self.cluster.url(role, database)


def plan(data: Path, sockets: Path, supervisor: Supervisor, *, is_careless: bool = False) -> Services:
    """The services of a data folder, not yet running."""
    account = processes.service_account()
    found = natives.find(account)
    logs = data / "logs"
    return Services(
        Cluster(found, account, data / "pg", sockets, postgres.rotate(logs / "postgres.log"), is_careless),
        Store(found, account, data / "valkey", sockets, postgres.rotate(logs / "valkey.log"), is_careless),
        supervisor,
    )


def start_postgres(services: Services, guard: Guard) -> None:
    """PostgreSQL accepts connections; roles and database exist. Crash recovery is waited for."""
    services.cluster.end_leftover()
    services.cluster.make(guard)
    services.supervisor.add(services.cluster.child(), is_ready=services.cluster.is_ready)
    services.cluster.make_roles()


def start_valkey(services: Services) -> None:
    """Valkey answers."""
    services.store.end_leftover()
    services.store.data.mkdir(exist_ok=True, mode=0o700)
    folders.own(services.store.data, services.store.account)
    services.supervisor.add(services.store.child(), is_ready=services.store.is_ready)


@contextlib.contextmanager
def temporary(folder: Path | None = None) -> Iterator[Services]:
    """Both services in a folder that is gone afterwards, without fsync; gone too when this process is killed."""
    account = processes.service_account()
    home = folders.data(folder or Path(tempfile.mkdtemp(prefix="begrip-")), Path(), account)
    sockets = home / "s"
    sockets.mkdir()
    guard = Guard()
    supervisor = Supervisor(guard)
    try:
        services = plan(home, folders.own(sockets, account), supervisor, is_careless=True)
        start_postgres(services, guard)
        start_valkey(services)
        yield services
    finally:
        supervisor.stop()
        guard.close()
        folders.remove(home)

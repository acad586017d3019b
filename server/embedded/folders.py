"""Folders: one for data, that the service account can enter, and a short private one for sockets."""

import hashlib
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from server.embedded import processes
from server.embedded.processes import Account

_LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.5432.lock")
"""sockaddr_un holds 107 bytes of path; PostgreSQL puts a lock file beside its socket."""
_PRIVATE_PARENT = Path("/var/tmp")  # noqa: S108 - what we make there is checked to be ours
_MARK = "lock"


class UnreachableFolder(Exception):
    """The service account cannot enter the data folder, or we cannot write to it."""


def data(wanted: Path | None, default: Path, account: Account | None) -> Path:
    """The data folder: `wanted`; else the default; else, when that cannot be reached, a private one under /var/tmp.

    Raises:
        UnreachableFolder: it was asked for, and cannot be used.
    """
    if wanted is not None:
        return _prepared(wanted.absolute(), account)
    with suppress(UnreachableFolder):
        return _prepared(default.absolute(), account)
    mark = hashlib.sha256(f"{default.absolute()}:{os.geteuid()}".encode()).hexdigest()[:12]
    return _prepared(_PRIVATE_PARENT / f"begrip-{mark}", account)


def sockets(data_folder: Path, account: Account | None) -> Path:
    """A short folder that only the service account (and root) can enter.

    Raises:
        UnreachableFolder: somebody else has made a folder of that name.
    """
    mark = hashlib.sha256(str(data_folder).encode()).hexdigest()[:12]
    name = f"begrip-{os.geteuid()}-{mark}"
    folder = next(
        parent / name for parent in _socket_parents(account) if len(bytes(parent / name)) <= _LONGEST_SOCKET_FOLDER
    )
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    return own(folder, account)


def own(folder: Path, account: Account | None) -> Path:
    """The folder, private to the account.

    Raises:
        UnreachableFolder: it is not ours to give.
    """
    facts = folder.lstat()
    owners = {os.geteuid(), account.uid if account else os.geteuid()}
    if not stat.S_ISDIR(facts.st_mode) or facts.st_uid not in owners:
        raise UnreachableFolder(f"{folder} belongs to another user: remove it, or set TMPDIR")
    folder.chmod(0o700)
    if account is not None:
        os.chown(folder, account.uid, account.gid)
    return folder


def remove(folder: Path) -> None:
    """The folder is gone, whoever owns what is in it."""
    shutil.rmtree(folder, ignore_errors=True)


def _socket_parents(account: Account | None) -> list[Path]:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    parents = [Path(runtime)] if runtime and account is None else []
    parents += [Path(tempfile.gettempdir()), Path("/tmp"), _PRIVATE_PARENT]  # noqa: S108 - checked to be ours by `own`
    return [parent for parent in parents if os.access(parent, os.W_OK) and processes.can_reach(parent, account)]


def _prepared(folder: Path, account: Account | None) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_ours = folder.stat().st_uid == os.geteuid() and (not any(folder.iterdir()) or (folder / _MARK).exists())
        if is_ours:  # never the mode of a folder that holds anything else, never that of a parent
            folder.chmod(0o711 if os.geteuid() == 0 else 0o700)  # root's servers run as somebody else
    except OSError as err:
        raise UnreachableFolder(f"BEGRIP_DATA_DIR: {folder} cannot be used: {err.strerror}") from err
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UnreachableFolder(f"BEGRIP_DATA_DIR: {folder} is not writable for this user")
    if not processes.can_reach(folder, account):
        name = account.name if account else "this user"
        raise UnreachableFolder(
            f"BEGRIP_DATA_DIR: {folder} cannot be entered by `{name}`, who runs the embedded servers for root:"
            " choose a folder whose parents everybody may enter"
        )
    return folder

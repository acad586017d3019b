"""The data folder of this run, and the secret that is kept there in development."""

import os
import secrets
from pathlib import Path

from server.embedded import folders, processes
from server.settings import Settings

PROJECT = Path(__file__).resolve().parent.parent
_SECRET = "secret.key"  # noqa: S105 - the name of a file


def folder(settings: Settings) -> Path:
    """Where data are kept; made when absent.

    Raises:
        folders.UnreachableFolder: BEGRIP_DATA_DIR cannot be used.
        LookupError: we are root, and nobody can run the embedded servers.
    """
    needs_servers = settings.database_url is None or settings.redis_url is None
    account = processes.service_account() if needs_servers else None
    return folders.data(settings.data_dir, PROJECT / ".data", account)


def secret(settings: Settings) -> bytes:
    """The key that signs and wraps; in development made once and kept in a file that only we can read."""
    if settings.secret_key is not None:
        return settings.secret_key.encode()
    file = folder(settings) / _SECRET
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_bytes().strip()
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(secrets.token_urlsafe(48).encode())
    return file.read_bytes()

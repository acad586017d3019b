"""What the command line keeps of who signed in: one file that only its owner reads, by server."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

_EARLY = timedelta(seconds=30)
"""A token is renewed a while before it ends, so that no request is underway when it does."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Tokens of one server."""

    access_token: str
    refresh_token: str
    expires_at: str
    """ISO 8601."""

    @classmethod
    def lasting(cls, access_token: str, refresh_token: str, lifetime: timedelta) -> "Saved":
        """Tokens received just now."""
        return cls(access_token, refresh_token, (datetime.now(UTC) + lifetime).isoformat())

    @property
    def is_fresh(self) -> bool:
        """Whether the access token is good for a while yet."""
        return datetime.now(UTC) + _EARLY < datetime.fromisoformat(self.expires_at)


def path() -> Path:
    """Where it lies: below XDG_CONFIG_HOME, else ~/.config."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "begrip" / "login.json"


def load(url: str) -> Saved | None:
    """What was kept of the server; null when nothing, or nothing that can be read."""
    try:
        found = _all().get(url)
        saved = Saved(**found) if isinstance(found, dict) else None
        datetime.fromisoformat(saved.expires_at if saved else "2000-01-01")
    except (TypeError, ValueError):
        return None
    return saved


def keep(url: str, saved: Saved) -> None:
    """Kept until it is forgotten."""
    _write({**_all(), url: asdict(saved)})


def forget(url: str) -> None:
    """Nothing is kept of the server."""
    _write({name: value for name, value in _all().items() if name != url})


@contextmanager
def locked() -> Iterator[None]:
    """Two commands at once do not both use the one refresh token."""
    file = path().with_suffix(".lock")
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o600), "w") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield


def _all() -> dict[str, object]:
    try:
        found = json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(values: dict[str, object]) -> None:
    """The file is replaced in one step, and never readable by others meanwhile."""
    path().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = path().with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        json.dump(values, opened)
    made.replace(path())

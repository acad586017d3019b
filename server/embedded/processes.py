"""Starting, recognising and ending processes of the operating system."""

import os
import pwd
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from server.embedded import watchdog

SERVICE_ACCOUNTS = ("postgres", "nobody")
"""PostgreSQL refuses to run as root; the first of these that exists runs it instead. We never make one."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user of this machine."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True, slots=True)
class Known:
    """A process by number and birth, so that a reused number is not taken for it."""

    pid: int
    birth: str

    @property
    def is_alive(self) -> bool:
        """Whether that very process still runs."""
        return bool(self.birth) and watchdog.birth(self.pid) == self.birth


def known(pid: int) -> Known:
    """The process as it is now."""
    return Known(pid, watchdog.birth(pid))


def service_account() -> Account | None:
    """Who runs PostgreSQL and Valkey when we are root; null when we are not, and run them ourselves.

    Raises:
        LookupError: we are root, and none of the service accounts exists.
    """
    if os.geteuid() != 0:
        return None
    for name in SERVICE_ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise LookupError("root needs a user `postgres` or `nobody` to run the embedded servers; set DATABASE_URL instead")


def start(
    argv: Sequence[str | os.PathLike[str]],
    *,
    account: Account | None = None,
    environment: Mapping[str, str] | None = None,
    output: IO[bytes] | int | None = None,
    descriptors: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """A child in a session of its own, so that Ctrl-C in the terminal reaches the supervisor alone."""
    return subprocess.Popen(  # noqa: S603 - the words are ours, and no shell reads them
        argv,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        cwd="/" if account else None,
        env=environment,
        pass_fds=descriptors,
        start_new_session=True,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
    )


def run(
    argv: Sequence[str | os.PathLike[str]],
    *,
    account: Account | None = None,
    seconds: float = 60,
    text: str | None = None,
) -> subprocess.CompletedProcess[str]:
    """What a short command answered; it inherits neither our directory nor our locale."""
    return subprocess.run(  # noqa: S603 - the words are ours, and no shell reads them
        argv,
        input=text,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
        cwd="/",
        env=native_environment(),
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
    )


def native_environment() -> dict[str, str]:
    """The environment of PostgreSQL and Valkey: nothing of ours, no secrets."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC", "HOME": "/"}


def can_reach(path: Path, account: Account | None) -> bool:
    """Whether the account can enter the folder, or run the file; the kernel is asked, not the mode bits."""
    test = 'if [ -d "$1" ]; then cd "$1"; else test -x "$1"; fi'
    return run(["/bin/sh", "-c", test, "sh", str(path)], account=account).returncode == 0


def command_line(pid: int) -> str:
    """The words a process was started with; empty when it is gone or belongs to somebody else."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        answer = run(["/bin/sh", "-c", 'command -v ps >/dev/null && ps -o args= -p "$1"', "sh", str(pid)])
        return answer.stdout


def end(process: Known, number: signal.Signals, *, seconds: float) -> None:
    """The process, not necessarily a child of ours, has ended: politely, after `seconds` without mercy."""
    if process.is_alive:
        watchdog.end([watchdog.Watched(0, process.pid, number, seconds, process.birth)])


def wait_until(happened: subprocess.Popen[bytes], *, seconds: float) -> bool:
    """Whether the child ended within `seconds`."""
    deadline = time.monotonic() + seconds
    while happened.poll() is None:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True

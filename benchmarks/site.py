"""A server started as a newcomer starts it, in a folder of its own, and an administrator who signed in for the first time."""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
PASSWORD = "a long walk to the harbour"  # noqa: S105 - of a server that ends with this process
_ANNOUNCED = re.compile(r"First administrator: (\S+), password \(works once\): (\S+)")
_SIGN_IN = "mutation ($i: SignInInput!) { signIn(input: $i) { tokens { accessToken } errors { message } } }"
_CHANGE = "mutation ($i: ChangePasswordInput!) { changePassword(input: $i) { errors { message } } }"

Data = dict[str, Any]
"""`data` of an answer: its shape is that of the query."""


@dataclass(frozen=True, slots=True)
class Site:
    """A running server and its first administrator."""

    url: str
    folder: Path
    email: str
    password: str
    process: subprocess.Popen[bytes]

    @property
    def graphql(self) -> str:
        """Where queries go."""
        return f"{self.url}/graphql"

    @property
    def socket(self) -> str:
        """Where streams come from."""
        return self.graphql.replace("http", "ws", 1)

    @property
    def environment(self) -> dict[str, str]:
        """With which a command of `begrip` finds this server."""
        return {**os.environ, "BEGRIP_DATA_DIR": str(self.folder), "PYTHONUNBUFFERED": "1"}

    def post(self, query: str, variables: Data | None = None, token: str | None = None) -> Data:
        """`data` of the answer; an answer with errors is a failure."""
        body = json.dumps({"query": query, "variables": variables or {}}).encode()
        headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
        request = urllib.request.Request(self.graphql, body, headers)  # noqa: S310 - our own server
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - as above
            result: Data = json.load(answer)
        if "errors" in result:
            raise RuntimeError(result["errors"])
        data: Data = result["data"]
        return data

    def token(self, password: str | None = None) -> str:
        """An access token of the administrator; it lives ten minutes."""
        payload = self.post(_SIGN_IN, {"i": {"email": self.email, "password": password or self.password}})["signIn"]
        return str(payload["tokens"]["accessToken"])


@contextmanager
def started(**environment: str) -> Iterator[Site]:
    """`begrip serve`, ready, until the end of the block."""
    # Not under the temporary folder of a test: the service user of the embedded engines must reach it.
    folder = Path(tempfile.mkdtemp(prefix="begrip-", dir="/var/tmp"))
    folder.chmod(0o755)
    log = folder / "serve.log"
    known = {
        **os.environ,
        "BEGRIP_PORT": str(_free_port()),
        "BEGRIP_DATA_DIR": str(folder / "data"),
        "PYTHONUNBUFFERED": "1",
    }
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "server.cli", "serve"],
            cwd=PROJECT,
            env={**known, **environment},
            stdout=output,
            stderr=output,
        )
    try:
        yield _first_sign_in(f"http://127.0.0.1:{known['BEGRIP_PORT']}", folder / "data", log, process)
    finally:
        process.terminate()
        process.wait(timeout=60)


def _first_sign_in(url: str, folder: Path, log: Path, process: subprocess.Popen[bytes]) -> Site:
    email, secret = _announced(log, process)
    site = Site(url, folder, email, PASSWORD, process)
    change = {"currentPassword": secret, "newPassword": PASSWORD}
    data = site.post(_CHANGE, {"i": change}, site.token(secret))
    if data["changePassword"]["errors"]:
        raise RuntimeError(data)
    return site


def _announced(log: Path, process: subprocess.Popen[bytes]) -> tuple[str, str]:
    until = time.monotonic() + 90
    while time.monotonic() < until and process.poll() is None:
        if found := _ANNOUNCED.search(log.read_text()):
            return found[1], found[2]
        time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text()[-4000:]}")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])

"""A server as a newcomer starts it, and an administrator who signed in for the first time."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.web import tools

PROJECT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "a long walk to the harbour"


@dataclass(frozen=True, slots=True)
class Site:
    """A running server and its first administrator."""

    url: str
    email: str
    password: str

    @property
    def socket_url(self) -> str:
        return self.url.replace("http", "ws", 1)

    def post(
        self, query: str, variables: dict[str, object] | None = None, token: str | None = None
    ) -> dict[str, object]:
        """`data` of the answer; an answer with errors fails the test."""
        body = json.dumps({"query": query, "variables": variables or {}}).encode()
        headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
        request = urllib.request.Request(f"{self.url}/graphql", body, headers)
        with urllib.request.urlopen(request, timeout=20) as answer:
            result = json.load(answer)
        assert "errors" not in result, result
        data: dict[str, object] = result["data"]
        return data

    def token(self) -> str:
        """An access token of the administrator."""
        query = "mutation ($i: SignInInput!) { signIn(input: $i) { tokens { accessToken } errors { message } } }"
        data = self.post(query, {"i": {"email": self.email, "password": self.password}})
        payload = data["signIn"]
        assert isinstance(payload, dict)
        return str(payload["tokens"]["accessToken"])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """`begrip serve` in a folder of its own."""
    port = _free_port()
    log = tmp_path_factory.mktemp("site") / "serve.log"
    environment = {
        **os.environ,
        "BEGRIP_PORT": str(port),
        "BEGRIP_DATA_DIR": str(tools.private_folder()),
        "PYTHONUNBUFFERED": "1",
    }
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "server.cli", "serve"], cwd=PROJECT, env=environment, stdout=output, stderr=output
        )
    try:
        yield _first_sign_in(f"http://127.0.0.1:{port}", log, process)
    finally:
        process.terminate()
        process.wait(timeout=60)


def _first_sign_in(url: str, log: Path, process: subprocess.Popen[bytes]) -> Site:
    found = _await_secret(log, process)
    site = Site(url, found[1], PASSWORD)
    first = Site(url, found[1], found[2]).token()
    change = "mutation ($i: ChangePasswordInput!) { changePassword(input: $i) { errors { message } } }"
    data = site.post(change, {"i": {"currentPassword": found[2], "newPassword": PASSWORD}}, first)
    assert data == {"changePassword": {"errors": []}}
    return site


def _await_secret(log: Path, process: subprocess.Popen[bytes]) -> re.Match[str]:
    until = time.monotonic() + 90
    while time.monotonic() < until and process.poll() is None:
        if found := re.search(r"First administrator: (\S+), password \(works once\): (\S+)", log.read_text()):
            return found
        time.sleep(0.1)
    raise AssertionError(f"the server did not start:\n{log.read_text()[-4000:]}")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])

"""What a client sees of a running server, apart from GraphQL itself."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator

import httpx
import pytest

from server import home
from tests import harness
from tests.server import tree
from tests.server.tree import Tree

pytestmark = pytest.mark.timeout(180)

QUERY = {"query": "{ __typename }"}


@pytest.fixture
def client(running: Tree) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"http://127.0.0.1:{running.port}") as made:
        yield made


@pytest.fixture
def production(
    engines: harness.Services, database_url: str, owner_url: str, redis_url: str
) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = tree.free_port()
    environment = {
        **os.environ,
        "PYTHONPATH": str(home.PROJECT),
        "BEGRIP_ENV": "production",
        "BEGRIP_PORT": str(port),
        "BEGRIP_PUBLIC_URL": "https://begrip.example.org",
        "BEGRIP_SECRET_KEY": "k" * 40,
        "BEGRIP_CORS_ORIGINS": "https://app.example.org",
        "DATABASE_URL": database_url,
        "DATABASE_OWNER_URL": owner_url,
        "REDIS_URL": redis_url,
    }
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "server.cli", "serve"], env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        yield process, port
        process.kill()


def test_a_query_is_answered(client: httpx.Client) -> None:
    answer = client.post("/graphql", json=QUERY)

    assert (answer.status_code, answer.json()) == (200, {"data": {"__typename": "Query"}})


def test_the_answer_carries_the_request_id_once(client: httpx.Client) -> None:
    answer = client.post("/graphql", json=QUERY, headers={"X-Request-Id": "mine-1"})

    assert answer.headers.get_list("x-request-id") == ["mine-1"]


def test_public_keys_are_published(client: httpx.Client) -> None:
    keys = client.get("/.well-known/jwks.json").json()["keys"]

    assert {(key["kty"], key["alg"]) for key in keys} == {("EC", "ES256")}
    assert not any("d" in key for key in keys)


def test_a_large_anonymous_body_is_refused(client: httpx.Client) -> None:
    answer = client.post("/graphql", content=b"x" * 256_001, headers={"content-type": "application/json"})

    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (413, "BODY_TOO_LARGE")


def test_a_browser_gets_a_page_that_may_load_nothing_from_elsewhere(client: httpx.Client) -> None:
    answer = client.get("/graphql", headers={"accept": "text/html"})

    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")


def test_pages_elsewhere_may_not_read_answers_unless_allowed(client: httpx.Client) -> None:
    answer = client.post("/graphql", json=QUERY, headers={"origin": "https://evil.example"})

    assert "access-control-allow-origin" not in answer.headers


def test_in_production_a_polite_end_answers_what_runs_and_exits_with_0(
    production: tuple[subprocess.Popen[str], int],
) -> None:
    process, port = production
    url = f"http://127.0.0.1:{port}"
    tree.wait_for(lambda: _answers(port), "ready")
    allowed = httpx.post(
        f"{url}/graphql", json=QUERY, headers={"origin": "https://app.example.org", "x-request-id": "p-1"}
    )

    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=tree.SECONDS)

    assert process.returncode == 0
    assert allowed.headers["access-control-allow-origin"] == "https://app.example.org"
    assert allowed.headers["strict-transport-security"] == "max-age=31536000"
    lines = [json.loads(line) for line in said.splitlines()]
    assert "p-1" in [line["attributes"].get("request_id") for line in lines]


def test_in_production_the_workbench_is_absent(production: tuple[subprocess.Popen[str], int]) -> None:
    _, port = production
    tree.wait_for(lambda: _answers(port), "ready")

    answer = httpx.get(f"http://127.0.0.1:{port}/graphql", headers={"accept": "text/html"})

    assert answer.headers["content-type"] != "text/html; charset=utf-8"


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=5).status_code == 200
    except (OSError, httpx.HTTPError):
        return False

"""What frontends are built with: linters and generators over the committed SDL and every example."""

import shutil
import subprocess
import sys

import pytest

from tests.conformance import toolbox

BUILT = toolbox.HERE / "built"
SDL = toolbox.HERE.parent.parent / "schema" / "schema.graphql"
UV = toolbox.HERE.parent.parent / ".ci" / "uv"
GENERATOR = "ariadne-codegen==0.19.0"


@pytest.fixture(autouse=True)
def _clean() -> None:
    shutil.rmtree(BUILT, ignore_errors=True)
    BUILT.mkdir()


def test_schema_follows_the_recommended_and_the_relay_rules() -> None:
    shutil.copy(SDL, BUILT / "schema.graphql")

    done = toolbox.command("eslint", "built/schema.graphql")

    assert done.stdout == ""
    assert done.returncode == 0


def test_typescript_client_is_generated_and_compiles() -> None:
    generated = toolbox.command("graphql-codegen", "--config", "codegen.ts")
    assert generated.returncode == 0, generated.stderr

    compiled = toolbox.command("tsc", "-p", "tsconfig.json")

    assert compiled.stdout == ""
    assert compiled.returncode == 0


def test_python_client_is_generated_and_imports() -> None:
    toolbox.node()  # the packages of this folder stand for "the network was there"
    words = [str(UV), "tool", "run", "--python", sys.executable, "--from", GENERATOR]

    generated = subprocess.run(
        [*words, "ariadne-codegen", "--config", "ariadne.toml"],
        cwd=toolbox.HERE,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert generated.returncode == 0, generated.stdout + generated.stderr
    client = (BUILT / "begrip_client" / "client.py").read_text(encoding="utf-8")
    assert "async def definitions(" in client
    assert "async def sign_in(" in client

"""Node with the packages of this folder; a test that lacks them is skipped with a word."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


def node() -> str:
    """Node, with the packages installed (`make conformance` does it)."""
    found = shutil.which("node")
    if found is None or not (HERE / "node_modules" / "graphql-http").is_dir():
        pytest.skip("NOT RUN: no Node, or the packages of tests/conformance are not installed (make conformance)")
    return found


def lines(script: str, *arguments: str) -> list[dict[str, object]]:
    """What the script printed, a JSON value per line."""
    done = subprocess.run(
        [node(), script, *arguments], cwd=HERE, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def command(*words: str) -> subprocess.CompletedProcess[str]:
    """A command of the packages, run in this folder."""
    node()
    return subprocess.run(
        [str(HERE / "node_modules" / ".bin" / words[0]), *words[1:]],
        cwd=HERE,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

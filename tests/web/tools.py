"""What the clients need of the machine; a test that lacks it is skipped with a word."""

import shutil
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parent.parent.parent / "web"


def node() -> str:
    """Node, with the client packages installed."""
    found = shutil.which("node")
    if found is None or not (WEB / "node_modules" / "graphql-ws").is_dir():
        pytest.skip("NOT RUN: no Node, or the packages of web/ are not installed (python web/build.py)")
    return found


def chromium() -> str:
    """A Chromium."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None or not (WEB / "dist" / "workbench.js").is_file():
        pytest.skip("NOT RUN: no Chromium, or the workbench is not built (python web/build.py)")
    return found

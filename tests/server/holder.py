"""A process of its own that runs a few lines of ours on a data folder, as us or as `nobody`."""

import os
import subprocess
import sys
from pathlib import Path

from server import home

HOLD = """
import sys
from server import connections, settings
with connections.urls(settings.read()) as urls:
    print(urls.database_url, flush=True)
    sys.stdin.read()
"""


def run(
    code: str, *, python: str = sys.executable, user: str | None = None, **environment: str
) -> subprocess.Popen[str]:
    """The process, started; closing its standard input ends it."""
    path = os.pathsep.join((str(home.PROJECT), *(part for part in sys.path if part.endswith("site-packages"))))
    return subprocess.Popen(
        [python, "-P", "-c", code],
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd="/",
        user=user,
        group="nogroup" if user else None,
        extra_groups=[] if user else None,
    )


def hold(folder: Path, **environment: str) -> subprocess.Popen[str]:
    """A process that keeps the services of the folder running until its standard input is closed."""
    return run(HOLD, BEGRIP_DATA_DIR=str(folder), **environment)


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()

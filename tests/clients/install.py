"""Installs the packages of examples/clients: `python tests/clients/install.py`. Exit code 1, with one sentence, when it cannot."""

import shutil
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "clients"


def main() -> int:
    """The exit code."""
    npm = shutil.which("npm")
    if npm is None:
        sys.stderr.write("clients: no npm on this machine, so the examples for Node cannot run\n")
        return 1
    done = subprocess.run(
        [npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=EXAMPLES,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.stderr.write(f"clients: the packages could not be installed\n{done.stderr[-2000:]}\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

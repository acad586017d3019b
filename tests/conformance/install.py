"""Installs the packages of this folder: `python tests/conformance/install.py`. Exit code 1, with one sentence, when it cannot."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """The exit code."""
    npm = shutil.which("npm")
    if npm is None:
        sys.stderr.write("conformance: no npm on this machine, so nothing of it can run\n")
        return 1
    done = subprocess.run(
        [npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.stderr.write(f"conformance: the packages could not be installed\n{done.stderr[-2000:]}\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

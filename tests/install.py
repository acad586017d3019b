"""Installs the npm packages of a folder: `python tests/install.py FOLDER`. Exit code 1, with one sentence, when it cannot."""

import shutil
import subprocess
import sys
from pathlib import Path


def main(folder: Path) -> int:
    """The exit code."""
    npm = shutil.which("npm")
    if npm is None:
        sys.stderr.write(f"{folder}: no npm on this machine, so nothing of it for Node can run\n")
        return 1
    done = subprocess.run(
        [npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.stderr.write(f"{folder}: the packages could not be installed\n{done.stderr[-2000:]}\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

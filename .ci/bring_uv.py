"""Puts the pinned uv where the first argument says; needs nothing but the standard library and PyPI.

The wheel comes through pip when there is one, which knows the mirrors of this machine, else straight from PyPI. Either
way it is used only when its hash is the one below.
"""
# ruff: noqa: INP001 - a script, not a package

import hashlib
import platform
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from pathlib import Path

VERSION = "0.13.9"
HOST = "https://files.pythonhosted.org/packages"
WHEELS = {
    "Linux x86_64": (
        "3d/aa/26d64642d808de4a652579ef950d7cd2d37f080a8babf9c67c6b75fc4c3f/uv-0.13.9-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
        "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19",
    ),
    "Linux aarch64": (
        "57/15/94b6cd62ac3ff6550288328e8035288875197cbc183f51554b266a69877b/uv-0.13.9-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64.whl",
        "5435c5ce14a56431208ca0996416d310f1598e8c2c8ba707688985a16bb82dbe",
    ),
    "Darwin x86_64": (
        "1e/db/08e9ef4879bd667e6d7b4705e594e5bd3e4585f10fc63cb16b9fa2fac63e/uv-0.13.9-py3-none-macosx_10_12_x86_64.whl",
        "c16ed11e013557536b3e60065f1b912f6407bd6518e041b961e23ef9e6b4fbf5",
    ),
    "Darwin arm64": (
        "f3/a7/a8d7b074798c7fb3b26b37584b8fe2e29df2ccdc24ce7902caab2a53edbf/uv-0.13.9-py3-none-macosx_11_0_arm64.whl",
        "66c512266d633bef48384a1f53003f41f2a8e7b36fe6e7fbfd3e0fd52d96fa63",
    ),
}


def through_pip(folder: Path, digest: str) -> Path | None:
    """The wheel as pip found it; null when there is no pip, or it found none with this hash."""
    wanted = folder / "requirements.txt"
    wanted.write_text(f"uv=={VERSION} --hash=sha256:{digest}\n", encoding="utf-8")
    options = ["--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes", "--dest", str(folder)]
    command = [sys.executable, "-m", "pip", "download", *options, "-r", str(wanted)]
    subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - the words are ours
    return next(folder.glob("uv-*.whl"), None)


def from_pypi(folder: Path, path: str) -> Path:
    """The wheel, straight from PyPI."""
    wheel = folder / path.rpartition("/")[2]
    with urllib.request.urlopen(f"{HOST}/{path}", timeout=120) as answer:  # noqa: S310 - https, see HOST
        wheel.write_bytes(answer.read())
    return wheel


def main() -> None:
    """The binary is there; else one sentence says what is wrong."""
    target = Path(sys.argv[1]).resolve()
    machine = f"{platform.system()} {platform.machine()}"
    if machine not in WHEELS:
        sys.exit(f"no uv is pinned for {machine}: install uv yourself (https://docs.astral.sh/uv/)")
    path, digest = WHEELS[machine]
    sys.stderr.write(f"bringing uv {VERSION} into {target.parent}\n")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as name:
        folder = Path(name)
        try:
            wheel = through_pip(folder, digest) or from_pypi(folder, path)
        except OSError as err:
            sys.exit(f"uv could not be fetched from PyPI ({err}): install uv yourself, or allow the network")
        if hashlib.sha256(wheel.read_bytes()).hexdigest() != digest:
            sys.exit(f"{wheel.name} does not have the expected hash: nothing was installed")
        with zipfile.ZipFile(wheel) as archive:
            archive.extract(f"uv-{VERSION}.data/scripts/uv", folder)
        binary = folder / f"uv-{VERSION}.data" / "scripts" / "uv"
        binary.chmod(0o755)
        binary.rename(target)


if __name__ == "__main__":
    main()

"""Nouns of Debian's `wordnet-base` as JSON Lines for `begrip import`: `python benchmarks/wordnet.py 10000 > words.jsonl`.

WordNet 3.0 is Princeton's, under a permissive licence; nothing of it is kept in this repository. The package is looked for
in BEGRIP_WORDNET (a folder with `data.noun`), in /usr/share/wordnet, and else is downloaded and unpacked into a temporary folder.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

INSTALLED = Path("/usr/share/wordnet")


def folder(scratch: Path) -> Path:
    """Where `data.noun` lies."""
    for place in (Path(os.environ.get("BEGRIP_WORDNET", INSTALLED)), INSTALLED):
        if (place / "data.noun").is_file():
            return place
    subprocess.run(["apt-get", "download", "wordnet-base"], cwd=scratch, check=True, stdout=sys.stderr)
    (package,) = scratch.glob("wordnet-base_*.deb")
    subprocess.run(["dpkg", "-x", package, scratch / "unpacked"], check=True)
    return scratch / "unpacked" / "usr" / "share" / "wordnet"


def nouns(place: Path) -> Iterator[dict[str, object]]:
    """One row per distinct term, its first sense: word forms before the bar, the gloss after it, examples cut off."""
    seen: set[str] = set()
    for line in (place / "data.noun").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        head, _, gloss = line.partition(" | ")
        fields = head.split(" ")
        words = [fields[4 + 2 * place].replace("_", " ") for place in range(int(fields[3], 16))]
        text = gloss.partition('; "')[0].strip()
        if words[0].casefold() not in seen and text:
            seen.add(words[0].casefold())
            yield {"term": words[0], "text": text, "locale": "en"}


def main() -> None:
    """Writes as many rows as asked for."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as scratch:
        for count, row in enumerate(nouns(folder(Path(scratch)))):
            if count == most:
                return
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()

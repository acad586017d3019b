"""Imports a file while a reference client follows; every event must arrive once, in order, whatever is killed meanwhile.

    python -m benchmarks.import_and_follow FILE [--locale en] [--kill server worker postgres valkey]

Each process named is killed with SIGKILL, one after another, while rows arrive at the client. The events that the client received
are compared with the log in PostgreSQL. Prints a JSON object of figures; exit code 1 when an event is missing, doubled or misplaced.
"""

import argparse
import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import asyncpg

from benchmarks import site as sites
from schema import ids

FOLLOW = Path(__file__).resolve().parent / "follow.mjs"
STREAMS = {
    "definitionEvents": ("DefinitionCreated", "DefinitionUpdated", "DefinitionStatusChanged", "DefinitionRemoved"),
    "validationEvents": ("ValidationStatusChanged", "FindingOpened", "FindingChanged", "FindingResolved"),
}
_NODES = dict.fromkeys(STREAMS["definitionEvents"], "Definition") | {"ValidationStatusChanged": "ValidationRun"}
CREATE = "mutation ($i: CreateGlossaryInput!) { createGlossary(input: $i) { glossary { id } errors { message } } }"
SETTLE_SECONDS = 60


def follow(site: sites.Site, token: str, stream: str, output: Path, after: str) -> subprocess.Popen[bytes]:
    """The reference client, following a stream."""
    command = ["node", str(FOLLOW), site.socket, token, stream, str(output), after]
    return subprocess.Popen(command, stdout=output.with_suffix(".log").open("w"), stderr=subprocess.STDOUT)


def kill(site: sites.Site, name: str) -> None:
    """The named process of the running server is dead."""
    note = json.loads((site.folder / "runtime.json").read_text())
    os.kill(int(note["children"][name]["pid"]), signal.SIGKILL)


def imported(site: sites.Site, file: Path, locale: str, kills: list[str], heard: Path) -> tuple[float, str]:
    """Seconds that the import took, and what it printed. The processes are killed at even shares of the rows."""
    rows = len(file.read_text().splitlines())
    began = time.monotonic()
    command = [sys.executable, "-m", "server.cli", "import", str(file), "--glossary", "benchmark", "--locale", locale]
    report = heard.with_suffix(".import.log")
    with report.open("w") as output:
        process = subprocess.Popen(command, cwd=sites.PROJECT, env=site.environment, stdout=output, stderr=output)
        for place, name in enumerate(kills):
            while process.poll() is None and _lines(heard) < rows * (place + 1) // (len(kills) + 2):
                time.sleep(0.05)
            print(f"kill -9 {name} after {_lines(heard)} rows", file=sys.stderr)
            kill(site, name)
        process.wait(timeout=1800)
    if process.returncode:
        raise RuntimeError(report.read_text()[-3000:])
    return time.monotonic() - began, report.read_text()


def _lines(file: Path) -> int:
    return file.read_bytes().count(b"\n") if file.exists() else 0


async def logged(site: sites.Site, types: tuple[str, ...]) -> list[str]:
    """The events of the glossary of the benchmark as the log has them, in order."""
    connection = await _connected(site)
    try:
        while await connection.fetchval("SELECT count(*) FROM outbox"):
            await asyncio.sleep(0.1)
        sql = """
            SELECT type, CASE type WHEN 'ValidationStatusChanged' THEN data ->> 'run_id' WHEN 'FindingOpened' THEN data ->> 'finding_id'
                WHEN 'FindingChanged' THEN data ->> 'finding_id' WHEN 'FindingResolved' THEN data ->> 'finding_id' ELSE data ->> 'definition_id' END
            FROM event_log WHERE type = ANY($1) AND glossary_id = (SELECT id FROM glossaries WHERE slug = 'benchmark') ORDER BY seq
        """
        return [
            f"{kind} {ids.encode(_NODES.get(kind, 'Finding'), UUID(key))}"
            for kind, key in await connection.fetch(sql, list(types))
        ]
    finally:
        await connection.close()


async def _connected(site: sites.Site) -> asyncpg.Connection:
    """A connection, once PostgreSQL is back."""
    async with asyncio.timeout(SETTLE_SECONDS):
        while True:
            try:
                return await asyncpg.connect(json.loads((site.folder / "runtime.json").read_text())["database_url"])
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await asyncio.sleep(0.1)


def received(output: Path) -> list[str]:
    """Events that the client received, in order."""
    return [f"{one['type']} {one['subject']}" for one in map(json.loads, output.read_text().splitlines())]


def settled(output: Path, count: int) -> float:
    """Seconds until the client had so many events, or until we gave up."""
    began = time.monotonic()
    while time.monotonic() - began < SETTLE_SECONDS and len(output.read_text().splitlines()) < count:
        time.sleep(0.05)
    return time.monotonic() - began


def compared(site: sites.Site, outputs: dict[str, Path]) -> dict[str, object]:
    """For each stream how many events were told and received, and whether they are the same in the same order."""
    found: dict[str, object] = {}
    for stream, types in STREAMS.items():
        told = asyncio.run(logged(site, types))
        waited = settled(outputs[stream], len(told))
        heard = received(outputs[stream])
        found[stream] = {
            "told": len(told),
            "received": len(heard),
            "in_order": heard == told,
            "doubled": len(heard) - len(set(heard)),
            "settled_after_seconds": round(waited, 2),
        }
    return found


def main() -> int:
    """The exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--locale", default="en")
    parser.add_argument("--kill", nargs="*", default=[])
    asked = parser.parse_args()
    rows = len(asked.file.read_text().splitlines())
    with sites.started(BEGRIP_SAMPLE="off") as site:
        token = site.token()
        new = {"slug": "benchmark", "name": "Benchmark", "locales": [asked.locale], "isPublic": True}
        payload = site.post(CREATE, {"i": new}, token)["createGlossary"]
        if payload["errors"]:
            raise RuntimeError(payload)
        after = site.post("{ eventCursor }", token=token)["eventCursor"]
        outputs = {stream: site.folder.parent / f"{stream}.jsonl" for stream in STREAMS}
        followers = [follow(site, token, stream, output, after) for stream, output in outputs.items()]
        try:
            seconds, report = imported(site, asked.file, asked.locale, asked.kill, outputs["definitionEvents"])
            figures: dict[str, object] = {
                "rows": rows,
                "seconds": round(seconds, 2),
                "rows_per_second": round(rows / seconds, 1),
                "killed": asked.kill,
            }
            figures |= compared(site, outputs)
        finally:
            for follower in followers:
                follower.terminate()
        print(report[-600:], file=sys.stderr)
    print(json.dumps(figures, indent=2))
    return 0 if all(is_whole(figures[stream]) for stream in STREAMS) else 1


def is_whole(found: object) -> bool:
    """Whether every event was received once, in order."""
    return isinstance(found, dict) and found["told"] == found["received"] and found["in_order"] and not found["doubled"]


if __name__ == "__main__":
    sys.exit(main())

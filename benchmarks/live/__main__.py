"""`python -m benchmarks.live [--rounds 5] [--report]`: measures, and writes benchmarks/data/live.json, or docs/benchmarks.md from it."""

import argparse
import dataclasses
import json
import os
import platform
import re
import sys
from pathlib import Path

import uvloop

from benchmarks.live import report, scene, slices, stage
from benchmarks.live.publisher import Publisher
from benchmarks.live.slices import Plan, Slice
from benchmarks.live.stage import Engines, Server
from subscriptions import stream

FOUND = stage.PROJECT / "benchmarks" / "data" / "live.json"
PAGE = stage.PROJECT / "docs" / "benchmarks.md"
PACED, BURST, MANY = Plan(1000, 40), Plan(1000, 100, burst=100), Plan(5000, 20, pause=0.5)
IDLE = 2000
_CURSOR = re.compile(rb'"cursor":"[^"]*"|"occurredAt":"[^"]*"')


async def _measured(engine: Engines, servers: list[Server], rounds: int) -> dict[str, object]:
    publisher, glossary = await scene.made(engine, servers[0])
    await _must_answer_alike(servers, publisher, glossary)
    slots = [(turn, plan, server) for turn in range(rounds) for plan in (PACED, BURST) for server in servers]
    slots += [(0, MANY, server) for server in servers[:2]]
    taken = [_told(turn, plan, await slices.taken(server, publisher, plan, glossary)) for turn, plan, server in slots]
    idle = {server.name: await slices.idle_kb(server, IDLE, glossary) for server in servers}
    return {"machine": _machine(), "slices": taken, "idle_kb": idle}


async def _must_answer_alike(servers: list[Server], publisher: Publisher, glossary: str) -> None:
    """A faster server that says something else has not won."""
    told = [(await slices.taken(one, publisher, Plan(2, 1), glossary)).sample for one in servers]
    if len({_CURSOR.sub(b"", one) for one in told}) != 1:
        raise SystemExit(f"the servers answer differently: {told}")


def _told(turn: int, plan: Plan, one: Slice) -> dict[str, object]:
    found = dataclasses.asdict(one) | {"turn": turn, "burst": plan.burst, "per_cpu_second": one.per_cpu_second}
    found["frame_bytes"] = len(one.sample)
    del found["sample"]
    sys.stderr.write(json.dumps(found) + "\n")
    return found


def _machine() -> dict[str, object]:
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if "model name" in line
    ]
    return {
        "processor": names[0],
        "cores": os.cpu_count(),
        "load": os.getloadavg(),
        "python": platform.python_version(),
    }


def main() -> None:
    """The figures are on disk."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--report", action="store_true", help="only write the page, from the figures on disk")
    asked = parser.parse_args()
    if not asked.report:
        os.sched_setaffinity(0, {stage.LOAD_CORE})
        with stage.engines() as engine:
            key = stream.key(uvloop.run(scene.epoch(engine)))
            with stage.all_three(engine, key) as servers:
                found = uvloop.run(_measured(engine, servers, asked.rounds))
        FOUND.parent.mkdir(exist_ok=True)
        FOUND.write_text(json.dumps(found, indent=1) + "\n")
    PAGE.write_text(report.page(json.loads(FOUND.read_text()), PAGE.read_text() if PAGE.exists() else ""))


if __name__ == "__main__":
    main()

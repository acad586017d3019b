"""Figures: one line per scenario and run in `figures.jsonl`, from which docs/reliability.md is written."""

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

_FILE = Path(__file__).with_name("figures.jsonl")


def machine() -> str:
    """What this machine is, in a few words."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    return f"{os.cpu_count()} cores of {model}, Python {platform.python_version()}"


def record(scenario: str, figure: str, *, is_met: bool) -> None:
    """The figure of a run is kept, whether it met its goal or not."""
    line = {
        "scenario": scenario,
        "figure": figure,
        "is_met": is_met,
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine(),
        "load": round(os.getloadavg()[1]),
    }
    with _FILE.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def latest() -> dict[str, dict[str, object]]:
    """The last figure of each scenario."""
    if not _FILE.exists():
        return {}
    lines = [json.loads(line) for line in _FILE.read_text(encoding="utf-8").splitlines()]
    return {line["scenario"]: line for line in lines}

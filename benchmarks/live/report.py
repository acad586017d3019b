"""The section "Live events" of docs/benchmarks.md, written from the figures."""

import statistics
from collections.abc import Callable
from typing import Any

START, END = "<!-- live events: written by `make bench-live` -->", "<!-- end of live events -->"
TITLE = "# Benchmarks\n"
NAMES = {"begrip": "Begrip", "node": "Node, graphql-ws + ws", "strawberry": "Strawberry, per subscriber"}
_MANY = 5000
_CPU_GOAL, _P99_GOAL, _IDLE_GOAL, _MANY_GOAL = 1.5, 1.0, 32.0, 300.0

Row = dict[str, Any]


def page(found: Row, before: str) -> str:
    """The page with this section in its place; other sections stay."""
    text = before or TITLE
    section = f"{START}\n{_section(found)}\n{END}"
    if START in text:
        head, rest = text.split(START, 1)
        return head + section + rest.split(END, 1)[1]
    return f"{text.rstrip()}\n\n{section}\n"


def _section(found: Row) -> str:
    rows: list[Row] = found["slices"]
    machine = found["machine"]
    usual = [row for row in rows if row["subscribers"] != _MANY]
    paced, burst = [row for row in usual if row["burst"] == 1], [row for row in usual if row["burst"] > 1]
    many = {row["server"]: row for row in rows if row["subscribers"] == _MANY}
    rounds = 1 + max(row["turn"] for row in usual)
    return "\n".join(
        [
            "## Live events",
            "",
            _introduced(machine, usual, rounds),
            "",
            "| | p50 ms | p99 ms | CPU µs a delivery | same, burst of 100 | CPU µs to join | kB an idle socket |",
            "|---|---|---|---|---|---|---|",
            *(_line(name, paced, burst, found["idle_kb"]) for name in NAMES),
            "",
            _chart({NAMES[name]: _micros(paced, name) for name in NAMES}),
            "",
            "| goal | found |",
            "|---|---|",
            f"| p99 at most {_P99_GOAL} times Node's | {_ratio(paced, 'p99', 'begrip', 'node'):.2f} |",
            f"| deliveries per CPU second at least {_CPU_GOAL} times Node's | {_ratio(paced, 'per_cpu_second', 'begrip', 'node'):.2f}; in bursts {_ratio(burst, 'per_cpu_second', 'begrip', 'node'):.2f} |",
            f"| at most {_IDLE_GOAL:.0f} kB an idle connection | {found['idle_kb']['begrip']:.1f} |",
            f"| 5,000 subscribers in one process: p99 at most {_MANY_GOAL:.0f} ms | {many['begrip']['p99']:.0f} (Node {many['node']['p99']:.0f}) |",
            f"| gain over the naive way, deliveries per CPU second | {_ratio(paced, 'per_cpu_second', 'begrip', 'strawberry'):.1f} times |",
            "",
            _ended(rows),
        ]
    )


def _introduced(machine: Row, usual: list[Row], rounds: int) -> str:
    load = ", ".join(f"{one:.1f}" for one in machine["load"])
    return (
        f"Three servers on one Redis, {rounds} rounds of slices in turn, medians. One process each, on one core; the load, PostgreSQL, "
        f"Redis and a worker share the other. {machine['processor']}, {machine['cores']} cores, Python {machine['python']}, "
        f"load average {load} at the end of the run: absolute figures carry that load, ratios within a round carry it on both "
        f"sides. {usual[0]['subscribers']:,} subscribers of one document with one token, frames of {usual[0]['frame_bytes']} bytes, "
        "equal in all three but for cursor and time. Events are written to the log and appended to the stream, as the relay does; "
        "the time runs from the appending to the arrival at each subscriber."
    )


def _ended(rows: list[Row]) -> str:
    lost, differing = sum(row["lost"] for row in rows), sum(row["differing"] for row in rows)
    share = 100 * max(row["load_cpu_share"] for row in rows)
    return (
        f"Lost: {lost}. Different from what the first subscriber got: {differing}. The load used {share:.0f} % of its core at "
        "most. `make bench-live` measures anew."
    )


def _line(name: str, paced: list[Row], burst: list[Row], idle: Row) -> str:
    figures = [
        _median(paced, name, lambda row: row["p50"]),
        _median(paced, name, lambda row: row["p99"]),
        _micros(paced, name),
        _micros(burst, name),
        _median(paced, name, lambda row: row["connect_cpu_micros"]),
    ]
    held = f"{idle[name]:.1f}" if name in idle else "not measured"
    return f"| {NAMES[name]} | {' | '.join(f'{one:.0f}' for one in figures)} | {held} |"


def _micros(rows: list[Row], name: str) -> float:
    return _median(rows, name, lambda row: 1e6 / row["per_cpu_second"])


def _median(rows: list[Row], name: str, figure: Callable[[Row], float]) -> float:
    return statistics.median(figure(row) for row in rows if row["server"] == name)


def _ratio(rows: list[Row], figure: str, one: str, other: str) -> float:
    """The median over the rounds of the quotient within a round."""
    by_turn: dict[tuple[str, int], float] = {(row["server"], row["turn"]): row[figure] for row in rows}
    turns = {turn for _, turn in by_turn}
    return statistics.median(by_turn[one, turn] / by_turn[other, turn] for turn in turns)


def _chart(bars: dict[str, float]) -> str:
    """A bar chart as text: it needs no file beside the page."""
    most, widest = max(bars.values()), max(map(len, bars))
    lines = [f"{name:<{widest}}  {'█' * max(1, round(40 * one / most))} {one:.0f}" for name, one in bars.items()]
    return "\n".join(["CPU microseconds a delivery:", "", "```text", *lines, "```"])

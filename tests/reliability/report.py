"""Writes docs/reliability.md from the last figure of each scenario: python -m tests.reliability.report."""

from pathlib import Path

from tests.reliability import figures
from tests.reliability.scenarios import NEVER_RUN, SCENARIOS

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
_HEAD = """# What breaks, and what then

Real processes: `begrip serve` in production mode, `begrip worker`, PostgreSQL and Valkey, each of which can be killed alone. A
writer sends mutations under idempotency keys and notes what was acknowledged; subscribers speak graphql-transport-ws and resume behind
their last cursor after every cut. Afterwards a judge compares the log in PostgreSQL with what was acknowledged and with what each subscriber
heard: lost, doubled and misplaced events fail a scenario at once, whatever the clock says. *Recovered* is the time from the end of the fault (the engine
answers again, the wire is mended) until a change made after it had reached every subscriber, and with it all before.

`make reliability` runs them all and writes this page; it takes half an hour and is no part of `make test`.
"""


_LOAD = """Machine: {}, shared with other work. *Load* is the load average of that time: at 2 the machine is full, at 20 a process
gets a tenth of a core, our own subscribers and proxy among them. Then the counts tell of us, and the times of the machine."""


def page() -> str:
    """The text of the page."""
    found = figures.latest()
    lines = [_HEAD, "| fault | goal | figure | met | date | load |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {one.fault} | {one.goal} | {found[name]['figure']} | {'yes' if found[name]['is_met'] else '**no**'} | {found[name]['date']} | {found[name].get('load', 'about 20')} |"
        for name, one in SCENARIOS.items()
        if name in found
    ]
    machines = sorted({str(line["machine"]) for line in found.values()})
    lines += ["", _LOAD.format("; ".join(machines)), "", "## Not run", ""]
    lines += [f"- {one.fault}: written, no figure yet" for name, one in SCENARIOS.items() if name not in found]
    lines += [f"- {number}: {what}" for number, what in NEVER_RUN.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    _PAGE.write_text(page(), encoding="utf-8")

"""Scenarios: what each fault is and what must hold, in the order of docs/reliability.md; and what was never run."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Scenario(NamedTuple):
    """A fault and its goal. Of every scenario with subscribers it is also asked that none lost, doubled or misplaced an event."""

    fault: str
    goal: str


SCENARIOS: Mapping[str, Scenario] = MappingProxyType(
    {
        "engines": Scenario(
            "kill -9 of Valkey three times and of PostgreSQL once, under mutations", "recovered ≤ 2 s after each"
        ),
        "flushall": Scenario(
            "FLUSHALL three times, under mutations", "recovered ≤ 2 s; cursors resume from PostgreSQL"
        ),
        "valkey-away": Scenario(
            "Valkey away for a minute", "≥ 99.9 % of mutations succeed, p95 ≤ 2 × as before, recovered ≤ 2 s"
        ),
        "leader": Scenario("the leader of the relay killed, three times", "a new leader ≤ 2 s"),
        "server": Scenario("a server with 500 subscribers killed", "recovered ≤ 2 s after it is ready again"),
        "two-of-each": Scenario("two servers and two workers, killed in turn", "recovered ≤ 2 s after each"),
        "cut": Scenario(
            "the network of clients: all connections reset, silent for three seconds, reset again",
            "recovered ≤ 2 s after each",
        ),
        "half-open": Scenario(
            "sockets whose peer is gone without a word",
            "clients with a heartbeat recover ≤ 2 s; the server lets go ≤ 90 s",
        ),
        "wire-valkey": Scenario(
            "the network between server and Valkey: reset, silent, half open, slow", "recovered ≤ 2 s after each"
        ),
        "wire-postgres": Scenario(
            "the network between server and PostgreSQL: reset, silent, half open, slow", "recovered ≤ 2 s after each"
        ),
        "slow": Scenario(
            "one reader among 500 stops reading", "closed with code and last cursor; p99 of the others + 10 % at most"
        ),
        "storm": Scenario("1,000 sockets come back at once", "all back ≤ 10 s, ≤ 50 statements of PostgreSQL"),
        "poison": Scenario("events that no server can read", "nobody is cut off, everything else arrives"),
        "memory": Scenario("100,000 events on one subscription", "memory grows ≤ 10 MiB"),
        "mid-mutation": Scenario(
            "the server killed in the middle of mutations, again and again (R1)",
            "rows, audit, events and keys agree with what was acknowledged; ready ≤ 2 s",
        ),
        "polite-end": Scenario(
            "SIGTERM with 200 requests in flight and 200 sockets (R13)", "none fails, sockets get 1012, exit 0 ≤ 30 s"
        ),
        "malformed": Scenario(
            "10,000 malformed requests and 1,000 malformed frames (R9)",
            "no error of ours, memory + 20 MiB at most, p99 of good requests ≤ 2 ×",
        ),
        "bodies": Scenario(
            "bodies of 200 MB, gzip bomb, large frame, 500 slow lorises (R11)",
            "413, 408, 1009; memory + 16 MiB at most",
        ),
        "dump": Scenario("pg_dump and pg_restore (R15)", "every table has the same rows"),
        "moment": Scenario("base backup and archived log, recovered to a moment (R16)", "every table as it was then"),
        "disk": Scenario(
            "the disk of PostgreSQL is full (R18)", "nothing acknowledged is lost; work goes on with room"
        ),
        "embedded": Scenario(
            "random kills in the tree of `begrip serve` (R25)", "ready ≤ 5 s each time, no process left over"
        ),
    }
)

NEVER_RUN: Mapping[str, str] = MappingProxyType(
    {
        "R6": "the pool of connections exhausted by slow queries",
        "R8": "reconnect storm over several machines",
        "R10": "sixty malformed tokens (the tests of `auth` hold those we know)",
        "R12": "deep, wide and aliased documents as a load (the tests of `gate` refuse each kind)",
        "R14": "migrations on a million definitions",
        "R17": "a clock that jumps",
        "R19": "a reset after COMMIT was sent",
        "R21": "a vault that is away",
        "R23": "caches under concurrent misses",
        "R24": "a soak of hours",
        "R26": "tampering with the audit trail (the tests of `models` try it)",
        "R27": "erasure, then the restore of an older backup",
    }
)

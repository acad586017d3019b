"""How much faster our checks of a vocabulary are than pySHACL, and whether both find the same: `python -m benchmarks.shacl`.

Both judge the same concepts in the same run, by the shapes of tests/rules/relations/profile.ttl and by the rules of the same
names. Parsing is outside the clock for both, which counts processor
time of one core. The vocabulary is nl_netbeheer.ttl in BEGRIP_GLOSSARIES (a folder;
../shared/data when unset), or the file that is named as the only argument. Exit code 1: they differ, or less than 500 times.
"""

import os
import platform
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time

from rules import catalogue, profiles
from rules.profiles import Profile
from tests.rules.relations import native, shacl

LEAST = 500
RUNS = 5
Found = Mapping[str, set[str]]


def main() -> None:
    """Prints both times, their ratio, and the concepts on which the two differ."""
    folder = Path(os.environ.get("BEGRIP_GLOSSARIES", "../shared/data"))
    file = Path(sys.argv[1]) if sys.argv[1:] else folder / "nl_netbeheer.ttl"
    if not file.exists():
        sys.exit(f"skipped: {file} is not here")
    turtle = file.read_bytes()
    items = native.items(turtle)
    alike = profile()
    native.findings(items, alike)
    ours = min(timed(lambda: native.findings(items, alike)) for _ in range(RUNS))
    data, shapes = shacl.parsed(turtle)
    start = process_time()
    theirs = shacl.judged(data, shapes)
    seconds = process_time() - start
    ratio = seconds / ours
    differing = differences(theirs, native.findings(items, alike))
    print(
        f"{file.name}: {len(items)} concepts, {len(shacl.ALIKE)} rules that both have; {platform.machine()}, one core"
    )
    print(
        f"pySHACL {seconds:.1f} s, ours {ours * 1000:.0f} ms (best of {RUNS}): {ratio:,.0f} times faster (at least {LEAST})"
    )
    print("the same concepts are found by both" if not differing else f"they differ: {differing}")
    sys.exit(ratio < LEAST or bool(differing))


def profile() -> Profile:
    """A profile with only the rules that both have."""
    chosen = profiles.profile("nl-sbb")
    for rule in catalogue.rules():
        chosen = chosen.with_setting(rule.code, is_enabled=rule.code in shacl.ALIKE)
    return chosen


def timed(work: Callable[[], Found]) -> float:
    """Seconds of processor time that the work takes."""
    start = process_time()
    work()
    return process_time() - start


def differences(theirs: Found, ours: Found) -> Mapping[str, list[str]]:
    """The concepts that only one of the two names, by rule."""
    found = {code: sorted(theirs.get(code, set()) ^ ours.get(code, set())) for code in shacl.ALIKE}
    return {code: concepts for code, concepts in found.items() if concepts}


if __name__ == "__main__":
    main()

"""Prints what the web of a glossary costs at 117,659 definitions of WordNet: `nice -n 10 python -m benchmarks.web [EDITS]`.

WordNet is looked for as benchmarks/wordnet.py says. Synonyms are designations, hypernyms broader concepts. One process, one core.
"""

import dataclasses
import gc
import platform
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks import wordnet
from rules import profiles, tokens
from rules.entry import Designation, Entry
from rules.kit import RelationKind
from rules.web.item import Item, Relation
from rules.web.web import Web

FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
HYPERNYMS = {"@": RelationKind.BROADER_GENERIC, "@i": RelationKind.BROADER_INSTANTIAL}
EDITS = 2_000
SEED = 20261124


def item(line: str, letter: str) -> Item:
    """One synset: word forms, pointers, then the gloss after a bar, examples cut off."""
    head, _, gloss = line.partition(" | ")
    fields = head.split(" ")
    count = int(fields[3], 16)
    words = [fields[4 + 2 * place].split("(")[0].replace("_", " ") for place in range(count)]
    pointers = fields[4 + 2 * count + 1 :]
    number = int(fields[4 + 2 * count])
    targets = ((pointers[4 * at], f"{pointers[4 * at + 2]}{pointers[4 * at + 1]}") for at in range(number))
    others = tuple(Designation(word) for word in dict.fromkeys(words[1:]) if word != words[0])
    identity = f"{letter}{fields[0]}"
    return Item(
        id=identity,
        concept=identity,
        entry=Entry(term=words[0], text=gloss.partition('; "')[0].strip(), locale="en", designations=others),
        relations=tuple(Relation(HYPERNYMS[kind], target) for kind, target in targets if kind in HYPERNYMS),
    )


def synsets(place: Path) -> Iterator[Item]:
    """Every synset, in the order of the files."""
    for name, letter in FILES.items():
        for line in (place / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                yield item(line, letter)


def edited(old: Item, other: Item, randomness: random.Random) -> Item:
    """The definition after one edit: a text with a word less, another's text, a new term, a designation less, another parent."""
    entry = old.entry
    words = entry.text.split()
    drop = randomness.randrange(len(words) or 1)
    kind = randomness.choices(("word", "text", "term", "designation", "parent"), (50, 20, 10, 10, 10))[0]
    match kind:
        case "word":
            entry = dataclasses.replace(entry, text=" ".join(words[:drop] + words[drop + 1 :]))
        case "text":
            entry = dataclasses.replace(entry, text=f"{other.entry.text} {entry.term}")
        case "term":
            entry = dataclasses.replace(entry, term=f"{entry.term} {other.entry.term}")
        case "designation":
            entry = dataclasses.replace(entry, designations=entry.designations[1:])
        case _:
            return dataclasses.replace(old, relations=other.relations)
    return dataclasses.replace(old, entry=entry)


def timed(work: Callable[[], object]) -> float:
    """Seconds of one core that the work took: others may use this machine too."""
    started = time.process_time()
    work()
    return time.process_time() - started


def resident() -> float:
    """The most memory that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processor() -> str:
    """What the machine calls its processor."""
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").is_file() else ""
    names = (line.partition(": ")[2] for line in told.splitlines() if line.startswith("model name"))
    return next(names, platform.machine())


def loop() -> float:
    """How fast this machine is now: seconds of one core for ten million turns of an empty loop."""
    return timed(lambda: [None for _ in range(10_000_000)])


def judge(web: Web, new: Item, affected: list[int]) -> None:
    """The item is put, everything that this affects is judged, and how much it was is noted."""
    affected.append(sum(1 for _ in web.findings_of(web.put([new]))))


def main() -> None:
    """Builds, judges, edits; a table of what that took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EDITS
    with tempfile.TemporaryDirectory() as scratch:
        items = list(synsets(wordnet.folder(Path(scratch))))
    tokens.warm()
    gc.freeze()  # what is here stays here: a collector that walks a million objects again and again costs seconds
    before = resident()
    web = Web(profiles.profile())
    put = timed(lambda: web.put(items))
    found: Counter[str] = Counter()
    judged = timed(lambda: found.update(one.rule_code for _, told in web.findings_of() for one in told))
    built = resident()
    gc.collect()
    gc.freeze()
    randomness = random.Random(SEED)
    spent: list[float] = []
    affected: list[int] = []
    for _ in range(count):
        old, other = randomness.choice(items), randomness.choice(items)
        new = edited(web.item(old.id), other, randomness)
        spent.append(timed(partial(judge, web, new, affected)))
    spent.sort()
    machine = f"{processor()}, Python {platform.python_version()}"
    print(
        f"{machine}; {len(items):,} definitions, profile default, seconds of one core; a loop of ten million: {loop():.2f} s\n"
    )
    print("| what | figure |\n|---|---|")
    print(f"| built | {put:.1f} s |\n| judged | {judged:.1f} s |\n| together | {put + judged:.1f} s (goal 15) |")
    print(f"| memory of the definitions | {before:.0f} MiB |\n| with the web | {built:.0f} MiB (goal 1,024) |")
    print(f"| one edit, its findings included: p50 | {spent[count // 2] * 1000:.1f} ms |")
    print(
        f"| p95 | {spent[count * 95 // 100] * 1000:.1f} ms (goal 50) |\n| p99 | {spent[count * 99 // 100] * 1000:.1f} ms |"
    )
    print(f"| longest | {spent[-1] * 1000:.0f} ms |")
    print(f"| definitions named by an edit: mean, most | {statistics.mean(affected):.1f}, {max(affected)} |\n")
    print(", ".join(f"{code} {number:,}" for code, number in sorted(found.items())))


if __name__ == "__main__":
    main()

"""How fast text and entry rules are, as Markdown: `python -m benchmarks.rules_speed`. Processor time of one core throughout.

Sources are those of benchmarks/rules_quality.py; what is absent is skipped. Lemmas are looked up anew for every profile, so
the figures are those of texts that were never seen before.
"""

import itertools
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks import turtle, wordnet
from rules import engine, profiles, tokens
from rules.entry import Designation, Entry
from rules.profiles import Profile

PROJECT = Path(__file__).parents[1]
GLOSSARIES = Path(os.environ.get("BEGRIP_GLOSSARIES", PROJECT.parent / "shared" / "data"))
MOST = 6_000
ENOUGH = 2_000
"""Entries of a pass; a small glossary is read several times."""
LONG = 10_000
"""Characters of a long text: entries joined."""
LONG_TEXTS = 20
PREVIEWED = range(100, 501)
"""Characters of a text as somebody edits it."""


def lines(sources: Iterable[tuple[str, Sequence[Entry]]] | None = None) -> Iterator[str]:
    """The tables; `sources` are names with entries, read from disk when omitted."""
    measured = list(known_sources() if sources is None else sources)
    tokens.warm()
    yield f"Machine: {machine()}. Goal: 5,000 definitions a second a core, 10,000 characters in 50 ms, a preview in 10 ms (p95)."
    yield ""
    yield f"| profile | {' | '.join(f'{name}, definitions a second' for name, _ in measured)} | 10,000 characters, ms | preview p50, ms | preview p95, ms |"
    yield f"|---|{'---|' * len(measured)}---|---|---|"
    for name in profiles.names():
        profile = profiles.profile(name)
        speeds = [f"{per_second(entries, profile):,.0f}" for _, entries in measured]
        every = [entry for _, entries in measured for entry in entries[:MOST]]
        long = statistics.median(milliseconds(long_texts(every), profile))
        previews = milliseconds([entry for entry in every if len(entry.text) in PREVIEWED][:ENOUGH], profile)
        p95 = statistics.quantiles(previews, n=20)[-1]
        yield f"| {name} | {' | '.join(speeds)} | {long:.1f} | {statistics.median(previews):.2f} | {p95:.2f} |"


def per_second(entries: Sequence[Entry], profile: Profile) -> float:
    """Entries checked in a second, lemmas looked up anew."""
    tokens.key.cache_clear()
    passes = max(1, ENOUGH // len(entries))
    start = time.process_time()
    for entry in itertools.chain.from_iterable(itertools.repeat(entries, passes)):
        engine.check(entry, profile)
    return passes * len(entries) / (time.process_time() - start)


def milliseconds(entries: Iterable[Entry], profile: Profile) -> list[float]:
    """What each check takes."""
    taken = []
    for entry in entries:
        start = time.process_time()
        engine.check(entry, profile)
        taken.append(1_000 * (time.process_time() - start))
    return taken


def long_texts(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Entries with as many characters as a text may have in a day's work, made of those given."""
    joined = ", ".join(entry.text for entry in entries[: LONG_TEXTS * 200])
    for at in range(0, min(LONG_TEXTS * LONG, len(joined) - LONG), LONG):
        yield Entry(term="example", text=joined[at : at + LONG], locale=entries[0].locale)


def known_sources() -> Iterator[tuple[str, list[Entry]]]:
    """Every third of the first nouns of WordNet, down to MOST of them, and the two Dutch glossaries."""
    with tempfile.TemporaryDirectory() as scratch:
        rows = itertools.islice(wordnet.nouns(wordnet.folder(Path(scratch))), 0, 3 * MOST, 3)
        yield "WordNet", [entry(row) for row in rows]
    for name in ("netbeheer", "imka"):
        file = GLOSSARIES / f"nl_{name}.ttl"
        if file.is_file():
            yield name, [entry(row) for row in turtle.rows(file.read_text("utf-8"), "nl")]


def entry(row: dict[str, object]) -> Entry:
    others = tuple(Designation(one) for one in str(row.get("synonyms") or "").split("; ") if one)
    return Entry(term=str(row["term"]), text=str(row["text"]), locale=str(row["locale"]), designations=others)


def machine() -> str:
    """Processor, Python, and what a loop of ten million rounds takes: on a busy machine everything grows alike."""
    start = time.process_time()
    for _ in range(10_000_000):
        pass
    loop = time.process_time() - start
    known = Path("/proc/cpuinfo")
    names = (
        [line.partition(": ")[2] for line in known.read_text().splitlines() if line.startswith("model name")]
        if known.is_file()
        else []
    )
    name = (names or [platform.processor() or platform.machine()])[0]
    return f"{name}, Python {platform.python_version()}, ten million empty rounds in {loop:.2f} s"


def main() -> None:
    for line in lines():
        print(line)


if __name__ == "__main__":
    main()

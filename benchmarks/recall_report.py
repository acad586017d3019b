"""How many planted faults the rules find, and how many sound texts they fault: `python -m benchmarks.recall_report [dev|held_out]`.

Reads benchmarks/recall (its README.md says how it is counted). With the name of a half that rules are mended by it also prints the misses and
false alarms of that half; those of `fresh` are never printed, so that its figures stay clean.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rules import catalogue, engine, profiles
from rules.entry import Context, Designation, Entry, Source
from rules.kit import ContextKind, DesignationForm, DesignationKind, Severity, Style
from rules.marks import Finding
from rules.web.item import Item
from rules.web.web import Web

FOLDER = Path(__file__).parent / "recall"
HALVES = ("dev", "held_out", "fresh")
OPEN = HALVES[:2]
"""Halves that rules were mended by."""
KINDS = {"PROHIBITED": "DEPRECATED", "PREFERRED": "ADMITTED"}
FAMILIES = (
    {"FRM-02", "FRM-03"},
    {"CNT-01", "CNT-02", "CNT-04", "FRM-08"},
    {"FRM-07", "FRM-08", "FRM-11", "FRM-12"},
    {"ENT-04", "GLO-04", "GLO-05"},
)
BESIDE = ({"CNT-16", "FRM-02", "FRM-03"}, {"CNT-04", "FRM-02", "FRM-03"})
WHOLE = {"FRM-01", "FRM-20", "CNT-19", "ENT-19"}
OUTSIDE = {"TRM-06": "a designation of ours has the language of its entry, so a wrong one cannot be entered"}
"""Codes that are not counted, and why."""


@dataclass(frozen=True)
class Row:
    """One entry of the set and what is planted in it."""

    id: str
    half: str
    style: Style
    entry: Entry
    others: tuple[Entry, ...]
    faults: frozenset[str]
    also: frozenset[str]


@dataclass
class Half:
    """What was counted over one half of the set."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    by_default: int = 0
    counting: int = 0
    sound: int = 0
    faulted: int = 0
    hinted: int = 0
    misses: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)


def rows() -> Iterator[Row]:
    """Every entry of the set, in the order of its files."""
    for file in sorted(FOLDER.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield _row(json.loads(line))


def _row(held: Mapping[str, object]) -> Row:
    others = held.get("others")
    entry = _entry(held, str(held["locale"]))
    return Row(
        id=str(held["id"]),
        half=str(held["half"]),
        style=Style(str(held["style"])),
        entry=entry,
        others=tuple(_entry(one, entry.locale) for one in others) if isinstance(others, list) else (),
        faults=frozenset(_listed(held, "faults")) - OUTSIDE.keys(),
        also=frozenset(_listed(held, "also")),
    )


def _listed(held: Mapping[str, object], name: str) -> list[str]:
    found = held.get(name)
    return [str(one) for one in found] if isinstance(found, list) else []


def _entry(held: Mapping[str, object], locale: str) -> Entry:
    designations = held.get("designations")
    contexts = _listed(held, "contexts") if "contexts" in held else ["Example Town"]
    sources = _listed(held, "sources") if "sources" in held else ["Example Act 2024, article 1"]
    return Entry(
        term=str(held["term"]),
        text=str(held["text"]),
        locale=locale,
        designations=tuple(map(_designation, designations)) if isinstance(designations, list) else (),
        contexts=tuple(Context(ContextKind.ORGANISATIONAL, name) for name in contexts),
        sources=tuple(map(_source, sources)),
    )


def _designation(held: Mapping[str, str]) -> Designation:
    status = held.get("status", "ADMITTED")
    form = DesignationForm(held["kind"]) if "kind" in held else None
    return Designation(held["text"], DesignationKind(KINDS.get(status, status)), form)


def _source(text: str) -> Source:
    """A source as an author types it: one word with a colon and slashes is an address."""
    return Source(text, url=text) if "://" in text and " " not in text.strip() else Source(text)


def _findings(row: Row, profile: profiles.Profile) -> list[Finding]:
    found = list(engine.check(row.entry, profile).findings)
    if row.others:
        web = Web(profile, locales=(row.entry.locale,))
        web.put(Item(id=str(at), entry=one, concept=str(at)) for at, one in enumerate((row.entry, *row.others)))
        found += web.findings("0")
    return found


def _stands_for(code: str) -> set[str]:
    return {code}.union(*(family for family in FAMILIES if code in family))


def _is_expected(row: Row, code: str) -> bool:
    if row.faults & WHOLE or code in row.also or code in row.faults:
        return True
    return any(code in group and row.faults & group for group in (*FAMILIES, *BESIDE))


def counted() -> dict[str, Half]:
    """Every part of the set, counted; a part without entries is left out."""
    held = list(rows())
    halves = {name: Half() for name in HALVES if any(row.half == name for row in held)}
    known = {rule.code for rule in catalogue.rules()}
    for row in held:
        half = halves[row.half]
        default = profiles.profile("default", row.style)
        findings = _findings(row, default)
        _count_faults(row, half, findings, named=row.faults & known)
        loud = [one for one in findings if one.severity is not Severity.INFO and not _is_expected(row, one.rule_code)]
        half.alarms += [f"{row.id} {one.rule_code} [{one.excerpt}] {row.entry.term}: {row.entry.text}" for one in loud]
        if not row.faults and not row.also:
            half.sound += 1
            half.faulted += bool(loud)
            half.hinted += bool(findings)
    return halves


def _count_faults(row: Row, half: Half, findings: list[Finding], *, named: Iterable[str]) -> None:
    """Counts the faults of the row. Rules that are off by default are switched on for the faults that name them."""
    wider = profiles.profile("default", row.style)
    for code in named:
        wider = wider.with_setting(code, is_enabled=True)
    also = _findings(row, wider)
    for code in sorted(row.faults):
        half.planted[code] += 1
        is_default = any(one.rule_code in _stands_for(code) for one in findings)
        half.by_default += is_default
        half.counting += any(
            one.rule_code in _stands_for(code) and one.severity is not Severity.INFO for one in findings
        )
        if is_default or any(one.rule_code in _stands_for(code) for one in also):
            half.found[code] += 1
        else:
            half.misses.append(f"{row.id} {code} {row.entry.term}: {row.entry.text}")


def lines(halves: Mapping[str, Half]) -> Iterator[str]:
    """The part of docs/rules-quality.md on recall."""
    names = " | ".join(name.replace("_", " ") for name in halves)
    rule = "---|" * len(halves)
    yield f"| | {names} | goal |"
    yield f"|---|{rule}---|"
    yield _line("planted faults", halves, lambda half: str(half.planted.total()))
    yield _line("found", halves, lambda half: f"{half.found.total() / half.planted.total():.1%}", "≥ 90 %")
    yield _line("found with the default profile", halves, lambda half: f"{half.by_default / half.planted.total():.1%}")
    yield _line("found as an error or warning", halves, lambda half: f"{half.counting / half.planted.total():.1%}")
    yield _line("sound texts", halves, lambda half: str(half.sound))
    yield _line("faulted with an error or warning", halves, lambda half: f"{half.faulted / half.sound:.1%}", "≤ 3 %")
    yield _line("with any finding, hints included", halves, lambda half: f"{half.hinted / half.sound:.1%}")
    yield ""
    yield f"| fault | {names} |"
    yield f"|---|{rule}"
    for code in sorted(set().union(*(half.planted for half in halves.values()))):
        cells = (f"{half.found[code]} of {half.planted[code]}" for half in halves.values())
        yield f"| {code} | {' | '.join(cells)} |"


def _line(name: str, halves: Mapping[str, Half], figure: Callable[[Half], str], goal: str = "") -> str:
    return f"| {name} | {' | '.join(figure(half) for half in halves.values())} | {goal} |"


def main() -> None:
    """Prints the tables, and of the half that is asked for what was missed."""
    halves = counted()
    print("\n".join(lines(halves)))
    for name in OPEN:
        if name in sys.argv[1:]:
            print("\nMISSES", *halves[name].misses, "\nALARMS", *halves[name].alarms, sep="\n")


if __name__ == "__main__":
    main()

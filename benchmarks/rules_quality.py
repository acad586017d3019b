"""Writes docs/rules-quality.md: what the rules say of glossaries that others wrote. `python -m benchmarks.rules_quality`.

Nouns of WordNet (see benchmarks/wordnet.py), the first 20,000 and, since those are full of taxonomy, every third as well; and the Turtle files of
BEGRIP_GLOSSARIES (a folder; ../shared/data when unset). What is absent is skipped and said.
"""

import itertools
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import recall_report, rules_speed, turtle, wordnet
from rules import catalogue, engine, profiles
from rules.entry import Designation, Entry
from rules.kit import RuleScope, Severity
from rules.marks import Finding

PROJECT = Path(__file__).parents[1]
GLOSSARIES = Path(os.environ.get("BEGRIP_GLOSSARIES", PROJECT.parent / "shared" / "data"))
GOALS = {"wordnet, first": 8, "wordnet, every third": 8, "netbeheer": 10, "imka": 20}
MOST = 20_000
EVERY = 3


STYLE = {"FRM-05", "FRM-07", "FRM-08", "FRM-09", "FRM-11", "FRM-12", "FRM-13", "FRM-14"}
RECALL = """Faults that somebody planted who had not seen the rules, and sound texts that look faulty (benchmarks/recall). Rules
were mended on misses of `dev` and, later, of `held out`; `fresh` was written after that and only counted, so that its figures are the honest
ones. What is off by default
is switched on for the faults that name it; the line below says what the default profile finds.
"""
READING = """Precision is the share of real findings that a reader judged right (`rules/texts/verdicts.toml`; rules with fewer than
five findings read show none). A rule that is right in fewer than 8 of 10 only informs.
"""


def entry(row: dict[str, object]) -> Entry:
    others = tuple(Designation(one) for one in str(row.get("synonyms") or "").split("; ") if one)
    return Entry(term=str(row["term"]), text=str(row["text"]), locale=str(row["locale"]), designations=others)


def sources() -> Iterator[tuple[str, list[Entry]]]:
    with tempfile.TemporaryDirectory() as scratch:
        nouns = [entry(row) for row in itertools.islice(wordnet.nouns(wordnet.folder(Path(scratch))), MOST * EVERY)]
    yield "wordnet, first", nouns[:MOST]
    yield "wordnet, every third", nouns[::EVERY]
    for name in ("netbeheer", "imka"):
        file = GLOSSARIES / f"nl_{name}.ttl"
        if file.is_file():
            yield name, [entry(row) for row in turtle.rows(file.read_text("utf-8"), "nl")]
        else:
            print(f"SKIPPED: {file} is absent", file=sys.stderr)


def lines(measured: Iterable[tuple[str, list[Entry]]], *, is_quick: bool) -> Iterator[str]:
    """The page, part by part."""
    loaded = list(measured)
    yield "# How right the rules are\n\nWritten by `python -m benchmarks.rules_quality` (`make bench-rules`); do not edit.\n"
    yield "## Share of entries that are marked\n"
    hits: dict[str, Counter[str]] = {}
    yield from shares(loaded, hits)
    yield "\n## Sentences\n"
    yield from sentences(loaded)
    yield "\n## Recall\n"
    yield RECALL
    yield from recall_report.lines(recall_report.counted())
    yield "\n## Findings by rule, and precision\n"
    yield from precisions(hits)
    if not is_quick:
        for title, part in PARTS:
            yield f"\n## {title}\n"
            yield from part()


def shares(loaded: Sequence[tuple[str, list[Entry]]], hits: dict[str, Counter[str]]) -> Iterator[str]:
    """Entries of every source with a finding that counts under `default`; the findings themselves go into `hits`."""
    yield "| source | entries | with a TEXT error or warning | goal | ENTRY |"
    yield "|---|---|---|---|---|"
    scopes = {rule.code: rule.scope for rule in catalogue.rules()}
    for name, entries in loaded:
        hits[name] = Counter()
        found: Counter[RuleScope] = Counter()
        for one in entries:
            report = engine.check(one, profiles.profile())
            hits[name].update({finding.rule_code for finding in report.findings})
            counting = {scopes[item.rule_code] for item in report.findings if item.severity is not Severity.INFO}
            found.update(counting)
        text, about = (f"{found[scope] / len(entries):.1%}" for scope in (RuleScope.TEXT, RuleScope.ENTRY))
        yield f"| {name} | {len(entries)} | {text} | ≤ {GOALS[name]} % | {about} |"


def sentences(loaded: Sequence[tuple[str, list[Entry]]]) -> Iterator[str]:
    """What `nl-sbb` says of the style of sentences: the phrases of a glossary made into some, and those of SENTENCES."""
    yield (
        "Under `nl-sbb` definitions are sentences. Marked for their style ("
        + ", ".join(sorted(STYLE))
        + ", as an error or warning):\n"
    )
    yield "| source | sentences | marked |"
    yield "|---|---|---|"
    sets = [(f"{name}, each made a sentence", made(entries)) for name, entries in loaded if name == "netbeheer"]
    folder = os.environ.get("BEGRIP_SENTENCES")
    files = sorted(Path(folder).glob("*.ttl")) if folder else []
    sets += [(file.stem, [entry(row) for row in turtle.rows(file.read_text("utf-8"), "nl")]) for file in files]
    for name, entries in sets:
        reports = [engine.check(one, profiles.profile("nl-sbb")) for one in entries]
        marked = sum(any(is_style(one) for one in report.findings) for report in reports)
        yield f"| {name} | {len(entries)} | {marked} |"


def made(entries: Iterable[Entry]) -> list[Entry]:
    """The phrases as sentences: *een …* or *het …* does not matter here."""
    return [replace(one, text=f"Een {one.term} is een {one.text}.") for one in entries]


def is_style(finding: Finding) -> bool:
    return finding.rule_code in STYLE and finding.severity is not Severity.INFO


def precisions(hits: dict[str, Counter[str]]) -> Iterator[str]:
    """Findings of every rule by source, and how many of those that were read were right."""
    yield READING
    yield f"| rule | severity | {' | '.join(hits)} | precision |"
    yield f"|---|---|{'---|' * len(hits)}---|"
    for rule in catalogue.rules():
        if any(found[rule.code] for found in hits.values()):
            counts = " | ".join(str(found[rule.code]) for found in hits.values())
            read = "" if rule.measured_precision is None else f"{rule.measured_precision:.0%}"
            yield f"| [{rule.code}](rules/{rule.code}.md) | {rule.severity} | {counts} | {read} |"


def printed(module: str) -> Callable[[], Iterator[str]]:
    """A part that another benchmark prints as Markdown; a benchmark that fails is said to have failed."""

    def part() -> Iterator[str]:
        done = subprocess.run([sys.executable, "-m", module], capture_output=True, text=True, check=False, cwd=PROJECT)
        yield done.stdout.strip() if done.returncode == 0 else f"`python -m {module}` failed."

    return part


PARTS: tuple[tuple[str, Callable[[], Iterable[str]]], ...] = (
    ("Speed of text and entry rules", rules_speed.lines),
    ("Speed of the rules across a glossary", printed("benchmarks.web")),
    ("Against SHACL", printed("benchmarks.shacl")),
)
"""Parts that take minutes and a quiet machine."""


def main() -> None:
    """Writes the page; with `--quick` without the parts that measure time."""
    text = "\n".join(lines(sources(), is_quick="--quick" in sys.argv[1:])) + "\n"
    (PROJECT / "docs" / "rules-quality.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

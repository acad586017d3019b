"""Writes docs/rules-quality.md: what the rules say of glossaries that others wrote. `python -m benchmarks.rules_quality`.

Nouns of WordNet (see benchmarks/wordnet.py), the first 20,000 and, since those are full of taxonomy, every third as well; and the Turtle files of
BEGRIP_GLOSSARIES (a folder; ../shared/data when unset). What is absent is skipped and said.
"""

import itertools
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import turtle, wordnet
from rules import catalogue, engine, profiles, tokens
from rules.entry import Designation, Entry
from rules.kit import RuleScope, Severity

PROJECT = Path(__file__).parents[1]
GLOSSARIES = Path(os.environ.get("BEGRIP_GLOSSARIES", PROJECT.parent / "shared" / "data"))
GOALS = {"wordnet, first": 8, "wordnet, every third": 8, "netbeheer": 10, "imka": 20}
MOST = 20_000
EVERY = 3


READING = """
Precision is the share of real findings that one reader judged right (`rules/texts/verdicts.toml`). Read it with care: the reader
was one of the authors, in a hurry, saw mostly the first 150 characters, and counted as right what was not clearly wrong; some rules were
mended on the findings read. Rules whose sample was thinned that way (CNT-01, CNT-20) and rules with fewer than five findings show none. A
blind sample by somebody else has yet to be read.
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


def lines(measured: Iterable[tuple[str, list[Entry]]]) -> Iterator[str]:
    yield "# How right the rules are\n\nWritten by `python -m benchmarks.rules_quality`; do not edit.\n"
    yield "| source | entries | with a TEXT error or warning | goal | ENTRY | definitions a second |"
    yield "|---|---|---|---|---|---|"
    hits: dict[str, Counter[str]] = {}
    tokens.warm()
    for name, entries in measured:
        hits[name] = Counter()
        shares: Counter[RuleScope] = Counter()
        start = time.process_time()
        reports = [engine.check(one, profiles.profile()) for one in entries]
        speed = len(entries) / (time.process_time() - start)
        for report in reports:
            hits[name].update({finding.rule_code for finding in report.findings})
            counting = {item.rule_code for item in report.findings if item.severity is not Severity.INFO}
            shares.update({rule.scope for rule in catalogue.rules() if rule.code in counting})
        text, about = (f"{shares[scope] / len(entries):.1%}" for scope in (RuleScope.TEXT, RuleScope.ENTRY))
        yield f"| {name} | {len(entries)} | {text} | ≤ {GOALS[name]} % | {about} | {speed:.0f} |"
    yield READING
    yield f"| rule | severity | {' | '.join(hits)} | precision |"
    yield f"|---|---|{'---|' * len(hits)}---|"
    for rule in catalogue.rules():
        if any(found[rule.code] for found in hits.values()):
            counts = " | ".join(str(found[rule.code]) for found in hits.values())
            read = "" if rule.measured_precision is None else f"{rule.measured_precision:.0%}"
            yield f"| [{rule.code}](rules/{rule.code}.md) | {rule.severity} | {counts} | {read} |"


def main() -> None:
    text = "\n".join(lines(sources())) + "\n"
    (PROJECT / "docs" / "rules-quality.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

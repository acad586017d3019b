"""Draws real findings for a reader to judge: `python -m benchmarks.precision_sample CNT-08 FRM-05 --seed 7 --most 20`.

Without codes: every rule that counts under the default profile. The draw takes turns among the sources, so that the large ones
do not drown the others: all of WordNet (benchmarks/wordnet.py), every Turtle file `LOCALE_NAME.ttl` of BEGRIP_GLOSSARIES, and
FOLDOC (Debian's dict-foldoc) when `foldoc.dict.dz` lies there too. A finding is called by source and row, from 1; verdicts are
kept under that name in rules/texts/verdicts.toml, the texts are not.
"""

import argparse
import gzip
import random
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from benchmarks import turtle, wordnet
from benchmarks.rules_quality import GLOSSARIES, entry
from rules import catalogue, engine, messages, profiles
from rules.entry import Entry
from rules.kit import Severity
from rules.marks import Finding

Named = tuple[str, Entry]
Hits = dict[str, dict[str, list[tuple[str, Entry, list[Finding]]]]]

HEADWORD = re.compile(r"\n\n(?=\S)")
REMARK = re.compile(r"^(?:1\.\s*)?(?:<[^>]*>\s*)*")
LINK = re.compile(r"[{}]|__")


def foldoc(file: Path) -> Iterator[Entry]:
    """The first paragraph of every article that has one, its links and its field taken off."""
    for article in HEADWORD.split(gzip.decompress(file.read_bytes()).decode("utf-8", "replace")):
        term, _, rest = article.partition("\n\n")
        text = REMARK.sub("", LINK.sub("", " ".join(rest.partition("\n\n")[0].split())))
        if text and "\n" not in term:
            yield Entry(term=term.strip(), text=text, locale="en")


def sources() -> Iterator[tuple[str, list[Entry]]]:
    """What other people defined, by the name of where it stands."""
    with tempfile.TemporaryDirectory() as scratch:
        yield "wordnet", [entry(row) for row in wordnet.nouns(wordnet.folder(Path(scratch)))]
    for file in sorted(GLOSSARIES.glob("*_*.ttl")):
        locale, _, name = file.stem.partition("_")
        yield name, [entry(row) for row in turtle.rows(file.read_text("utf-8"), locale)]
    if (GLOSSARIES / "foldoc.dict.dz").is_file():
        yield "foldoc", list(foldoc(GLOSSARIES / "foldoc.dict.dz"))


def hits(codes: Collection[str]) -> Hits:
    """Rule to source to what it found there and counts."""
    found: Hits = defaultdict(lambda: defaultdict(list))
    for name, entries in sources():
        for row, one in enumerate(entries, 1):
            of_rule: dict[str, list[Finding]] = defaultdict(list)
            for finding in engine.check(one, profiles.profile(), codes=codes).findings:
                if finding.severity is not Severity.INFO:
                    of_rule[finding.rule_code].append(finding)
            for code, findings in of_rule.items():
                found[code][name].append((f"{name} {row}", one, findings))
    return found


def drawn(
    of_source: dict[str, list[tuple[str, Entry, list[Finding]]]], dice: random.Random, most: int
) -> Iterator[str]:
    """Lines on so many findings, from every source in turn."""
    queues = [dice.sample(found, len(found)) for _, found in sorted(of_source.items())]
    for _ in range(most):
        queues = [queue for queue in queues if queue]
        if not queues:
            return
        name, one, findings = queues[0].pop()
        queues.append(queues.pop(0))
        others = f" (also: {'; '.join(one.labels[1:])})" if one.designations else ""
        yield f"{name} | {one.term}{others} | {one.text}"
        for finding in findings:
            said = messages.message(finding.rule_code, finding.arguments, "en")
            yield f"    [{finding.excerpt or ''}] {finding.severity}: {said}"


def main() -> None:
    """Prints a sample for every rule that was asked for."""
    counting = [
        rule.code
        for rule in catalogue.rules()
        if (setting := profiles.profile().setting(rule.code)).is_enabled and setting.severity is not Severity.INFO
    ]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*", default=counting)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=20)
    chosen = parser.parse_args()
    found = hits(frozenset(chosen.codes))
    for code in chosen.codes:
        counts = ", ".join(f"{name} {len(of)}" for name, of in sorted(found[code].items()))
        print(f"\n## {code}: {counts or 'none'}")
        sys.stdout.writelines(
            f"{line}\n" for line in drawn(found[code], random.Random(f"{chosen.seed} {code}"), chosen.most)
        )


if __name__ == "__main__":
    main()

"""Draws real findings for a reader to judge: `python -m benchmarks.precision_sample CNT-08 FRM-05 --seed 7 --most 20`.

Without codes: every rule that counts under the default profile. The draw takes turns among the sources, so that the large ones
do not drown the others: all of WordNet (benchmarks/wordnet.py), every Turtle file `LOCALE_NAME.ttl` of BEGRIP_GLOSSARIES, and
FOLDOC (Debian's dict-foldoc) when `foldoc.dict.dz` lies there too. A finding is called by source and row, from 1; verdicts are
kept under that name in rules/texts/verdicts.toml, the texts are not.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from benchmarks.elsewhere import Row, sources
from rules import catalogue, engine, messages, profiles
from rules.kit import Severity
from rules.marks import Finding
from rules.web.web import Web

Told = tuple["Row", list[Finding]]
Hits = dict[str, dict[str, list[Told]]]


def said(rows: Iterable[Row], codes: AbstractSet[str]) -> Iterator[tuple[Row, Iterable[Finding]]]:
    """What the rules say of every row by itself, then of every row in its glossary."""
    texts = [rule.code for rule in catalogue.rules() if rule.judge is None and rule.code in codes]
    webs = [rule.code for rule in catalogue.rules() if rule.judge is not None and rule.code in codes]
    glossaries: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if texts:
            yield row, engine.check(row.entry, asked(texts), codes=texts).findings
        glossaries[row.glossary].append(row)
    if webs:
        for held in glossaries.values():
            web = Web(asked(webs))
            web.put(row.item for row in held)
            found = dict(web.findings_of())
            for row in held:
                row.others.update(
                    (one, web.item(one).entry.text) for finding in found.get(row.name, ()) for one in told(finding)
                )
                yield row, found.get(row.name, ())


def told(finding: Finding) -> Iterator[str]:
    """The definitions that the finding names."""
    return (one.definition_id for one in finding.evidence if one.definition_id)


@cache
def _asked(codes: tuple[str, ...]) -> profiles.Profile:
    chosen = profiles.profile()
    for code in codes:
        chosen = chosen.with_setting(code, is_enabled=True)
    return chosen


def asked(codes: Iterable[str]) -> profiles.Profile:
    """The default profile with these rules on."""
    return _asked(tuple(codes))


def hits(codes: AbstractSet[str], *, infos: bool) -> Hits:
    """Rule to source to what it found there; what is a mere hint only when `infos`."""
    found: Hits = defaultdict(lambda: defaultdict(list))
    for row, findings in said(sources(), codes):
        of_rule: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            if finding.severity is not Severity.INFO or infos:
                of_rule[finding.rule_code].append(finding)
        for code in codes & of_rule.keys():
            found[code][row.name.partition(" ")[0]].append((row, of_rule[code]))
    return found


def drawn(of_source: dict[str, list[Told]], dice: random.Random, most: int) -> Iterator[str]:
    """Lines on so many findings, from every source in turn."""
    queues = [dice.sample(found, len(found)) for _, found in sorted(of_source.items())]
    for _ in range(most):
        queues = [queue for queue in queues if queue]
        if not queues:
            return
        row, findings = queues[0].pop()
        one = row.entry
        queues.append(queues.pop(0))
        others = f" (also: {'; '.join(one.labels[1:])})" if one.designations else ""
        yield f"{row.name} | {one.term}{others} | {one.text}"
        for finding in findings:
            sentence = messages.message(finding.rule_code, finding.arguments, "en")
            yield f"    [{finding.excerpt or ''}] {finding.severity}: {sentence}"
            for other in finding.evidence[:3]:
                text = row.others.get(other.definition_id or "", "")
                yield f"        {other.definition_id} | {other.excerpt} | {text}"


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
    parser.add_argument("--infos", action="store_true", help="hints too")
    chosen = parser.parse_args()
    found = hits(frozenset(chosen.codes), infos=chosen.infos)
    for code in chosen.codes:
        counts = ", ".join(f"{name} {len(of)}" for name, of in sorted(found[code].items()))
        print(f"\n## {code}: {counts or 'none'}")
        sys.stdout.writelines(
            f"{line}\n" for line in drawn(found[code], random.Random(f"{chosen.seed} {code}"), chosen.most)
        )


if __name__ == "__main__":
    main()

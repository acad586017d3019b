"""Definitions of a SKOS file in Turtle as JSON Lines for `begrip import`: `python benchmarks/turtle.py FILE nl > rows.jsonl`.

Reads what such files commonly hold: one concept a block, `skos:prefLabel`, `skos:definition` and `skos:altLabel` with a
language tag. A reader for every file of the format comes with the exchange of SKOS.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

LITERAL = re.compile(r'"""(.*?)"""(?:@(\w+))?|"((?:[^"\\\n]|\\.)*)"(?:@(\w+))?', re.DOTALL)


def literals(block: str, name: str, locale: str) -> list[str]:
    """The texts of a property in a language, in the order of the file."""
    found = []
    for place in re.finditer(rf"skos:{name}\s", block):
        rest = block[place.end() :]
        while match := LITERAL.match(rest.lstrip()):
            if (match[2] or match[4]) == locale:
                found.append(" ".join((match[1] or match[3] or "").replace('\\"', '"').replace("\\n", " ").split()))
            rest = rest.lstrip()[match.end() :].lstrip()
            if not rest.startswith(","):
                break
            rest = rest[1:]
    return found


def rows(text: str, locale: str) -> Iterator[dict[str, object]]:
    """One row per concept that has a preferred label and a definition."""
    for block in re.split(r"\s\.\s*\n", text):
        terms, texts = literals(block, "prefLabel", locale), literals(block, "definition", locale)
        if terms and texts:
            others = [one for one in literals(block, "altLabel", locale) if one != terms[0]]
            yield {"term": terms[0], "text": texts[0], "locale": locale, "synonyms": "; ".join(others)}


def main() -> None:
    """Writes every row; of two concepts with one preferred label the first."""
    seen: set[object] = set()
    for row in rows(Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2]):
        if row["term"] not in seen:
            seen.add(row["term"])
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()

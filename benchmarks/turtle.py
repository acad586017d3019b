"""Definitions of a SKOS file in Turtle as JSON Lines for `begrip import`: `python benchmarks/turtle.py FILE nl > rows.jsonl`."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph

SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Values = dict[str, dict[str, list[str]]]


def values(text: str, locale: str) -> Values:
    """Subject, in the order of the file, to property to what it holds: names, and texts in the language."""
    found: Values = defaultdict(lambda: defaultdict(list))
    for triple in pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE):
        match triple.object:
            case pyoxigraph.Literal(language=language, value=value) if language == locale:
                found[str(triple.subject)][triple.predicate.value].append(" ".join(value.split()))
            case pyoxigraph.NamedNode(value=value):
                found[str(triple.subject)][triple.predicate.value].append(value)
            case _:
                pass
    return found


def rows(text: str, locale: str) -> Iterator[dict[str, object]]:
    """One row per concept that has a preferred label and a definition in the language, in the order of the file.

    What the file has commented out, and collections, are no concepts.
    """
    for held in values(text, locale).values():
        terms, texts = held[f"{SKOS}prefLabel"], held[f"{SKOS}definition"]
        if terms and texts and f"{SKOS}Concept" in held[TYPE]:
            others = [one for one in held[f"{SKOS}altLabel"] if one != terms[0]]
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

"""Definitions that others wrote, each as it stands in its glossary: WordNet, Turtle files, FOLDOC."""

import gzip
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import turtle, wordnet
from benchmarks.rules_quality import GLOSSARIES, entry
from rules.entry import Context, Entry
from rules.kit import ContextKind, RelationKind
from rules.web.item import Item, Relation

KINDS = {
    "broader": RelationKind.BROADER,
    "narrower": RelationKind.NARROWER,
    "related": RelationKind.RELATED,
    "exactMatch": RelationKind.EXACT_MATCH,
}

HEADWORD = re.compile(r"\n\n(?=\S)")
FIELD = re.compile(r"^(?:1\.\s*)?(?:<([^>]*)>\s*)*")
LINK = re.compile(r"[{}]|__")


def foldoc(file: Path) -> Iterator[Entry]:
    """The first paragraph of every article that has one, its links taken off, its field as context."""
    for article in HEADWORD.split(gzip.decompress(file.read_bytes()).decode("utf-8", "replace")):
        term, _, rest = article.partition("\n\n")
        text = LINK.sub("", " ".join(rest.partition("\n\n")[0].split()))
        field_of = FIELD.match(text)
        contexts = (Context(ContextKind.ORGANISATIONAL, field_of[1]),) if field_of and field_of[1] else ()
        if "\n" not in term and (left := FIELD.sub("", text)):
            yield Entry(term=term.strip(), text=left, locale="en", contexts=contexts)


@dataclass(frozen=True, slots=True)
class Row:
    """A definition that somebody else wrote: what it is called here, the glossary it stands in, and its concept's relations there."""

    name: str
    entry: Entry
    glossary: str
    concept: str
    relations: tuple[Relation, ...] = ()
    others: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """Name to text of all of its glossary, filled as that is read."""

    @property
    def item(self) -> Item:
        """The definition in the web of its glossary."""
        return Item(id=self.name, entry=self.entry, concept=self.concept, relations=self.relations)


def plain(name: str, entries: Iterable[Entry]) -> Iterator[Row]:
    """A source that is one glossary, without relations."""
    for place, one in enumerate(entries, 1):
        yield Row(f"{name} {place}", one, name, f"{name} {place}")


def turtles(name: str, locale: str, text: str) -> Iterator[Row]:
    """A Turtle file: every concept scheme in it is a glossary."""
    held = turtle.values(text, locale)
    wanted = [f"{turtle.SKOS}{word}" for word in ("prefLabel", "definition")]
    concepts = [
        one
        for one, of in held.items()
        if all(of.get(name) for name in wanted) and f"{turtle.SKOS}Concept" in of.get(turtle.TYPE, ())
    ]
    relations: dict[str, set[Relation]] = defaultdict(set)
    for one in concepts:
        for word, kind in KINDS.items():
            for other in held[one].get(f"{turtle.SKOS}{word}", ()):
                relations[one].add(Relation(kind, f"<{other}>"))
                relations[f"<{other}>"].add(Relation(kind.inverse, one))
    for place, (concept, row) in enumerate(zip(concepts, turtle.rows(text, locale), strict=True), 1):
        scheme = next(iter(held[concept].get(f"{turtle.SKOS}inScheme", ())), name)
        yield Row(f"{name} {place}", entry(row), scheme, concept, tuple(sorted(relations[concept], key=str)))


def sources() -> Iterator[Row]:
    """What other people defined."""
    with tempfile.TemporaryDirectory() as scratch:
        yield from plain("wordnet", map(entry, wordnet.nouns(wordnet.folder(Path(scratch)))))
    for file in sorted(GLOSSARIES.glob("*_*.ttl")):
        locale, _, name = file.stem.partition("_")
        yield from turtles(name, locale, file.read_text("utf-8"))
    if (GLOSSARIES / "foldoc.dict.dz").is_file():
        yield from plain("foldoc", foldoc(GLOSSARIES / "foldoc.dict.dz"))

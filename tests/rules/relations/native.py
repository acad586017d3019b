"""What we find in a vocabulary, by concept, the way it is read and judged in earnest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from exchange import reading
from exchange.rows import ImportRow
from rules import engine
from rules.entry import Designation, Entry
from rules.kit import DesignationKind, RelationKind
from rules.profiles import Profile
from rules.web.item import Item, Relation
from rules.web.web import Web


def items(turtle: str | bytes) -> list[Item]:
    """The definitions of a vocabulary in Turtle."""
    source = turtle.encode() if isinstance(turtle, str) else turtle
    rows = [row for row in reading.read("x.ttl", [source]) if isinstance(row, ImportRow)]
    return [_item(str(number), row) for number, row in enumerate(rows)]


def _item(identity: str, row: ImportRow) -> Item:
    return Item(
        id=identity,
        entry=Entry(
            term=row.term,
            text=row.text,
            locale=row.locale or "nl",
            designations=tuple(Designation(one.text, DesignationKind(one.kind)) for one in row.designations),
        ),
        concept=row.concept or identity,
        relations=tuple(Relation(RelationKind(one.kind), one.target) for one in row.relations),
        notations=row.notations,
    )


def findings(found: Iterable[Item], profile: Profile) -> Mapping[str, set[str]]:
    """The concepts with a finding, by code of the rule."""
    web = Web(profile)
    web.put(found)
    told: defaultdict[str, set[str]] = defaultdict(set)
    for identity, seen in web.findings_of():
        item = web.item(identity)
        for one in (*seen, *engine.check(item.entry, profile).findings):
            told[one.rule_code].add(item.concept)
    return told

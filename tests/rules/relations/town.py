"""A glossary for the tests of these rules: a web under a profile in which all of them are on, and what they find in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from rules import catalogue, profiles
from rules.entry import Entry
from rules.kit import RelationKind
from rules.marks import Finding
from rules.web.item import Item, Relation
from rules.web.web import Web

CODES = tuple(
    rule.code
    for rule in catalogue.rules()
    if rule.group == "REL" or rule.code in {"ENT-10", "ENT-11", "ENT-15", "ENT-17", "ENT-18"}
)
WEB_RULES = tuple(rule.code for rule in catalogue.rules() if rule.judge is not None)
PROFILE = profiles.profile("default")
for code in WEB_RULES:
    PROFILE = PROFILE.with_setting(code, is_enabled=code in CODES)


def item(concept: str, *relations: tuple[RelationKind, str], term: str | None = None, locale: str = "en") -> Item:
    """A definition of the concept; its id is that of the concept with the language."""
    return Item(
        id=f"{concept}@{locale}",
        entry=Entry(term=term or concept, text="thing", locale=locale),
        concept=concept,
        relations=tuple(Relation(*relation) for relation in relations),
    )


def web(items: Iterable[Item], *, locales: tuple[str, ...] = ()) -> Web:
    """A glossary of these definitions."""
    made = Web(PROFILE, locales=locales)
    made.put(items)
    return made


@dataclass(frozen=True, slots=True)
class Said:
    """What a test compares of a finding."""

    code: str
    arguments: tuple[tuple[str, str], ...]


def said(found: Iterable[Finding]) -> list[Said]:
    """The findings as values that a test can write down."""
    return [Said(one.rule_code, tuple(sorted(one.arguments.items()))) for one in found]

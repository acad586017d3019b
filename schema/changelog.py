"""CHANGELOG-schema.md: what clients notice of every release, written from the schemas themselves."""

import re
from pathlib import Path

from graphql import build_schema

from schema import coordinates, history, sdl
from schema.coordinates import Element

COMMITTED = Path(__file__).parents[1] / "CHANGELOG-schema.md"
_HEAD = (
    "# Changes of the schema\n\n"
    "Written by `begrip sdl --write` from the schemas in `schema/releases`; never edited by hand. BREAKING: an operation that worked is "
    "refused. DANGEROUS: an\noperation still works, and may meet something new or cost something else. DEPRECATED: works until the day it names.\n"
)
_GROUPS = ("BREAKING", "DANGEROUS", "DEPRECATED", "ADDED", "DESCRIBED")
_NAME = re.compile(r"\[*(@?[A-Za-z_]\w*(?:\.\w+)?(?:\(\w+:\))?)[\]!]*")
_SENTENCE = re.compile(r"(.+?[.:])(?:\s|$)", re.DOTALL)
_KINDS = {"BreakingChange": "BREAKING", "DangerousChange": "DANGEROUS", "SafeChange": "ADDED"}
# So many rewritten descriptions are named; of more, only the number.
_NAMED_AT_MOST = 10

Known = dict[str, Element]


def page(current: str) -> str:
    """The whole file: what is not released yet, then every release, newest first."""
    told = history.releases()
    parts = [_HEAD, "\n## Unreleased\n\n" + unreleased(current)] if told else [_HEAD]
    for before, one in zip([None, *told], told, strict=False):
        changes = (
            section(before.text, one.text) if before else "The first schema that clients were promised is this one.\n"
        )
        parts.insert(2, f"\n## {one.version} ({one.day})\n\n{changes}")
    return "".join(parts)


def unreleased(current: str) -> str:
    """What clients of the last release notice of the current schema."""
    return "".join(section(last.text, current) for last in history.releases()[-1:])


def section(before: str, after: str) -> str:
    """The changes between two schemas, in groups, a sentence each."""
    found = groups(before, after)
    parts = [f"### {name}\n\n" + "".join(f"- {one}\n" for one in found[name]) for name in _GROUPS if found.get(name)]
    return "\n".join(parts) or "Nothing that a client notices has changed.\n"


def groups(before: str, after: str) -> dict[str, list[str]]:
    """The sentences of each group, in the order of the schema."""
    old, new = coordinates.every(build_schema(before)), coordinates.every(build_schema(after))
    found: dict[str, list[str]] = {name: [] for name in _GROUPS}
    for change in sdl.changes(before, after):
        if change.type.name != "DESCRIPTION_CHANGED":
            found[_KINDS[type(change).__name__]].append(_sentence(change.description, {**old, **new}))
    kept = [(old[name], new[name]) for name in new if name in old]
    found["DANGEROUS"] += _remarked([(was, now) for was, now in kept if was.directives != now.directives])
    found["DEPRECATED"] += _deprecated(old, new)
    found["DESCRIBED"] += _described([now.name for was, now in kept if was.description != now.description])
    return found


def _sentence(plain: str, known: Known) -> str:
    """The change with its names in code, and what a new thing is for."""
    told = _NAME.sub(lambda found: f"`{found[0]}`" if found[1] in known else found[0], plain)
    first = next((name for found in _NAME.finditer(plain) if (name := found[1]) in known), None)
    if first is None or not told.endswith("added."):
        return told
    said = " ".join(known[first].description.split())
    short = _SENTENCE.match(said)
    return f"{told[:-1]}: {(short[1] if short else said).rstrip('.:')}." if said else told


def _remarked(pairs: list[tuple[Element, Element]]) -> list[str]:
    """A sentence for each change of prices, lengths and rights, with all that it befell."""
    befallen: dict[tuple[str, str], list[str]] = {}
    for was, now in pairs:
        befallen.setdefault((was.directives, now.directives), []).append(now.name)
    return [
        f"Marked {_code(now)} instead of {_code(was)}: {', '.join(f'`{name}`' for name in names)}."
        for (was, now), names in befallen.items()
    ]


def _code(directives: str) -> str:
    return f"`{directives}`" if directives else "nothing"


def _deprecated(old: Known, new: Known) -> list[str]:
    reasons = {name: (old[name].deprecation if name in old else None, one.deprecation) for name, one in new.items()}
    return [
        f"`{name}` is deprecated: {now}" if now else f"`{name}` is no longer deprecated."
        for name, (was, now) in reasons.items()
        if was != now
    ]


def _described(names: list[str]) -> list[str]:
    if not names:
        return []
    if len(names) > _NAMED_AT_MOST:
        return [f"The descriptions of {len(names)} things say more than before."]
    return [f"These are described anew: {', '.join(f'`{name}`' for name in names)}."]

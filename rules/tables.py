"""How the codes of other lists map to our rules: rules/texts/{coverage,astra,qskos}.toml, and the pages made of them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources


class Kind(StrEnum):
    """What becomes of a code: a rule checks it, the data model or a gate excludes it, a reader must judge it, or nothing can."""

    RULE = "rule"
    DESIGN = "by design"
    JUDGEMENT = "needs judgement"
    UNDECIDABLE = "not decidable"


@dataclass(frozen=True, slots=True)
class Row:
    """One code of a list: what it asks, what becomes of it, by which rules, and why where that is not plain."""

    code: str
    asks: str
    kind: Kind
    rules: tuple[str, ...]
    why: str


TITLES: Mapping[str, tuple[str, str]] = {
    "coverage": ("What the catalogue covers", "Every code of our own research list, and what became of it."),
    "astra": (
        "ASTRA and the app before us",
        (
            "Every code that the app before us could emit: the guidelines of ASTRA, the reference architecture of the Dutch justice "
            "chain, and its own additions. A code of ours is an alias: one finding a span, whatever others call it."
        ),
    ),
    "qskos": ("qSKOS", "The 29 issues of qSKOS, a checker of SKOS vocabularies, and where we find them."),
}


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The codes of the list `name`, in order."""
    text = (resources.files("rules") / "texts" / f"{name}.toml").read_text(encoding="utf-8")
    return tuple(
        Row(code, row["asks"], Kind(row["kind"]), tuple(row.get("rules", "").split()), row.get("why", ""))
        for code, row in tomllib.loads(text).items()
    )


def pages() -> dict[str, str]:
    """File below docs/rules to text, one for every list."""
    return {f"{name}.md": page(name) for name in TITLES}


def page(name: str) -> str:
    """The page of one list."""
    return "\n".join(_lines(name)) + "\n"


def _lines(name: str) -> Iterator[str]:
    title, introduction = TITLES[name]
    yield f"# {title}\n\nWritten by `begrip docs` from `rules/texts/{name}.toml`; do not edit.\n\n{introduction}\n"
    counts = {kind: sum(row.kind is kind for row in rows(name)) for kind in Kind}
    yield (
        f"{len(rows(name))} codes: "
        + ", ".join(f"{count} {kind.value}" for kind, count in counts.items() if count)
        + ".\n"
    )
    yield "| code | asks | is | rules | why |"
    yield "|---|---|---|---|---|"
    for row in rows(name):
        links = " ".join(f"[{code}]({code}.md)" for code in row.rules)
        yield f"| {row.code} | {row.asks} | {row.kind.value} | {links} | {row.why} |"

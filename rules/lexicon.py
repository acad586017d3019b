"""Word lists that a domain expert can edit, one TOML file per language and purpose, and the patterns made of them."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

LANGUAGES = ("en", "nl")
FIRST_WORD = re.compile(r"[^\W_]+(?:['’‐‑-][^\W_]+)*")
RUN = re.compile(r"[^\W_]+")
GAP = r"[^.;:\n]{1,80}?"  # bounded, so that matching stays linear


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase to look for, a sentence in which it must be found, and one in which it must not.

    `…` inside the phrase stands for at most 80 characters of the same clause.
    """

    phrase: str
    hits: str
    spares: str


@cache
def phrases(language: str, name: str) -> tuple[Phrase, ...]:
    """The phrases of rules/lexicons/<language>/<name>.toml, in order."""
    rows: list[dict[str, str]] = tomllib.loads(_text(language, name))["phrases"]
    return tuple(Phrase(row["phrase"], row["hits"], row["spares"]) for row in rows)


@cache
def words(language: str, name: str) -> frozenset[str]:
    """The words of a plain list, case-folded; none for a language without that list."""
    if language not in LANGUAGES:
        return frozenset()
    listed: list[str] = tomllib.loads(_text(language, name))["words"]
    return frozenset(word.casefold() for word in listed)


@cache
def table(language: str, name: str) -> Mapping[str, str]:
    """The pairs of a plain table."""
    pairs: dict[str, str] = tomllib.loads(_text(language, name))["table"]
    return MappingProxyType(pairs)


@cache
def pattern(language: str, name: str) -> re.Pattern[str]:
    """One pattern that finds every phrase of the list as whole words, longest first, in any case."""
    return compiled(entry.phrase for entry in phrases(language, name))


@cache
def openings(language: str, name: str) -> frozenset[str]:
    """The first words of the phrases, case-folded, as `tokens.words` would cut them."""
    found = (FIRST_WORD.search(entry.phrase) for entry in phrases(language, name))
    return frozenset(match[0].casefold() for match in found if match is not None)


@cache
def tells(language: str, name: str) -> frozenset[str]:
    """For each phrase its longest run of letters and digits, case-folded: a text without that run is without the phrase."""
    runs = (RUN.findall(entry.phrase.casefold()) for entry in phrases(language, name))
    return frozenset(max(found, key=len) for found in runs if found)


def compiled(wanted: Iterable[str]) -> re.Pattern[str]:
    """A pattern for these phrases as whole words, longest first, in any case."""
    ordered = sorted(wanted, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(f"(?<!\\w)(?:{'|'.join(map(_escaped, ordered))})", re.IGNORECASE)


def _escaped(phrase: str) -> str:
    parts = [re.escape(part.strip()) for part in phrase.split("…")]
    body = rf"\s{GAP}\s".join(part.replace(r"\ ", r"\s++") for part in parts)
    return body + (r"(?!\w)" if phrase[-1].isalnum() else "")


def digest() -> str:
    """A hash of every list; it changes when any of them does."""
    return hashlib.sha256(repr(list(files())).encode()).hexdigest()


def files() -> Iterator[tuple[str, str, str]]:
    """Language, file name and content of every list, in order."""
    for language in LANGUAGES:
        folder = resources.files("rules") / "lexicons" / language
        for file in sorted(folder.iterdir(), key=lambda item: item.name):
            yield language, file.name, file.read_text(encoding="utf-8")


def _text(language: str, name: str) -> str:
    return (resources.files("rules") / "lexicons" / language / f"{name}.toml").read_text(encoding="utf-8")

"""What a definition says as one value: its keys, its hash, and how two contents differ."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import zip_longest
from typing import Protocol

from models.content import READ_BY_RULES
from models.keys import term_key
from models.kinds import DefinitionOrigin
from models.records import Json
from rules.kit import Category

_SLUG_LENGTH = 100  # leaves room in the column for a number


class Content(Protocol):
    """Whatever holds content: a row, a record, a version, a wording."""

    @property
    def term(self) -> str: ...  # noqa: D102 - the columns of models.content
    @property
    def text(self) -> str: ...  # noqa: D102 - as above
    @property
    def locale(self) -> str: ...  # noqa: D102 - as above


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Everything a definition says, within bounds, in the shapes of `models.content`."""

    term: str
    text: str
    locale: str
    category: Category | None
    contexts: list[dict[str, str]]
    designations: list[dict[str, str]]
    sources: list[dict[str, str | None]]
    explanation: str | None
    examples: list[str]
    notes: list[str]
    origin: DefinitionOrigin
    generation: dict[str, str | None] | None

    @property
    def term_key(self) -> str:
        """What two spellings of the term share."""
        return term_key(self.term)

    @property
    def context_key(self) -> str:
        """What two equal sets of contexts share."""
        return context_key(self.contexts)

    @property
    def text_hash(self) -> str:
        """The hash of what a validation run reads."""
        return text_hash(self)

    def columns(self) -> dict[str, object]:
        """The content columns by name."""
        keys = {"term_key": self.term_key, "context_key": self.context_key, "text_hash": self.text_hash}
        return {field.name: getattr(self, field.name) for field in fields(self)} | keys


def of(source: Content) -> Wording:
    """The content of a row, a record or a version."""
    return Wording(**{field.name: getattr(source, field.name) for field in fields(Wording)})


def context_key(contexts: Sequence[dict[str, str]]) -> str:
    """The same for two sets of contexts that are equal regardless of order and letter case; "" for none."""
    return "\n".join(sorted({f"{context['kind']}:{term_key(context['name'])}" for context in contexts}))


def text_hash(source: Content) -> str:
    """SHA-256 of everything that a validation run reads."""
    plain = [getattr(source, name) for name in READ_BY_RULES]
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def differences(before: Content, after: Content) -> list[Json]:
    """`[{"path": [str], "before": str | None, "after": str | None}]`: field by field, in lists item by item."""
    changes: list[Json] = []
    for name in (*READ_BY_RULES, "origin", "generation"):
        changes += _changes([name], getattr(before, name, None), after=getattr(after, name, None))
    return changes


def slug(term: str) -> str:
    """The human-readable key that a term suggests: `Recht van overpad` is `recht-van-overpad`. Never empty."""
    unaccented = "".join(
        letter for letter in unicodedata.normalize("NFKD", term) if not unicodedata.combining(letter)
    ).casefold()
    # A script without a Latin form keeps its letters: a slug is an IRI part, not an ASCII one.
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", unaccented))
    return "-".join(words)[:_SLUG_LENGTH].strip("-") or "definition"


def _changes(path: list[str], before: object, *, after: object) -> list[Json]:
    if isinstance(before, list) and isinstance(after, list):
        return [
            change
            for index, (old, new) in enumerate(zip_longest(before, after))
            for change in _changes([*path, str(index)], old, after=new)
        ]
    if before == after:
        return []
    return [{"path": path, "before": _shown(before), "after": _shown(after)}]


def _shown(value: object) -> str | None:
    match value:
        case None:
            return None
        case str():
            return str(value)
        case _:
            return json.dumps(value, ensure_ascii=False, sort_keys=True)

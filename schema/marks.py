"""Places in a text, and edits of it."""

from dataclasses import dataclass

import strawberry

from models.records import Json


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text, counted in code points."""

    start: int
    end: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A place and what should stand there."""

    span: Span
    replacement: str

    @classmethod
    def read(cls, stored: Json, excerpt: str | None) -> "Edit":
        """The edit of a stored finding; `excerpt` is that of the finding, whose place the edit shares or lies within."""
        start, end = int(str(stored["start"])), int(str(stored["end"]))
        return cls(Span(start, end, str(stored.get("excerpt", excerpt or ""))), str(stored["replacement"]))


@strawberry.type(
    description="`start` included, `end` not, counted in Unicode code points "
    "(in JavaScript: `[...text].slice(start, end)`)."
)
class TextSpan:
    """A place in a text."""

    start: int = strawberry.field(description="First code point, from 0.")
    end: int = strawberry.field(description="First code point after it.")
    excerpt: str = strawberry.field(description="What stands there.")


@strawberry.type(description="Replace the span by the text.")
class TextEdit:
    """An edit of a text."""

    span: TextSpan = strawberry.field(description="What to replace.")
    replacement: str = strawberry.field(description="What to put there; empty to delete.")

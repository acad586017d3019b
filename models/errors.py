"""Requests that we turn down: the root of every refusal, and those that a row alone can decide."""

from uuid import UUID

from models.sentences import Said, say


class Refusal(Exception):
    """A request turned down for a reason the caller can act on; the message is safe to show.

    `said` is a sentence in both languages where people read it, `message` the English of it.
    `path` leads into the mutation's input, for example `("term",)`; empty when no one field is to blame.
    """

    def __init__(self, said: Said | str, *, path: tuple[str, ...] = ()) -> None:
        self.said = said
        self.message = said.english if isinstance(said, Said) else said
        self.path = path
        super().__init__(self.message)


class NotFound(Refusal):
    """The row is absent, or hidden from this viewer: the two look the same from outside."""

    def __init__(self, kind: str, key: UUID | str | None = None, *, path: tuple[str, ...] = ()) -> None:
        super().__init__(f"no such {kind}", path=path)
        self.kind = kind
        self.key = key


class VersionConflict(Refusal):
    """Someone else changed the row since the viewer read it. `current` is the row that won."""

    def __init__(self, expected: int, current: object, actual: int) -> None:
        super().__init__(say("version-replaced", expected=expected, actual=actual), path=("expectedVersion",))
        self.expected = expected
        self.current = current
        self.actual = actual

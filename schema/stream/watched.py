"""Watched viewers: they notice when an answer depends on who asks, and not only on what people like them may see."""

from dataclasses import dataclass, replace
from uuid import UUID

from auth.viewer import Client, KeyName, Viewer
from models.visibility import Reader


@dataclass(slots=True)
class Notice:
    """Whether somebody asked who the viewer is."""

    was_asked: bool = False


class Watched(Viewer):
    """The same viewer. Role, scopes and what it may read are told to everybody; who it is, never unnoticed.

    A text that was made without a notice is that of every viewer with the same role, scopes and `reader`: nothing that
    went into it tells them apart. So sharing is decided by what was read, and no list of fields has to be kept right.
    """

    __slots__ = ("_whose", "notice")

    notice: Notice
    _whose: Viewer

    def __init__(self, whose: Viewer) -> None:
        put = object.__setattr__
        put(self, "_whose", whose)
        put(self, "notice", Notice())
        put(self, "role", whose.role)
        put(self, "scopes", whose.scopes)
        put(self, "is_system", whose.is_system)

    @property
    def user_id(self) -> UUID | None:
        """Who it is."""
        return self._noticed().user_id

    @property
    def session_id(self) -> UUID | None:
        """On which device."""
        return self._noticed().session_id

    @property
    def client(self) -> Client:
        """From where."""
        return self._noticed().client

    @property
    def application(self) -> str | None:
        """By which application."""
        return self._noticed().application

    @property
    def api_key(self) -> KeyName | None:
        """By which key."""
        return self._noticed().api_key

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody signed in, which `reader` tells as well."""
        return self._whose.is_anonymous

    @property
    def reader(self) -> Reader:
        """What the visibility predicate needs to know."""
        return reader_of(self._whose)

    def _noticed(self) -> Viewer:
        self.notice.was_asked = True
        return self._whose


def reader_of(viewer: Viewer) -> Reader:
    """The viewer's reader; whoever sees all drafts sees them whoever they are."""
    reader = viewer.reader
    return replace(reader, user_id=None) if reader.sees_all_drafts else reader

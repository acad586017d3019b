"""What a viewer may do with one definition: pure answers from the viewer and the row, without a query."""

from typing import Protocol
from uuid import UUID

from auth.errors import Forbidden
from auth.scopes import Scope
from auth.viewer import Viewer
from models.definition import Definition
from models.errors import NotFound
from models.kinds import DefinitionStatus, Role, Transition
from models.sentences import say

OF_EVERYBODY = frozenset({Transition.SUBMIT, Transition.WITHDRAW, Transition.DISCARD_DRAFT})
"""Steps that an author may take; every other one is for editors, some for approvers."""
OF_APPROVERS = frozenset({Transition.APPROVE, Transition.REJECT})


class Owned(Protocol):
    """A row or a record of a definition."""

    @property
    def created_by_id(self) -> UUID | None:
        """Who made the definition."""

    @property
    def status(self) -> DefinitionStatus:
        """Where its working text stands."""

    @property
    def established_version(self) -> int | None:
        """The version in force."""

    @property
    def was_established(self) -> bool:
        """Whether it was ever in force."""


def is_editor(viewer: Viewer) -> bool:
    """Whether the viewer works on texts of others too."""
    return viewer.is_system or viewer.role in {Role.EDITOR, Role.ADMIN}


def is_own(viewer: Viewer, definition: Owned) -> bool:
    """Whether the viewer made the definition."""
    return viewer.user_id is not None and definition.created_by_id == viewer.user_id


def may_write(viewer: Viewer, definition: Owned) -> bool:
    """Whether the viewer may change the working text, as far as role and scopes go."""
    return viewer.may(Scope.DEFINITIONS_WRITE) and (is_editor(viewer) or is_own(viewer, definition))


def may_take(viewer: Viewer, definition: Owned, *, transition: Transition) -> bool:
    """Whether the viewer may take the step, as far as role and scopes go."""
    if not may_write(viewer, definition):
        return False
    if transition in OF_APPROVERS:
        return viewer.may(Scope.DEFINITIONS_APPROVE)
    return transition in OF_EVERYBODY or is_editor(viewer)


def may_delete(viewer: Viewer, definition: Owned) -> bool:
    """Whether the viewer may remove the definition for ever."""
    return viewer.may(Scope.DEFINITIONS_DELETE) and not definition.was_established


def is_visible(viewer: Viewer, definition: Owned) -> bool:
    """Whether a signed-in viewer can see the definition in any edition."""
    return sees_draft(viewer, definition) or (definition.established_version is not None and not viewer.is_anonymous)


def sees_draft(viewer: Viewer, definition: Owned) -> bool:
    """Whether the viewer can see the working text."""
    reader = viewer.reader
    return reader.sees_all_drafts or (reader.user_id is not None and reader.user_id == definition.created_by_id)


def writable(
    viewer: Viewer, definition: Definition | None, definition_id: UUID, *, path: tuple[str, ...] = ("id",)
) -> Definition:
    """The row, when the viewer may change its working text.

    Raises:
        NotFound: it is absent, or hidden from this viewer.
        Forbidden: the viewer sees a definition of somebody else.
    """
    if definition is None or not is_visible(viewer, definition):
        raise NotFound("Definition", definition_id, path=path)
    if not (may_write(viewer, definition) and sees_draft(viewer, definition)):
        raise Forbidden(said=say("not-your-definition"))
    return definition

"""The workflow as a table: from which statuses each step leads where, and which steps a viewer has now."""

from dataclasses import dataclass

from auth.viewer import Viewer
from models.kinds import DefinitionStatus, Transition
from resolvers import rights
from resolvers.rights import Owned

_DRAFT, _REVIEW = DefinitionStatus.DRAFT, DefinitionStatus.IN_REVIEW
_ESTABLISHED, _ARCHIVED = DefinitionStatus.ESTABLISHED, DefinitionStatus.ARCHIVED


@dataclass(frozen=True, slots=True)
class Step:
    """Where a step starts and ends. `needs_force`: only while something is in force."""

    sources: frozenset[DefinitionStatus]
    target: DefinitionStatus
    needs_force: bool = False


STEPS = {
    Transition.SUBMIT: Step(frozenset({_DRAFT}), _REVIEW),
    Transition.WITHDRAW: Step(frozenset({_REVIEW}), _DRAFT),
    Transition.APPROVE: Step(frozenset({_REVIEW}), _ESTABLISHED),
    Transition.REJECT: Step(frozenset({_REVIEW}), _DRAFT),
    Transition.DISCARD_DRAFT: Step(frozenset({_DRAFT, _REVIEW}), _ESTABLISHED, needs_force=True),
    Transition.ARCHIVE: Step(frozenset({_DRAFT, _REVIEW, _ESTABLISHED}), _ARCHIVED),
    Transition.RESTORE: Step(frozenset({_ARCHIVED}), _DRAFT),
}


def is_possible(definition: Owned, transition: Transition) -> bool:
    """Whether the step starts from where the definition stands, whoever takes it."""
    step = STEPS[transition]
    return definition.status in step.sources and not (step.needs_force and definition.established_version is None)


def open_to(viewer: Viewer, definition: Owned) -> list[Transition]:
    """The steps that status, role and scopes allow, in the order of the workflow."""
    return [
        transition
        for transition in Transition
        if is_possible(definition, transition) and rights.may_take(viewer, definition, transition=transition)
    ]

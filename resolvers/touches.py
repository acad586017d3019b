"""What a transaction touches of what is known across a glossary: the one place that says what the upkeep must look at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from models.glossary_changes import Change
from models.kinds import RunStatus
from subscriptions import events
from subscriptions.events import Event


def of(told: Iterable[Event]) -> Iterator[Change]:
    """What events tell of: another content, another status, a removal, and a score that counts the text alone."""
    for event in told:
        match event:
            case (
                events.DefinitionCreated()
                | events.DefinitionUpdated()
                | events.DefinitionStatusChanged()
                | events.DefinitionRemoved()
            ):
                yield Change(event.glossary_id, frozenset({event.definition_id}))
            case events.ValidationStatusChanged(is_web=False, after=RunStatus.SUCCEEDED):
                yield Change(event.glossary_id, frozenset({event.definition_id}))
            case _:
                pass


def merged(changes: Iterable[Change]) -> list[Change]:
    """One change per glossary, in the order of glossary ids."""
    definitions: defaultdict[UUID, set[UUID]] = defaultdict(set)
    concepts: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for one in changes:
        definitions[one.glossary_id] |= one.definition_ids
        concepts[one.glossary_id] |= one.concept_ids
    return [Change(id_, frozenset(definitions[id_]), frozenset(concepts[id_])) for id_ in sorted(definitions)]

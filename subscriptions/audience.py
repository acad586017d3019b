"""Audience: what of an event one subscriber may hear, asked for every event anew."""

from dataclasses import dataclass
from uuid import UUID

from models import visibility
from models.visibility import Reader
from subscriptions import events
from subscriptions.events import Event


@dataclass(frozen=True, slots=True)
class Hearer:
    """Who listens, as far as permission depends on it."""

    reader: Reader
    user_id: UUID | None = None
    hears_all_jobs: bool = False
    """Administrators follow everybody's jobs."""


def heard(event: Event, hearer: Hearer, *, is_public: bool) -> Event | None:
    """The event as the hearer may know it; null when it must stay unknown.

    A reader of texts in force hears of a step only what it does to them: a text that enters force appears, one that
    leaves it is removed, and nothing else happened. `is_public` is of the event's glossary.
    """
    match event:
        case events.JobStatusChanged() | events.JobProgressed():
            return event if hearer.hears_all_jobs or _is_own(event.author_id, hearer) else None
        case events.RuleSettingsChanged():
            return event if hearer.reader.is_signed_in or is_public else None
        case _:
            return _of_definition(event, hearer, is_public=is_public)


def _of_definition(
    event: events.DefinitionEvent | events.ValidationEvent, hearer: Hearer, *, is_public: bool
) -> Event | None:
    if isinstance(event, events.RuleSettingsChanged):
        return None
    if visibility.may_see_drafts_of(hearer.reader, event.author_id):
        return event
    told: Event = _in_force(event) if isinstance(event, events.DefinitionStatusChanged) else event
    concerns_force = event.concerns_force or told is not event
    if isinstance(told, events.DefinitionStatusChanged):
        return None
    is_visible = visibility.sees_event(
        hearer.reader, author_id=event.author_id, concerns_force=concerns_force, glossary_is_public=is_public
    )
    return told if is_visible else None


def _in_force(event: events.DefinitionStatusChanged) -> events.DefinitionEvent:
    """What the step does to the text in force; the event itself when it does nothing to it."""
    id_, glossary_id, author_id = event.definition_id, event.glossary_id, event.author_id
    if event.leaves_force:
        return events.DefinitionRemoved(
            definition_id=id_, glossary_id=glossary_id, author_id=author_id, concerns_force=True
        )
    if not event.enters_force:
        return event
    kind = events.DefinitionUpdated if event.was_in_force else events.DefinitionCreated
    return kind(
        definition_id=id_, glossary_id=glossary_id, author_id=author_id, version=event.version, concerns_force=True
    )


def _is_own(author_id: UUID | None, hearer: Hearer) -> bool:
    return author_id is not None and author_id == hearer.user_id

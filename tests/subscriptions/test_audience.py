"""Who hears what of an event."""

from typing import Any

import pytest

from models.kinds import DefinitionStatus, RunStatus
from subscriptions import audience, events
from subscriptions.audience import Hearer
from subscriptions.events import Event
from tests.subscriptions import happenings
from tests.subscriptions.happenings import AUTHOR, EDITOR, GLOSSARY, NOBODY, STRANGER, WRITER

_ABOUT: dict[str, Any] = {"definition_id": GLOSSARY, "glossary_id": GLOSSARY, "author_id": AUTHOR}
DRAFT = events.DefinitionUpdated(**_ABOUT, version=3)
FORCE = events.DefinitionUpdated(**_ABOUT, version=3, concerns_force=True)
RUN = events.ValidationStatusChanged(**_ABOUT, run_id=GLOSSARY, before=None, after=RunStatus.QUEUED)
SETTINGS = events.RuleSettingsChanged(glossary_id=GLOSSARY, profile_fingerprint="f")
JOB = events.JobProgressed(job_id=GLOSSARY, glossary_id=GLOSSARY, author_id=AUTHOR, done_count=1, total_count=None)


def _step(**effect: Any) -> events.DefinitionStatusChanged:
    return events.DefinitionStatusChanged(
        **_ABOUT, version=3, before=DefinitionStatus.IN_REVIEW, after=DefinitionStatus.ESTABLISHED, **effect
    )


@pytest.mark.parametrize("event", [DRAFT, FORCE, RUN, SETTINGS, _step(), _step(enters_force=True)])
def test_editor_hears_everything_as_it_is(event: Event) -> None:
    assert audience.heard(event, EDITOR, is_public=False) is event


@pytest.mark.parametrize("event", [DRAFT, FORCE, RUN, _step(leaves_force=True)])
def test_writer_hears_of_the_own_draft(event: Event) -> None:
    assert audience.heard(event, WRITER, is_public=False) is event


@pytest.mark.parametrize("hearer", [STRANGER, NOBODY])
@pytest.mark.parametrize("event", [DRAFT, RUN, _step(), JOB])
def test_drafts_and_jobs_of_others_stay_unknown(event: Event, hearer: Hearer) -> None:
    assert audience.heard(event, hearer, is_public=True) is None


@pytest.mark.parametrize("hearer", [STRANGER, NOBODY])
def test_text_that_enters_force_appears(hearer: Hearer) -> None:
    told = audience.heard(_step(enters_force=True), hearer, is_public=True)

    assert told == events.DefinitionCreated(**_ABOUT, version=3, concerns_force=True)


@pytest.mark.parametrize("hearer", [STRANGER, NOBODY])
def test_text_that_succeeds_another_updates(hearer: Hearer) -> None:
    told = audience.heard(_step(enters_force=True, was_in_force=True), hearer, is_public=True)

    assert told == events.DefinitionUpdated(**_ABOUT, version=3, concerns_force=True)


@pytest.mark.parametrize("hearer", [STRANGER, NOBODY])
def test_text_that_leaves_force_is_removed(hearer: Hearer) -> None:
    told = audience.heard(_step(leaves_force=True, was_in_force=True), hearer, is_public=True)

    assert told == events.DefinitionRemoved(**_ABOUT, concerns_force=True)


def test_what_concerns_force_is_heard_where_the_glossary_may_be_read() -> None:
    assert audience.heard(FORCE, NOBODY, is_public=True) is FORCE
    assert audience.heard(FORCE, NOBODY, is_public=False) is None
    assert audience.heard(FORCE, STRANGER, is_public=False) is FORCE


@pytest.mark.parametrize("event", [_step(enters_force=True), _step(leaves_force=True), SETTINGS])
def test_private_glossary_does_not_exist_for_nobody(event: Event) -> None:
    assert audience.heard(event, NOBODY, is_public=False) is None


def test_rule_settings_of_a_public_glossary_are_heard_by_all() -> None:
    assert audience.heard(SETTINGS, NOBODY, is_public=True) is SETTINGS


def test_job_is_heard_by_its_owner_and_administrators() -> None:
    administrator = Hearer(EDITOR.reader, EDITOR.user_id, hears_all_jobs=True)

    assert audience.heard(JOB, WRITER, is_public=False) is JOB
    assert audience.heard(JOB, administrator, is_public=False) is JOB
    assert audience.heard(JOB, EDITOR, is_public=False) is None


def test_event_without_author_belongs_to_nobody() -> None:
    orphan = events.JobProgressed(job_id=GLOSSARY, glossary_id=None, author_id=None, done_count=1, total_count=None)

    assert audience.heard(orphan, NOBODY, is_public=True) is None
    assert happenings.NOBODY.user_id is None

"""The life of a definition, as three people lead it through the API."""

import asyncio

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from models import outbox
from subscriptions import cloud_events, event_pages
from tests.e2e import operations
from tests.e2e.client import Client
from tests.e2e.shelf import a_term, a_text, created, draft, established, step
from tests.e2e.site import Site


async def test_author_fixes_what_the_rules_found(site: Site) -> None:
    made = await site.people.author.ask(operations.CREATE, input=draft(site, term="squat", text="A squat is a hut."))
    id_ = made.text("createDefinition.definition.id")

    fixed = await site.people.author.ask(
        operations.UPDATE,
        input={"id": id_, "expectedVersion": 1, "text": "dwelling that is used against the will of its owner"},
    )

    codes = [finding["rule"]["code"] for finding in made["createDefinition.definition.findings.nodes"]]
    assert codes[0] == "FRM-08"
    assert made["createDefinition.definition.latestValidation.verdict"] == "REJECTED"
    assert fixed["updateDefinition.definition.findings.nodes"] == []
    assert fixed["updateDefinition.definition.latestValidation"] == {"verdict": "ACCEPTED", "score": 100}


async def test_author_may_not_approve(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, a_term(), a_text())
    await step(site.people.author, id_, 1, "SUBMIT")

    answer = await site.people.author.ask(
        operations.STEP, input={"id": id_, "expectedVersion": 2, "transition": "APPROVE"}
    )

    (error,) = answer["transitionDefinition.errors"]
    assert (error["code"], error["requiredScopes"]) == ("FORBIDDEN", ["definitions:approve"])


async def test_an_editor_may_not_approve_a_text_of_their_own(site: Site) -> None:
    editor = site.people.editor
    id_ = await created(editor, site.glossary_id, a_term(), a_text())
    await step(editor, id_, 1, "SUBMIT")

    answer = await editor.ask(operations.STEP, input={"id": id_, "expectedVersion": 2, "transition": "APPROVE"})

    (error,) = answer["transitionDefinition.errors"]
    unmet = [condition["code"] for condition in error["gate"]["conditions"] if not condition["isMet"]]
    assert (error["code"], unmet) == ("GATE_BLOCKED", ["approver-is-not-author"])


async def test_approval_puts_a_text_in_force_for_everybody(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, a_term(), text := a_text())
    hidden = await site.people.anonymous.ask(operations.READ, id=id_)
    assert await step(site.people.author, id_, 1, "SUBMIT") == "IN_REVIEW"

    assert await step(site.people.editor, id_, 2, "APPROVE") == "ESTABLISHED"

    shown = await site.people.anonymous.ask(operations.READ, id=id_)
    assert hidden["definition"] is None
    assert (shown["definition.status"], shown["definition.version"], shown["definition.text"]) == (
        "ESTABLISHED",
        3,
        text,
    )
    assert shown["definition.viewerCan"] == shown["definition.viewerTransitions"] == []


async def test_a_rejection_needs_a_note_and_keeps_it(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, a_term(), a_text())
    await step(site.people.author, id_, 1, "SUBMIT")
    wish = {"id": id_, "expectedVersion": 2, "transition": "REJECT"}

    refused = await site.people.editor.ask(operations.STEP, input=wish)
    status = await step(site.people.editor, id_, 2, "REJECT", note="too vague")

    (error,) = refused["transitionDefinition.errors"]
    versions = (await site.people.author.ask(operations.READ, id=id_))["definition.versions.nodes"]
    assert (error["code"], error["path"]) == ("GATE_BLOCKED", ["note"])
    assert (status, versions[0]["note"], versions[0]["decision"]["transition"]) == ("DRAFT", "too vague", "REJECT")


async def test_a_redraft_lives_beside_what_is_in_force(site: Site) -> None:
    author, anonymous = site.people.author, site.people.anonymous
    id_ = await established(site, a_term(), before := a_text())

    await author.ask(operations.UPDATE, input={"id": id_, "expectedVersion": 3, "text": f"large {before}"})
    redrafted = await author.ask(operations.READ, id=id_)
    seen = await anonymous.ask(operations.READ, id=id_)
    discarded = await step(author, id_, 4, "DISCARD_DRAFT")

    assert (redrafted["definition.status"], redrafted["definition.establishedVersion.number"]) == ("DRAFT", 3)
    assert (redrafted["definition.text"], seen["definition.text"]) == (f"large {before}", before)
    assert discarded == "ESTABLISHED"
    assert (await author.ask(operations.READ, id=id_))["definition.text"] == before


async def test_an_archived_definition_is_gone_until_it_is_restored(site: Site) -> None:
    editor, anonymous = site.people.editor, site.people.anonymous
    id_ = await established(site, a_term(), a_text())

    archived = await step(editor, id_, 3, "ARCHIVE")
    gone = await anonymous.ask(operations.READ, id=id_)
    restored = await step(editor, id_, 4, "RESTORE")

    assert (archived, gone["definition"], restored) == ("ARCHIVED", None, "DRAFT")
    assert (await anonymous.ask(operations.READ, id=id_))["definition"] is None


async def test_errors_are_overridden_with_a_reason_that_is_kept(site: Site) -> None:
    term = a_term()
    id_ = await created(site.people.author, site.glossary_id, term, f"A {term} is an object.")
    await step(site.people.author, id_, 1, "SUBMIT")
    wish = {"id": id_, "expectedVersion": 2, "transition": "APPROVE"}
    refused = await site.people.editor.ask(operations.STEP, input=wish)

    status = await step(site.people.editor, id_, 2, "APPROVE", overrideReason="the law says so")

    (error,) = refused["transitionDefinition.errors"]
    versions = (await site.people.editor.ask(operations.READ, id=id_))["definition.versions.nodes"]
    assert (error["code"], error["gate"]["outcome"]) == ("OVERRIDE_REQUIRED", "OVERRIDE_REQUIRED")
    assert (status, versions[0]["decision"]["overrideReason"]) == ("ESTABLISHED", "the law says so")


async def test_an_empty_text_is_never_submitted(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, a_term(), " ")

    assert await _unmet(site.people.author, id_, 1, "SUBMIT") == ("GATE_BLOCKED", ["text-not-empty"])


async def test_a_circular_text_is_never_overridden(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, term := a_term(), f"{term} that is large")
    await step(site.people.author, id_, 1, "SUBMIT")

    code, unmet = await _unmet(site.people.editor, id_, 2, "APPROVE")

    assert code == "GATE_BLOCKED"
    assert "not-circular" in unmet


async def test_a_duplicate_is_never_overridden(site: Site) -> None:
    await established(site, term := a_term(), a_text())
    id_ = await created(site.people.author, site.glossary_id, term, a_text())
    await step(site.people.author, id_, 1, "SUBMIT")

    assert await _unmet(site.people.editor, id_, 2, "APPROVE") == ("GATE_BLOCKED", ["not-duplicate"])


async def test_many_are_brought_in_and_submitted_together(site: Site) -> None:
    items = [{"term": a_term(), "text": a_text(), "locale": "en"} for _ in range(3)]
    made = await site.people.editor.ask(
        operations.BULK_UPSERT, input={"glossaryId": site.glossary_id, "items": items, "onError": "SKIP_FAILED"}
    )
    found = [result["definition"] for result in made["bulkUpsertDefinitions.results"]]
    steps = [{"id": row["id"], "expectedVersion": row["version"]} for row in found]

    answer = await site.people.editor.ask(operations.BULK_STEP, input={"transition": "SUBMIT", "items": steps})

    assert [result["outcome"] for result in answer["bulkTransitionDefinitions.results"]] == ["UPDATED"] * 3
    assert answer["bulkTransitionDefinitions.appliedCount"] == 3


async def _unmet(client: Client, id_: str, version: int, transition: str) -> tuple[str, list[str]]:
    """Code and unmet demands that cannot be overridden, of a step that came with a reason."""
    wish = {"id": id_, "expectedVersion": version, "transition": transition, "overrideReason": "I want to"}
    answer = await client.ask(operations.STEP, input=wish)
    (error,) = answer["transitionDefinition.errors"]
    conditions = error["gate"]["conditions"]
    return error["code"], [one["code"] for one in conditions if not (one["isMet"] or one["isOverridable"])]


async def test_every_event_of_a_life_keeps_its_contract(site: Site) -> None:
    id_ = await established(site, a_term(), before := a_text())
    await site.people.author.ask(operations.UPDATE, input={"id": id_, "expectedVersion": 3, "text": f"large {before}"})
    await step(site.people.author, id_, 4, "DISCARD_DRAFT")
    await step(site.people.editor, id_, 5, "ARCHIVE")
    async with asyncio.timeout(20):
        while await outbox.pending():  # noqa: ASYNC110 - the relay of the server sets it
            await asyncio.sleep(0.05)

    told = await outbox.logged(0, 100_000)

    envelope = Draft202012Validator(event_pages.envelope_schema())
    faults = [
        f"{event.type}: {fault.message}"
        for event in told
        for fault in (
            *envelope.iter_errors(cloud_events.structured(event, "e")),
            *Draft202012Validator(event_pages.data_schema(event_pages.TYPES[event.type])).iter_errors(event.data),
        )
    ]
    assert faults == []
    assert {event.type for event in told} >= {"DefinitionCreated", "DefinitionStatusChanged", "ValidationStatusChanged"}

"""The rules of a glossary changed while people work: heard by whoever may, judged anew, and taken back."""

from typing import Any
from uuid import uuid4

from tests.e2e import operations
from tests.e2e.client import Event
from tests.e2e.shelf import a_term, created, ended
from tests.e2e.site import Site

PATTERN = {
    "name": "Jargon",
    "question": "Is the text free of jargon?",
    "severity": "ERROR",
    "locale": "en",
    "pattern": "(?i)synergy",
    "examples": [{"text": "a synergy", "isCompliant": False}, {"text": "a home", "isCompliant": True}],
}
STATE = """
query ($id: ID!, $glossary: ID!) {
  definition(by: { id: $id }) { latestValidation { isStale } findings(first: 50) { nodes { message rule { code } } } }
  glossary(by: { id: $glossary }) { version profile { fingerprint } } }
"""
RULE = "query ($code: String!) { rule(by: { code: $code }) { code status glossary { id } } }"


async def test_everybody_hears_of_a_profile_and_runs_are_stale_until_the_job_has_passed(site: Site) -> None:
    id_ = await created(site.people.author, site.glossary_id, a_term(), "home that is called e.g. a flat")
    cursor = (await site.people.anonymous.ask("{ eventCursor }"))["eventCursor"]

    changed = await _set(site, {"code": "CNT-08", "severity": "ERROR", "isEnabled": True})
    job = changed.text("updateRuleProfile.job.id")
    async with site.people.anonymous.stream(operations.VALIDATION_EVENTS, {"after": cursor}) as stream:
        heard = await stream.until(_is_profile)
    async with site.people.admin.stream(
        operations.JOB_EVENTS, {"jobId": job, "after": changed["updateRuleProfile.eventCursor"]}
    ) as stream:
        steps = await stream.until(lambda event: '"to":"SUCCEEDED"' in event.data)
    state = await _state(site, id_)

    told = _told(heard[-1])
    assert told == {
        "__typename": "RuleSettingsChanged",
        "glossary": {"id": site.glossary_id, "version": state["glossary.version"]},
        "profileFingerprint": changed["updateRuleProfile.glossary.profile.fingerprint"],
    }
    assert [_kind(event) for event in heard] == ["StreamCheckpoint", "RuleSettingsChanged"]
    assert "QUEUED" in steps[1].data
    assert state["definition.latestValidation.isStale"] is False


async def test_a_rule_of_the_glossary_lives_and_ends(site: Site) -> None:
    code = f"X-{uuid4().hex[:8].upper()}"
    id_ = await created(site.people.author, site.glossary_id, a_term(), "home that brings synergy")
    made = await site.people.admin.ask(
        operations.CREATE_RULE, input={"glossaryId": site.glossary_id, "code": code, **PATTERN}
    )
    async with site.people.author.stream(operations.VALIDATION_EVENTS, {"filter": {"definitionIds": [id_]}}) as stream:
        await site.people.author.ask(operations.START, input={"definitionId": id_})
        await stream.until(lambda event: '"to":"SUCCEEDED"' in event.data)
        marked = await _state(site, id_)
        seen = await site.people.anonymous.ask(RULE, code=code)
        gone = await site.people.admin.ask(operations.RETIRE_RULE, input={"ruleId": made["createPatternRule.rule.id"]})
        heard = await stream.until(lambda event: "FindingResolved" in event.data)

    message = {"message": "Jargon: Is the text free of jargon?", "rule": {"code": code}}
    assert message in marked["definition.findings.nodes"]
    assert seen["rule"] == {"code": code, "status": "STABLE", "glossary": {"id": site.glossary_id}}
    assert gone["retirePatternRule.rule.status"] == "RETIRED"
    assert _told(heard[-1])["rule"]["code"] == code
    assert message not in (await _state(site, id_))["definition.findings.nodes"]


async def test_nobody_hears_of_the_rules_of_a_glossary_that_is_hidden(site: Site) -> None:
    made = await site.people.admin.ask(
        operations.CREATE_GLOSSARY,
        input={"slug": f"g-{uuid4().hex}", "name": "Hidden", "locales": ["en"], "isPublic": False},
    )
    hidden, code = made.text("createGlossary.glossary.id"), f"X-{uuid4().hex[:8].upper()}"
    cursor = (await site.people.anonymous.ask("{ eventCursor }"))["eventCursor"]
    await site.people.admin.ask(operations.CREATE_RULE, input={"glossaryId": hidden, "code": code, **PATTERN})

    await _set(site, {"code": "FRM-05", "severity": "INFO"})
    async with site.people.anonymous.stream(operations.VALIDATION_EVENTS, {"after": cursor}) as stream:
        heard = await stream.until(_is_profile)

    assert _told(heard[-1])["glossary"]["id"] == site.glossary_id
    assert (await site.people.anonymous.ask(RULE, code=code))["rule"] is None
    assert (await site.people.author.ask(RULE, code=code))["rule.code"] == code


async def _set(site: Site, setting: dict[str, object]) -> Any:
    found = await site.people.admin.ask(
        "query ($id: ID!) { glossary(by: { id: $id }) { version } }", id=site.glossary_id
    )
    asked = {"glossaryId": site.glossary_id, "expectedVersion": found["glossary.version"], "settings": [setting]}
    changed = await site.people.admin.ask(operations.RULE_PROFILE, input=asked)
    await ended(site.people.admin, changed.text("updateRuleProfile.job.id"))
    return changed


async def _state(site: Site, definition_id: str) -> Any:
    return await site.people.author.ask(STATE, id=definition_id, glossary=site.glossary_id)


def _is_profile(event: Event) -> bool:
    return _kind(event) == "RuleSettingsChanged"


def _kind(event: Event) -> str:
    return str(_told(event)["__typename"])


def _told(event: Event) -> Any:
    return event.json["data"]["validationEvents"]["event"]

"""Profiles and rules of a glossary, as clients see and change them."""

import re

import pytest

from models import store as stores
from models.kinds import Role
from resolvers import pattern_rules, rule_content
from resolvers.context import Context
from rules import catalogue, profiles
from schema import ids, sdl
from schema.gate.options import Limits
from subscriptions import cursor
from tests import people
from tests.resolvers import ruling, validated, writing
from tests.schema.asking import ask

UPDATE = """
mutation ($input: UpdateRuleProfileInput!) { updateRuleProfile(input: $input) {
  glossary { version profile { name style fingerprint settings { rule { code } isEnabled severity parameters { name value } } } }
  job { kind totalCount } eventCursor
  errors { __typename code path ... on InputError { constraint } ... on VersionConflictError { current { version } } } } }
"""
CREATE = """
mutation ($input: CreatePatternRuleInput!) { createPatternRule(input: $input) {
  rule { id code name question rationale group pattern locales status scope confidence defaultSeverity hasFix references
    measuredPrecision glossary { slug version } examples { text isCompliant note } }
  glossary { version profile { settings { rule { code examples { text } glossary { slug } } isEnabled severity } } }
  errors { __typename code path message ... on InputError { constraint } ... on TakenError { existing { id } } } } }
"""
RETIRE = """
mutation ($input: RetirePatternRuleInput!) { retirePatternRule(input: $input) {
  rule { code status } glossary { version profile { fingerprint } } errors { code path } } }
"""
LIST = """
query ($filter: RuleFilter, $id: ID!) {
  rules(filter: $filter, last: 2) { nodes { code } totalCount { value } } rule(by: { code: "X-JARGON" }) { code glossary { slug } }
  node(id: $id) { ... on Rule { code pattern } } }
"""
JARGON = {
    "code": "X-JARGON",
    "name": "Jargon",
    "question": "Is the text free of jargon?",
    "severity": "ERROR",
    "locale": "en",
    "pattern": r"(?i)\bsynergy\b",
    "examples": [{"text": "great synergy", "isCompliant": False}, {"text": "a car", "isCompliant": True}],
}


def test_as_many_settings_fit_as_the_gate_lets_in() -> None:
    (described,) = re.findall(
        r"Replace those of the same rule, field by field; at most (\d+),", sdl.COMMITTED.read_text()
    )

    assert rule_content.MOST_SETTINGS == Limits().list_items == int(described)


@pytest.mark.parametrize("document", [UPDATE, CREATE, RETIRE])
async def test_who_may_not_write_rules_is_forbidden(store: stores.Store, document: str) -> None:
    owner = await writing.glossary()
    input_ = {
        UPDATE: {"glossaryId": ids.of(owner), "expectedVersion": 1},
        CREATE: {"glossaryId": ids.of(owner), **JARGON},
        RETIRE: {"ruleId": ids.encode("Rule", "X-JARGON")},
    }[document]

    nobody = await ask(document, writing.ANONYMOUS, input=input_)
    editor = await ask(document, await writing.somebody(Role.EDITOR), input=input_)

    assert (nobody.code, editor.code) == ("UNAUTHENTICATED", "FORBIDDEN")
    assert (editor.errors[0].extensions or {})["requiredScopes"] == ["rules:write"]


async def test_a_profile_is_changed(store: stores.Store) -> None:
    cursor.configure(people.SECRET)
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)
    setting = {"code": "FRM-04", "severity": "ERROR", "parameters": [{"name": "max_words", "value": "25"}]}

    answer = await ask(UPDATE, admin, input={"glossaryId": ids.of(owner), "expectedVersion": 1, "settings": [setting]})

    found = answer["updateRuleProfile.glossary.profile.settings"]
    assert isinstance(found, list)
    assert [one["rule"]["code"] for one in found] == [rule.code for rule in catalogue.rules()]
    assert [one for one in found if one["rule"]["code"] == "FRM-04"] == [
        {
            "rule": {"code": "FRM-04"},
            "isEnabled": True,
            "severity": "ERROR",
            "parameters": [{"name": "max_words", "value": "25"}],
        }
    ]
    assert answer["updateRuleProfile.job"] == {"kind": "BULK_VALIDATION", "totalCount": 0}
    assert isinstance(answer["updateRuleProfile.eventCursor"], str)


async def test_a_profile_starts_over(store: stores.Store) -> None:
    cursor.configure(people.SECRET)
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)

    answer = await ask(
        UPDATE, admin, input={"glossaryId": ids.of(owner), "expectedVersion": 1, "profile": "nl-sbb", "settings": None}
    )

    profile = answer["updateRuleProfile.glossary.profile"]
    assert isinstance(profile, dict)
    assert (profile["name"], profile["style"]) == ("nl-sbb", "SENTENCE")
    assert profile["fingerprint"] == profiles.profile("nl-sbb").fingerprint


async def test_an_impossible_change_says_where(store: stores.Store) -> None:
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)
    asked = {"glossaryId": ids.of(owner), "expectedVersion": 1}

    unknown = await ask(UPDATE, admin, input={**asked, "settings": [{"code": "FRM-99"}]})
    stale = await ask(UPDATE, admin, input={**asked, "expectedVersion": 4})

    assert unknown["updateRuleProfile.errors"] == [
        {
            "__typename": "InputError",
            "code": "INVALID_INPUT",
            "path": ["settings", "0", "code"],
            "constraint": "rule-code",
        }
    ]
    assert stale["updateRuleProfile.errors.0.current"] == {"version": 1}
    assert unknown["updateRuleProfile.job"] is None


async def test_a_rule_of_the_glossary_says_everything(store: stores.Store) -> None:
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)

    answer = await ask(CREATE, admin, input={"glossaryId": ids.of(owner), **JARGON})

    assert answer["createPatternRule.rule"] == {
        "id": ids.encode("Rule", "X-JARGON"),
        "rationale": None,
        "group": "X",
        "locales": ["en"],
        "status": "STABLE",
        "scope": "TEXT",
        "confidence": "LIKELY",
        "defaultSeverity": "ERROR",
        "hasFix": False,
        "references": [],
        "measuredPrecision": None,
        "glossary": {"slug": "renting", "version": 2},
        **{name: JARGON[name] for name in ("code", "name", "question", "pattern")},
        "examples": [
            {"text": "great synergy", "isCompliant": False, "note": None},
            {"text": "a car", "isCompliant": True, "note": None},
        ],
    }
    settings = answer["createPatternRule.glossary.profile.settings"]
    assert isinstance(settings, list)
    assert settings[-1] == {
        "rule": {
            "code": "X-JARGON",
            "examples": [{"text": "great synergy"}, {"text": "a car"}],
            "glossary": {"slug": "renting"},
        },
        "isEnabled": True,
        "severity": "ERROR",
    }


async def test_a_rule_that_breaks_its_own_examples_is_refused(store: stores.Store) -> None:
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)
    asked = {"glossaryId": ids.of(owner), **JARGON}

    example = await ask(CREATE, admin, input={**asked, "pattern": "nothing"})
    pattern = await ask(CREATE, admin, input={**asked, "pattern": "(?=a)"})

    assert example["createPatternRule.errors.0.path"] == ["examples", "0", "text"]
    assert pattern["createPatternRule.errors.0.path"] == ["pattern"]
    assert pattern["createPatternRule.errors.0.constraint"] == "re2"
    assert "invalid perl operator: (?=" in str(pattern["createPatternRule.errors.0.message"])
    assert await writing.count("pattern_rules") == 0


async def test_a_code_in_use_names_its_holder(store: stores.Store) -> None:
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)
    await pattern_rules.create(Context(admin.viewer, "test"), ruling.jargon(owner))

    answer = await ask(CREATE, admin, input={"glossaryId": ids.of(owner), **JARGON})

    assert answer["createPatternRule.errors.0.code"] == "TAKEN"
    assert answer["createPatternRule.errors.0.existing"] == {"id": ids.encode("Rule", "X-JARGON")}


async def test_rules_of_a_glossary_are_listed_for_who_may_see_it(store: stores.Store) -> None:
    hidden, admin = await validated.glossary(is_public=False), await writing.somebody(Role.ADMIN)
    await pattern_rules.create(Context(admin.viewer, "test"), ruling.jargon(hidden))
    of = {"filter": {"and": [{"glossaryId": ids.of(hidden)}]}, "id": ids.encode("Rule", "X-JARGON")}
    not_of = {**of, "filter": {"not": {"glossaryId": ids.of(hidden)}}}
    size = len(catalogue.rules())

    seen, unseen, others = (
        await ask(LIST, admin, **of),
        await ask(LIST, writing.ANONYMOUS, **of),
        await ask(LIST, admin, **not_of),
    )
    built_in = await ask(LIST, admin, **{**of, "filter": None})

    assert (seen["rules.nodes.1.code"], seen["rules.totalCount.value"]) == ("X-JARGON", size + 1)
    assert (seen["rule"], seen["node.pattern"]) == (
        {"code": "X-JARGON", "glossary": {"slug": "homes"}},
        r"(?i)\bsynergy\b",
    )
    assert (unseen["rules.totalCount.value"], unseen["rule"], unseen["node"]) == (size, None, None)
    assert (others["rules.totalCount.value"], built_in["rules.totalCount.value"]) == (0, size)


async def test_a_filter_names_ten_glossaries(store: stores.Store) -> None:
    many = {"or": [{"glossaryId": ids.of(await writing.glossary(f"g-{place}"))} for place in range(11)]}

    answer = await ask(LIST, writing.ANONYMOUS, filter=many, id="x")
    wrong = await ask(LIST, writing.ANONYMOUS, filter={"glossaryId": "x"}, id="x")

    assert (answer.code, wrong.code) == ("InvalidInput", "InvalidInput")


async def test_a_rule_is_retired_by_its_id(store: stores.Store) -> None:
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)
    await pattern_rules.create(Context(admin.viewer, "test"), ruling.jargon(owner))

    gone = await ask(RETIRE, admin, input={"ruleId": ids.encode("Rule", "X-JARGON")})
    wrong = await ask(RETIRE, admin, input={"ruleId": ids.of(owner)})

    assert gone["retirePatternRule.rule"] == {"code": "X-JARGON", "status": "RETIRED"}
    assert gone["retirePatternRule.glossary"] == {"version": 3, "profile": {"fingerprint": owner.profile_fingerprint}}
    assert wrong["retirePatternRule.errors"] == [{"code": "INVALID_INPUT", "path": ["ruleId"]}]


async def test_findings_and_scores_name_the_rule_of_the_glossary(store: stores.Store) -> None:
    owner, admin = await writing.glossary(), await writing.somebody(Role.ADMIN)
    await pattern_rules.create(Context(admin.viewer, "test"), ruling.jargon(owner))
    record = await writing.draft(Context(admin.viewer, "test"), owner.id, text="order that brings synergy")

    answer = await ask(
        """query ($id: ID!, $rule: ID!, $preview: ValidationPreviewInput!) {
          definition(by: { id: $id }) { findings(filter: { ruleId: { eq: $rule } }) { nodes { message rule { name } } }
            latestValidation { scoreContributions { earned rule { code } } } }
          validationPreview(input: $preview) { findings { message rule { code } } } }""",
        admin,
        id=ids.of(record),
        rule=ids.encode("Rule", "X-JARGON"),
        preview={
            "glossaryId": ids.of(owner),
            "term": "x",
            "text": "synergy",
            "locale": "en",
            "ruleCodes": ["X-JARGON"],
        },
    )

    message = "Jargon: Is the text free of jargon?"
    assert answer["definition.findings.nodes"] == [{"message": message, "rule": {"name": "Jargon"}}]
    contributions = answer["definition.latestValidation.scoreContributions"]
    assert isinstance(contributions, list)
    assert contributions[-1] == {"earned": 0.0, "rule": {"code": "X-JARGON"}}
    assert answer["validationPreview.findings"] == [{"message": message, "rule": {"code": "X-JARGON"}}]

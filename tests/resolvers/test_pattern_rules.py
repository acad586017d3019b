"""Rules of a glossary's own: made, refused, found by who may see them, and retired."""

import asyncio
import dataclasses
from collections.abc import Awaitable

import pytest

from auth.errors import Forbidden, Unauthenticated
from models import store as stores
from models.errors import NotFound
from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import Role
from resolvers import checking, glossaries, job_work, pattern_rules, previews, rule_lookups, rule_profiles, validations
from resolvers.context import Context
from resolvers.errors import IdempotencyKeyReused, InvalidInput, LimitExceeded, Taken
from rules.kit import RuleStatus, Severity
from rules.rule import Rule
from tests.resolvers import ruling, validated, writing

pytestmark = pytest.mark.usefixtures("store")

GOING = asyncio.Event()
TEXT = "arrangement of parts that brings synergy to a whole"


async def seen(code: str, ctx: Context) -> Rule | None:
    found = rule_lookups.find(Context(ctx.viewer, "test"), code)
    return await found if isinstance(found, Awaitable) else found


async def fresh(owner: Glossary) -> Glossary:
    return await glossaries.get(validated.as_system(), owner.id)


async def test_only_who_holds_the_scope_makes_and_retires_rules() -> None:
    owner = await writing.glossary()
    editor = await writing.somebody(Role.EDITOR)
    before = await ruling.everything()

    for ctx, refusal in ((writing.ANONYMOUS, Unauthenticated), (editor, Forbidden)):
        with pytest.raises(refusal):
            await pattern_rules.create(ctx, ruling.jargon(owner))
        with pytest.raises(refusal):
            await pattern_rules.retire(ctx, "X-JARGON")

    assert await ruling.everything() == before


async def test_a_new_rule_is_on_and_judges_every_text() -> None:
    owner, author = await writing.glossary(), await writing.somebody(Role.EDITOR)
    record = await writing.draft(author, owner.id, text=TEXT)

    made = await pattern_rules.create(await ruling.admin(), ruling.jargon(owner))
    assert await job_work.work_one(GOING)

    row = await fresh(owner)
    assert (made.rule.code, made.rule.owner, made.rule.pattern) == ("X-JARGON", owner.id, r"(?i)\bsynergy\b")
    assert [(one.text, one.is_compliant) for one in made.rule.examples] == [("great synergy", False), ("a car", True)]
    assert (made.glossary.version, row.version, row.profile_fingerprint) == (2, 2, checking.profile_of(row).fingerprint)
    assert "X-JARGON" in await ruling.codes(record.id)
    assert [one for one in await ruling.told() if one in {"RuleSettingsChanged", "JobProgressed"}] == [
        "RuleSettingsChanged",
        "JobProgressed",
    ]
    assert (await ruling.acts())[-1] == "glossary.create-pattern-rule"


async def test_a_text_saved_later_is_judged_by_it_at_once() -> None:
    owner, author = await writing.glossary(), await writing.somebody(Role.EDITOR)
    await pattern_rules.create(await ruling.admin(), ruling.jargon(owner))

    record = await writing.draft(author, owner.id, text=TEXT)

    (finding,) = await stores.rows("SELECT * FROM findings WHERE rule_code = 'X-JARGON'")
    assert (finding["definition_id"], finding["severity"], finding["excerpt"]) == (record.id, "ERROR", "synergy")
    assert finding["arguments"] == {"name": "Jargon", "question": "Is the text free of jargon?"}


async def test_a_retired_rule_takes_its_findings_along_and_keeps_its_code() -> None:
    owner, author, admin = await writing.glossary(), await writing.somebody(Role.EDITOR), await ruling.admin()
    await pattern_rules.create(admin, ruling.jargon(owner))
    record = await writing.draft(author, owner.id, text=TEXT)
    settled = ruling.change(await fresh(owner), ruling.setting("X-JARGON", severity=Severity.INFO))
    await rule_profiles.update(admin, settled)

    gone = await pattern_rules.retire(admin, "X-JARGON")
    for _ in range(3):
        assert await job_work.work_one(GOING)

    row = await fresh(owner)
    assert gone.rule.status is RuleStatus.RETIRED
    assert (row.rule_settings, row.profile_fingerprint) == ("", owner.profile_fingerprint)
    assert "X-JARGON" not in await ruling.codes(record.id)
    resolved = await stores.rows(
        "SELECT 1 FROM outbox WHERE type = 'FindingResolved' AND data ->> 'rule_code' = 'X-JARGON'"
    )
    assert len(resolved) == 1
    with pytest.raises(Taken) as refused:
        await pattern_rules.create(admin, ruling.jargon(owner))
    assert (refused.value.existing_id, refused.value.path) == ("X-JARGON", ("code",))
    found = await seen("X-JARGON", admin)
    assert found is not None
    assert found.status is RuleStatus.RETIRED


async def test_a_rule_is_retired_once() -> None:
    owner, admin = await writing.glossary(), await ruling.admin()
    await pattern_rules.create(admin, ruling.jargon(owner))
    await pattern_rules.retire(admin, "X-JARGON")
    before = await ruling.everything()

    again = await pattern_rules.retire(admin, "X-JARGON")

    assert (again.rule.status, again.glossary.version) == (RuleStatus.RETIRED, 3)
    assert await ruling.everything() == before


async def test_what_is_no_rule_of_a_glossary_is_not_retired() -> None:
    admin = await ruling.admin()
    before = await ruling.everything()

    with pytest.raises(InvalidInput) as built_in:
        await pattern_rules.retire(admin, "FRM-04")
    with pytest.raises(NotFound) as absent:
        await pattern_rules.retire(admin, "X-NONE")

    assert (built_in.value.path, built_in.value.constraint) == (("ruleId",), "own-rule")
    assert absent.value.path == ("ruleId",)
    assert await ruling.everything() == before


@pytest.mark.parametrize(
    ("fields", "path"),
    [({"pattern": "("}, ("pattern",)), ({"examples": (ruling.EXAMPLES[0], *ruling.EXAMPLES[:1])}, ("examples",))],
)
async def test_an_impossible_rule_changes_nothing(fields: dict[str, object], path: tuple[str, ...]) -> None:
    owner, admin = await writing.glossary(), await ruling.admin()
    before = await ruling.everything()

    with pytest.raises(InvalidInput) as refused:
        await pattern_rules.create(admin, ruling.jargon(owner, **fields))

    assert refused.value.path == path
    assert await ruling.everything() == before


async def test_an_absent_glossary_has_no_rules() -> None:
    owner, admin = await writing.glossary(), await ruling.admin()

    with pytest.raises(NotFound) as refused:
        await pattern_rules.create(admin, ruling.jargon(owner, glossary_id=uuid7()))

    assert refused.value.path == ("glossaryId",)
    assert await stores.rows("SELECT 1 FROM pattern_rules") == []


async def test_a_glossary_has_so_many_rules_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    owner, admin = await writing.glossary(), await ruling.admin()
    await pattern_rules.create(admin, ruling.jargon(owner))
    before = await ruling.everything()

    monkeypatch.setattr(pattern_rules, "MOST_RULES", 1)
    with pytest.raises(LimitExceeded) as many:
        await pattern_rules.create(admin, ruling.jargon(owner, code="X-B"))
    monkeypatch.setattr(pattern_rules, "MOST_RULES", 2)
    monkeypatch.setattr(pattern_rules, "MOST_SIZE", 29)
    with pytest.raises(LimitExceeded) as large:
        await pattern_rules.create(admin, ruling.jargon(owner, code="X-B"))

    assert (many.value.path, large.value.path) == (("glossaryId",), ("pattern",))
    assert await ruling.everything() == before


async def test_a_code_is_unique_on_the_server() -> None:
    owner, other, admin = await writing.glossary(), await writing.glossary("other"), await ruling.admin()

    results = await asyncio.gather(
        pattern_rules.create(Context(admin.viewer, "a"), ruling.jargon(owner)),
        pattern_rules.create(Context(admin.viewer, "b"), ruling.jargon(other)),
        return_exceptions=True,
    )

    assert sorted(type(one).__name__ for one in results) == ["Ruled", "Taken"]
    assert len(await stores.rows("SELECT 1 FROM pattern_rules")) == 1


async def test_a_repeated_request_makes_one_rule() -> None:
    owner, admin = await writing.glossary(), await ruling.admin()
    asked = ruling.jargon(owner, idempotency_key="once")
    made = await pattern_rules.create(admin, asked)

    again = await pattern_rules.create(admin, asked)

    assert (again.rule.code, again.glossary.version) == (made.rule.code, 2)
    with pytest.raises(IdempotencyKeyReused):
        await pattern_rules.create(admin, dataclasses.replace(asked, name="Other"))


async def test_a_rule_is_seen_by_who_may_see_its_glossary() -> None:
    hidden = await validated.glossary("hidden", is_public=False)
    public = await validated.glossary("public")
    admin, ann = await ruling.admin(), await writing.somebody()
    await pattern_rules.create(admin, ruling.jargon(hidden, code="X-HIDDEN"))
    await pattern_rules.create(admin, ruling.jargon(public, code="X-PUBLIC"))

    nobody = [await seen(code, writing.ANONYMOUS) for code in ("X-HIDDEN", "X-PUBLIC", "X-NONE", "NOPE")]
    listed = await rule_lookups.of_glossaries(writing.ANONYMOUS, [hidden.id, public.id])

    assert [one and one.code for one in nobody] == [None, "X-PUBLIC", None, None]
    assert [one.code for one in listed] == ["X-PUBLIC"]
    assert await seen("X-HIDDEN", ann) is not None
    assert await seen("FRM-04", writing.ANONYMOUS) is not None


async def test_own_codes_can_be_asked_for_where_they_are_in_use() -> None:
    owner, other = await writing.glossary(), await writing.glossary("other")
    author, admin = await writing.somebody(Role.EDITOR), await ruling.admin()
    record = await writing.draft(author, owner.id, text=TEXT)
    await pattern_rules.create(admin, ruling.jargon(owner))
    asked = previews.PreviewInput(glossary_id=owner.id, term="x", text=TEXT, locale="en", rule_codes=("X-JARGON",))

    shown = await previews.preview(author, asked)
    started = await validations.start(Context(author.viewer, "test"), record.id, rule_codes=["X-JARGON"])

    assert [one.rule_code for one in shown.report.findings] == ["X-JARGON"]
    assert started.run.id is not None
    with pytest.raises(InvalidInput) as refused:
        await previews.preview(author, dataclasses.replace(asked, glossary_id=other.id))
    assert refused.value.path == ("ruleCodes", "0")

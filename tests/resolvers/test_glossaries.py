import dataclasses

import pytest

from auth.errors import Forbidden, Unauthenticated
from models import store
from models.errors import NotFound, VersionConflict
from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import Role, Transition
from resolvers import gate_rules, glossaries
from resolvers.context import Context
from resolvers.errors import IdempotencyKeyReused, InvalidInput, Taken
from resolvers.glossary_inputs import CreateGlossary, GateRuleInput, UpdateGateRules, UpdateGlossary
from resolvers.paging import Page, Slice
from rules import profiles
from rules.kit import Style
from tests.resolvers import shelf

pytestmark = pytest.mark.usefixtures("store")

HOMES = CreateGlossary(slug="homes", name=" Homes  of NL ", locales=("NL", "en-gb"))


@pytest.fixture
async def admin() -> Context:
    return await shelf.person(Role.ADMIN)


async def test_only_administrators_write_glossaries() -> None:
    row = await shelf.glossary()
    before = await everything()

    for ctx, refusal in ((shelf.anonymous(), Unauthenticated), (await shelf.person(Role.EDITOR), Forbidden)):
        with pytest.raises(refusal):
            await glossaries.create(ctx, HOMES)
        with pytest.raises(refusal):
            await glossaries.update(ctx, UpdateGlossary(id=row.id, expected_version=1, name="x"))
        with pytest.raises(refusal):
            await glossaries.update_gate_rules(ctx, UpdateGateRules(glossary_id=row.id, expected_version=1, rules=()))

    assert await everything() == before


async def test_a_new_glossary_holds_what_was_asked(admin: Context) -> None:
    made = await glossaries.create(
        admin, dataclasses.replace(HOMES, description="All.", is_public=True, base_uri="urn:x:", profile="nl-sbb")
    )

    row = await glossaries.get(admin, made.id)
    assert (row.slug, row.name, row.name_key, row.locales) == ("homes", "Homes of NL", "homes of nl", ["nl", "en-GB"])
    assert (row.description, row.is_public, row.base_uri, row.version) == ("All.", True, "urn:x:", 1)
    assert (row.style, row.profile, row.created_by_id) == (Style.SENTENCE, "nl-sbb", admin.viewer.user_id)
    assert row.profile_fingerprint == profiles.profile("nl-sbb").fingerprint
    assert await acts() == ["glossary.create"]


async def test_a_style_of_its_own_wins_over_that_of_the_profile(admin: Context) -> None:
    made = await glossaries.create(admin, dataclasses.replace(HOMES, style=Style.FREE))

    assert (made.style, made.profile_fingerprint) == (Style.FREE, profiles.profile("default", Style.FREE).fingerprint)


async def test_a_slug_is_taken_once(admin: Context) -> None:
    made = await glossaries.create(admin, HOMES)
    before = await everything()

    with pytest.raises(Taken) as refused:
        await glossaries.create(admin, HOMES)

    assert (refused.value.existing_id, refused.value.path, refused.value.kind) == (made.id, ("slug",), "Glossary")
    assert await everything() == before


async def test_a_repeated_request_answers_the_first_result(admin: Context) -> None:
    asked = dataclasses.replace(HOMES, idempotency_key="once")
    made = await glossaries.create(admin, asked)

    again = await glossaries.create(admin, asked)

    assert again.id == made.id
    assert await acts() == ["glossary.create"]
    with pytest.raises(IdempotencyKeyReused):
        await glossaries.create(admin, dataclasses.replace(asked, name="Other"))


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"slug": ""}, ("slug",)), ({"slug": "Homes"}, ("slug",)), ({"slug": "a--b"}, ("slug",)), ({"slug": "a" * 81}, ("slug",)),
        ({"slug": "a\n"}, ("slug",)), ({"name": " "}, ("name",)), ({"name": "x" * 201}, ("name",)), ({"name": "\x00"}, ("name",)),
        ({"description": "x" * 4_001}, ("description",)), ({"profile": "nope"}, ("profile",)),
        ({"locales": ()}, ("locales",)), ({"locales": ("nl", "NL")}, ("locales", "1")), ({"locales": ("nl", "x y")}, ("locales", "1")),
        ({"locales": ("nl",) * 51}, ("locales",)),
        ({"base_uri": "no iri"}, ("baseUri",)), ({"base_uri": "/path"}, ("baseUri",)), ({"base_uri": "http://a b"}, ("baseUri",)),
        ({"base_uri": "urn:" + "x" * 2_000}, ("baseUri",)), ({"idempotency_key": "x" * 201}, ("idempotencyKey",)),
    ],
)  # fmt: skip
async def test_a_value_out_of_bounds_changes_nothing(
    admin: Context, changes: dict[str, object], path: tuple[str, ...]
) -> None:
    before = await everything()

    with pytest.raises(InvalidInput) as refused:
        await glossaries.create(admin, dataclasses.replace(HOMES, **changes))  # type: ignore[arg-type]

    assert refused.value.path == path
    assert await everything() == before


async def test_an_update_changes_what_was_given_and_nothing_else(admin: Context) -> None:
    made = await glossaries.create(admin, dataclasses.replace(HOMES, description="All.", base_uri="urn:x:"))

    changed = await glossaries.update(
        admin, UpdateGlossary(id=made.id, expected_version=1, name="Houses", description=None, is_public=True)
    )

    row = await glossaries.get(admin, made.id)
    assert (row.name, row.name_key, row.is_public, row.base_uri) == ("Houses", "houses", True, "urn:x:")
    assert row.description is None
    assert (changed.version, row.version, row.updated_at > made.created_at) == (2, 2, True)
    assert await changes_of("glossary.update") == [
        {"path": ["name"], "before": "Homes of NL", "after": "Houses"},
        {"path": ["isPublic"], "before": "false", "after": "true"},
        {"path": ["description"], "before": "All.", "after": None},
    ]


async def test_languages_and_base_can_change(admin: Context) -> None:
    made = await glossaries.create(admin, HOMES)

    await glossaries.update(
        admin, UpdateGlossary(id=made.id, expected_version=1, locales=("fr",), base_uri="https://x.example/")
    )

    row = await glossaries.get(admin, made.id)
    assert (row.locales, row.base_uri) == (["fr"], "https://x.example/")


async def test_an_update_without_a_difference_is_no_version(admin: Context) -> None:
    made = await glossaries.create(admin, HOMES)

    same = await glossaries.update(
        admin, UpdateGlossary(id=made.id, expected_version=1, name="Homes of NL", locales=("nl", "en-GB"))
    )

    assert same.version == 1
    assert await acts() == ["glossary.create"]


async def test_a_stale_update_is_told_which_state_won(admin: Context) -> None:
    made = await glossaries.create(admin, HOMES)
    await glossaries.update(admin, UpdateGlossary(id=made.id, expected_version=1, name="Won"))
    before = await everything()

    with pytest.raises(VersionConflict) as refused:
        await glossaries.update(admin, UpdateGlossary(id=made.id, expected_version=1, name="Lost"))

    current = refused.value.current
    assert isinstance(current, Glossary)
    assert (current.name, current.version, refused.value.expected, refused.value.actual) == ("Won", 2, 1, 2)
    assert await everything() == before


async def test_an_absent_glossary_is_not_found(admin: Context) -> None:
    with pytest.raises(NotFound):
        await glossaries.get(admin, uuid7())
    with pytest.raises(NotFound) as refused:
        await glossaries.update(admin, UpdateGlossary(id=uuid7(), expected_version=1))
    assert refused.value.path == ("id",)


async def test_a_glossary_that_is_not_public_does_not_exist_for_anonymous() -> None:
    hidden, public = await shelf.glossary("b", is_public=False), await shelf.glossary("a")
    ctx, ann = shelf.anonymous(), await shelf.person()

    assert (await glossaries.find(ctx, hidden.id), await glossaries.by_slug(ctx, "b")) == (None, None)
    assert ids(await glossaries.page(ctx, Slice())) == [public.id]
    assert ids(await glossaries.page(ann, Slice())) == [public.id, hidden.id]
    found = await glossaries.by_slug(ann, "b")
    assert found is not None
    assert found.id == hidden.id


async def test_glossaries_are_paged_by_name() -> None:
    for name in "cab":
        await shelf.glossary(f"g-{name}", name=name, name_key=name)

    start = await glossaries.page(shelf.anonymous(), shelf.first(2))
    rest = await glossaries.page(shelf.anonymous(), shelf.first(2, start.edges[-1].cursor))

    assert [edge.node.name for edge in (*start.edges, *rest.edges)] == ["a", "b", "c"]
    assert (start.has_next, rest.has_next, (await start.count(5)).value) == (True, False, 3)


async def test_a_glossary_without_rules_demands_what_is_shipped(admin: Context) -> None:
    row = await shelf.glossary()

    assert await glossaries.gate_rules(admin, row) == list(gate_rules.SHIPPED)


async def test_gate_rules_replace_those_of_the_same_step_and_code(admin: Context) -> None:
    row = await shelf.glossary()
    loose = GateRuleInput(transition=Transition.APPROVE, code="no-open-errors", required="5", is_overridable=False)
    own = GateRuleInput(transition=Transition.APPROVE, code="approver-is-not-author", is_enabled=False)

    await glossaries.update_gate_rules(
        admin, UpdateGateRules(glossary_id=row.id, expected_version=1, rules=(loose, own))
    )
    after = await glossaries.update_gate_rules(
        admin,
        UpdateGateRules(glossary_id=row.id, expected_version=2, rules=(dataclasses.replace(loose, required=None),)),
    )

    rules = {
        rule.code: rule
        for rule in await glossaries.gate_rules(shelf.again(admin.viewer), row)
        if rule.transition is Transition.APPROVE
    }
    assert (rules["no-open-errors"].required, rules["no-open-errors"].is_overridable) == ("0", False)
    assert rules["approver-is-not-author"].is_enabled is False
    assert after.version == 3
    assert await acts() == ["glossary.update-gate-rules"] * 2


async def test_changes_of_gate_rules_are_on_record(admin: Context) -> None:
    row = await shelf.glossary()
    rule = GateRuleInput(transition=Transition.APPROVE, code="no-open-errors", required="5")

    await glossaries.update_gate_rules(admin, UpdateGateRules(glossary_id=row.id, expected_version=1, rules=(rule,)))

    assert await changes_of("glossary.update-gate-rules") == [
        {"path": ["gateRules", "APPROVE.no-open-errors", "required"], "before": "0", "after": "5"}
    ]


@pytest.mark.parametrize(
    ("rule", "path"),
    [
        (GateRuleInput(transition=Transition.APPROVE, code="nope"), ("rules", "0", "code")),
        (
            GateRuleInput(transition=Transition.APPROVE, code="not-circular", is_enabled=False),
            ("rules", "0", "isEnabled"),
        ),
        (
            GateRuleInput(transition=Transition.APPROVE, code="no-open-errors", required="many"),
            ("rules", "0", "required"),
        ),
    ],
)
async def test_a_gate_rule_that_may_not_be_is_refused(
    admin: Context, rule: GateRuleInput, path: tuple[str, ...]
) -> None:
    row = await shelf.glossary()
    before = await everything()

    with pytest.raises(InvalidInput) as refused:
        await glossaries.update_gate_rules(
            admin, UpdateGateRules(glossary_id=row.id, expected_version=1, rules=(rule,))
        )

    assert refused.value.path == path
    assert await everything() == before


async def test_a_gate_rule_given_twice_is_refused(admin: Context) -> None:
    row = await shelf.glossary()
    rule = GateRuleInput(transition=Transition.REJECT, code="note-given")

    with pytest.raises(InvalidInput) as refused:
        await glossaries.update_gate_rules(
            admin, UpdateGateRules(glossary_id=row.id, expected_version=1, rules=(rule, rule))
        )

    assert refused.value.path == ("rules", "1")


def ids(page: Page[Glossary]) -> list[object]:
    return [edge.node.id for edge in page.edges]


async def acts() -> list[str]:
    return [row["action"] for row in await store.rows("SELECT action FROM audit_log ORDER BY id")]


async def changes_of(action: str) -> object:
    row = await store.row("SELECT changes FROM audit_log WHERE action = $1 ORDER BY id DESC", action)
    return None if row is None else row["changes"]


async def everything() -> dict[str, list[object]]:
    tables = ("glossaries", "gate_rules", "audit_log", "outbox", "idempotency_keys")
    return {name: [dict(row) for row in await store.rows(f"SELECT * FROM {name} ORDER BY 1")] for name in tables}

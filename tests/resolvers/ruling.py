"""For tests of rule profiles and pattern rules: what is asked, and what the database holds of it."""

from models import store
from models.glossary import Glossary
from models.kinds import Role
from resolvers.context import Context
from resolvers.rule_inputs import CreatePatternRule, RuleExampleInput, RuleSettingInput, UpdateRuleProfile
from rules.kit import Severity
from tests.resolvers import writing

EXAMPLES = (
    RuleExampleInput(text="great synergy", is_compliant=False),
    RuleExampleInput(text="a car", is_compliant=True),
)


async def admin() -> Context:
    return await writing.somebody(Role.ADMIN)


def change(owner: Glossary, *settings: RuleSettingInput, **fields: object) -> UpdateRuleProfile:
    given = {"glossary_id": owner.id, "expected_version": owner.version, "settings": settings, **fields}
    return UpdateRuleProfile(**given)  # type: ignore[arg-type]


def setting(code: str = "FRM-04", **fields: object) -> RuleSettingInput:
    return RuleSettingInput(code=code, **fields)  # type: ignore[arg-type]


def jargon(owner: Glossary, **fields: object) -> CreatePatternRule:
    given = {
        "glossary_id": owner.id,
        "code": "X-JARGON",
        "name": "Jargon",
        "question": "Is the text free of jargon?",
        "severity": Severity.ERROR,
        "locale": "en",
        "pattern": r"(?i)\bsynergy\b",
        "examples": EXAMPLES,
        **fields,
    }
    return CreatePatternRule(**given)  # type: ignore[arg-type]


async def everything() -> dict[str, list[store.Row]]:
    """What a refusal must leave as it was."""
    tables = ("glossaries", "pattern_rules", "jobs", "outbox", "audit_log", "idempotency_keys", "glossary_changes")
    return {name: await store.rows(f"SELECT * FROM {name} ORDER BY 1") for name in tables}


async def told() -> list[str]:
    return [row["type"] for row in await store.rows("SELECT type FROM outbox ORDER BY id")]


async def acts() -> list[str]:
    return [row["action"] for row in await store.rows("SELECT action FROM audit_log ORDER BY id")]


async def codes(definition_id: object) -> list[str]:
    """The rules with an open finding on the working text."""
    sql = "SELECT rule_code FROM findings WHERE definition_id = $1 AND resolved_run_id IS NULL ORDER BY rule_code"
    return [row["rule_code"] for row in await store.rows(sql, definition_id)]

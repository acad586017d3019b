from resolvers.context import Context
from rules import catalogue, messages
from schema import ids
from tests.resolvers.writing import ANONYMOUS
from tests.schema.asking import ask

FIELDS = """id code name question remedy rationale group defaultSeverity confidence scope status locales references hasFix
  measuredPrecision appliesTo examples { text isCompliant note }"""


async def test_every_rule_says_everything() -> None:
    answer = await ask(f"{{ rules(first: 100) {{ nodes {{ {FIELDS} }} totalCount {{ value }} }} }}", ANONYMOUS)

    found = answer["rules.nodes"]
    assert isinstance(found, list)
    assert [one["code"] for one in found] == [rule.code for rule in catalogue.rules()][:100]
    assert answer["rules.totalCount.value"] == len(catalogue.rules())


async def test_a_rule_has_two_names() -> None:
    answer = await ask(
        'query ($id: ID!) { a: rule(by: { id: $id }) { code } b: rule(by: { code: "FRM-01" }) { code } '
        'c: rule(by: { code: "XXX-01" }) { code } d: rule(by: { id: "x" }) { code } }',
        ANONYMOUS,
        id=ids.encode("Rule", "FRM-01"),
    )

    assert answer.data == {"a": {"code": "FRM-01"}, "b": {"code": "FRM-01"}, "c": None, "d": None}


async def test_rules_are_filtered() -> None:
    answer = await ask(
        """query ($filter: RuleFilter) { rules(filter: $filter, last: 100) { nodes { code } } }""",
        ANONYMOUS,
        filter={
            "group": {"in": ["FRM", "CNT"], "ne": "TRM"},
            "code": {"startsWith": "frm-0", "contains": "0", "notIn": ["FRM-02"], "isNull": False},
            "or": [{"code": {"eq": "FRM-01"}}, {"code": {"eq": "FRM-02"}}],
            "not": {"status": ["RETIRED"]},
            "and": [{"defaultSeverity": ["ERROR", "WARNING", "INFO"]}],
        },
    )

    assert answer["rules.nodes"] == [{"code": "FRM-01"}]


async def test_a_filter_goes_five_deep() -> None:
    deep: dict[str, object] = {"code": {"eq": "FRM-01"}}
    for _ in range(5):
        deep = {"and": [deep]}

    answer = await ask(
        "query ($filter: RuleFilter) { rules(filter: $filter) { nodes { code } } }", ANONYMOUS, filter=deep
    )

    assert answer.code == "InvalidInput"


async def test_rules_speak_dutch() -> None:
    dutch = Context(viewer=ANONYMOUS.viewer, request_id="test", locale="nl")
    question = '{ rule(by: { code: "FRM-01" }) { name question remedy } }'

    english, translated = await ask(question, ANONYMOUS), await ask(question, dutch)

    assert english["rule.question"] != translated["rule.question"]
    assert english["rule.remedy"] == messages.remedy("FRM-01", "en")
    assert translated["rule.remedy"] == messages.remedy("FRM-01", "nl")
    assert english["rule.remedy"] == messages.remedy("FRM-01", "en")
    assert translated["rule.remedy"] == messages.remedy("FRM-01", "nl")


async def test_the_shipped_profiles_are_listed() -> None:
    answer = await ask("{ ruleProfiles { name style fingerprint settings { isEnabled severity } } }", ANONYMOUS)

    names = [one["name"] for one in answer["ruleProfiles"]]  # type: ignore[attr-defined]
    assert "default" in names
    assert names == sorted(names)

"""Other lists of rules and codes map to ours."""

import json
from pathlib import Path

import pytest

from rules import catalogue, tables
from rules.tables import Kind, Row

ASTRA = Path(__file__).parents[3] / "shared" / "reference" / "astra-rules.json"
RESEARCH = {"FRM": 26, "CNT": 26, "TRM": 20, "ENT": 19, "REL": 21, "GLO": 19, "RDB": 7, "LEG": 8}
ROWS = [pytest.param(name, row, id=f"{name}-{row.code}") for name in tables.TITLES for row in tables.rows(name)]


@pytest.mark.parametrize(("name", "count"), [("astra", 56), ("qskos", 29)])
def test_list_is_whole(name: str, count: int) -> None:
    assert len(tables.rows(name)) == count


def test_every_code_of_the_app_before_us_is_mapped() -> None:
    if not ASTRA.is_file():
        pytest.skip(f"{ASTRA} is absent")
    codes = {str(row["code"]) for row in json.loads(ASTRA.read_text(encoding="utf-8"))}

    assert {row.code for row in tables.rows("astra")} == codes


def test_every_code_of_the_research_and_every_rule_is_covered() -> None:
    listed = {f"{group}-{number:02}" for group, count in RESEARCH.items() for number in range(1, count + 1)}
    own = {rule.code for rule in catalogue.rules()}

    assert {row.code for row in tables.rows("coverage")} == listed | own


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_row_names_rules_that_exist_or_says_why_not(name: str, row: Row) -> None:
    unknown = [code for code in row.rules if catalogue.find(code) is None]

    assert (unknown, bool(row.rules or row.why), row.kind is not Kind.RULE or bool(row.rules)) == ([], True, True), name


def test_rule_that_exists_covers_its_own_code() -> None:
    rows = {row.code: row for row in tables.rows("coverage")}

    assert [rule.code for rule in catalogue.rules() if rule.code not in rows[rule.code].rules] == []


def test_rules_say_what_others_call_them() -> None:
    wanted = {(code, f"ASTRA {row.code}") for row in tables.rows("astra") for code in row.rules}
    said = {(rule.code, reference) for rule in catalogue.rules() for reference in rule.references}

    assert wanted - said == set()


def test_what_needs_a_judge_is_asked() -> None:
    asked = {row.code for row in tables.rows("astra") if row.kind is Kind.JUDGEMENT}

    assert (
        asked
        == {code for code in asked if any(one.startswith("ASK-") for one in _row(code).rules)}
        == {"ESS-03", "ESS-04", "ESS-05", "INT-03", "INT-04", "INT-10", "SAM-01", "SAM-04", "SAM-07"}
    )


def _row(code: str) -> Row:
    return next(row for row in tables.rows("astra") if row.code == code)


def test_page_links_the_rules() -> None:
    assert "| SAM-05 | Circular chain | rule | [GLO-01](GLO-01.md) | With the path. |" in tables.page("astra")

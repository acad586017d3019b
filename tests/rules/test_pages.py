"""The committed pages are what the rules write."""

from pathlib import Path

from rules import catalogue, pages, tables

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def test_committed_pages_equal_what_the_rules_write() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}

    assert committed == pages.pages()


def test_every_rule_has_a_page() -> None:
    lists = {"README.md", *(f"{name}.md" for name in tables.TITLES)}

    assert set(pages.pages()) == lists | {f"{rule.code}.md" for rule in catalogue.rules()}


def test_page_shows_invisible_characters_by_code_point() -> None:
    rule = catalogue.find("FRM-18")
    assert rule is not None

    assert "<U+00AD>" in pages.page(rule)

"""Rare cases of the rules that see a web."""

import pytest

from rules import profiles
from rules.entry import Entry
from rules.kit import Style
from rules.web.item import Item
from rules.web.web import Web


def item(identity: str, text: str) -> Item:
    return Item(id=identity, concept=identity, entry=Entry(term=f"term {identity}", text=text, locale="en"))


@pytest.mark.parametrize(
    ("style", "is_on", "said"),
    [(Style.PHRASE, True, False), (Style.PHRASE, False, True), (Style.SENTENCE, True, True), (Style.FREE, True, True)],
)
def test_style_that_another_rule_judges_is_judged_once(style: Style, is_on: bool, said: bool) -> None:  # noqa: FBT001 a case
    web = Web(profiles.profile(style=style).with_setting("FRM-06", is_enabled=is_on))
    web.put([*(item(f"{at}", f"vehicle number {at}") for at in range(20)), item("odd", "a vehicle on wheels")])

    assert ("GLO-10" in {one.rule_code for one in web.findings("odd")}) is said


def test_text_out_of_style_is_named_when_a_style_has_become_usual() -> None:
    web = Web(profiles.profile(style=Style.FREE))
    web.put([*(item(f"{at}", f"vehicle number {at}") for at in range(18)), item("odd", "a vehicle on wheels")])
    silent = [one.rule_code for one in web.findings("odd")]

    named = web.put([item("last", "vehicle number last")])

    assert "GLO-10" not in silent
    assert "odd" in named
    assert "GLO-10" in {one.rule_code for one in web.findings("odd")}


@pytest.mark.parametrize("code", ["GLO-01", "GLO-10"])
def test_a_change_names_nobody_for_a_rule_that_is_off(code: str) -> None:
    web = Web(profiles.profile(style=Style.FREE).with_setting(code, is_enabled=False))
    web.put([*(item(f"{at}", f"vehicle number {at}") for at in range(19)), item("odd", "a lorry on wheels")])

    web.put([item("last", "vehicle number last"), item("other", "term odd and its term last")])

    assert code not in {one.rule_code for _, found in web.findings_of() for one in found}


def test_text_that_holds_another_is_named_when_that_one_comes() -> None:
    whole = "device that keeps the heat of a summer day in a tank of water"
    web = Web(profiles.profile(style=Style.FREE).with_setting("GLO-09", is_enabled=True))
    web.put([item("holder", f"house with a {whole} under its floor"), item("plain", "vehicle on wheels")])

    named = web.put([item("store", whole)])

    assert "holder" in named
    assert "plain" not in named
    assert "GLO-09" in {one.rule_code for one in web.findings("holder")}

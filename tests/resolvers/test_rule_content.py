"""Bounds of what is asked about the rules of a glossary, without a database."""

import pytest

from models.glossary import Glossary
from models.keys import uuid7
from resolvers import rule_content
from resolvers.errors import InvalidInput
from resolvers.rule_inputs import ParameterInput, RuleExampleInput
from rules.kit import Style
from tests.resolvers import ruling

OWNER = Glossary(id=uuid7(), version=1, profile="default", style=Style.PHRASE, rule_settings="")
OFF = ruling.setting(is_enabled=False)
MARKED, SILENT = ruling.EXAMPLES


@pytest.mark.parametrize(
    ("fields", "path", "constraint"),
    [
        ({"code": "FRM-99"}, ("code",), "own-rule-code"), ({"code": "X-a"}, ("code",), "own-rule-code"),
        ({"name": " "}, ("name",), "not-blank"), ({"name": "x" * 201}, ("name",), "max-length"),
        ({"question": ""}, ("question",), "not-blank"), ({"question": "x" * 501}, ("question",), "max-length"),
        ({"locale": "x y"}, ("locale",), "bcp-47"),
        ({"pattern": "("}, ("pattern",), "re2"), ({"pattern": "x*"}, ("pattern",), "re2"), ({"pattern": "a" * 501}, ("pattern",), "max-length"),
        ({"pattern": "a\x00"}, ("pattern",), "characters"), ({"pattern": "\ud800"}, ("pattern",), "characters"), ({"pattern": ".{0,1000}x"}, ("pattern",), "re2"),
        ({"examples": ()}, ("examples",), "both-examples"), ({"examples": (MARKED,)}, ("examples",), "both-examples"),
        ({"examples": (SILENT, SILENT)}, ("examples",), "both-examples"), ({"examples": (MARKED, SILENT) * 11}, ("examples",), "max-items"),
        ({"examples": (MARKED, SILENT, RuleExampleInput(text="no", is_compliant=False))}, ("examples", "2", "text"), "example-holds"),
        ({"examples": (MARKED, RuleExampleInput(text="Synergy", is_compliant=True))}, ("examples", "1", "text"), "example-holds"),
        ({"examples": (MARKED, RuleExampleInput(text="x" * 1_001, is_compliant=True))}, ("examples", "1", "text"), "max-length"),
    ],
)  # fmt: skip
def test_an_impossible_rule_says_what_is_wrong(
    fields: dict[str, object], path: tuple[str, ...], constraint: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        rule_content.pattern(ruling.jargon(OWNER, **fields))

    assert (refused.value.path, refused.value.constraint) == (path, constraint)


@pytest.mark.parametrize(
    ("fields", "path", "constraint"),
    [
        ({"profile": "nope"}, ("profile",), "known-profile"),
        ({"settings": (ruling.setting("FRM-99"),)}, ("settings", "0", "code"), "rule-code"),
        ({"settings": (OFF, OFF)}, ("settings", "1"), "unique"),
        ({"settings": (OFF,) * 501}, ("settings",), "max-items"),
        ({"settings": (ruling.setting(parameters=(ParameterInput(name="x", value="1"),)),)}, ("settings", "0", "parameters", "0", "name"), "rule-parameter"),
        ({"settings": (ruling.setting(parameters=(ParameterInput(name="max_words", value="1"),)),)}, ("settings", "0", "parameters", "0", "value"), "range"),
        ({"settings": (ruling.setting(parameters=(ParameterInput(name="max_words", value="9" * 4_000),)),)}, ("settings", "0", "parameters", "0", "value"), "range"),
        ({"settings": (ruling.setting(parameters=(ParameterInput(name="max_words", value="-1"),)),)}, ("settings", "0", "parameters", "0", "value"), "whole-number"),
        ({"settings": (ruling.setting(parameters=(ParameterInput(name="max_words", value="20"),) * 2),)}, ("settings", "0", "parameters", "1"), "unique"),
        ({"settings": (ruling.setting(parameters=(ParameterInput(name="max_words", value="20"),) * 21),)}, ("settings", "0", "parameters"), "max-items"),
    ],
)  # fmt: skip
def test_an_impossible_setting_says_what_is_wrong(
    fields: dict[str, object], path: tuple[str, ...], constraint: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        rule_content.selected(ruling.change(OWNER, **fields), rule_content.selection_of(OWNER))

    assert (refused.value.path, refused.value.constraint) == (path, constraint)

"""A glossary for the tests of these rules: a web under a profile in which all of them are on, and what they find in it."""

from collections.abc import Iterable

from rules import catalogue, profiles
from rules.web.item import Item
from rules.web.web import Web

CODES = tuple(
    rule.code
    for rule in catalogue.rules()
    if rule.group == "REL" or rule.code in {"ENT-10", "ENT-11", "ENT-15", "ENT-17", "ENT-18"}
)
WEB_RULES = tuple(rule.code for rule in catalogue.rules() if rule.judge is not None)
PROFILE = profiles.profile("default")
for code in WEB_RULES:
    PROFILE = PROFILE.with_setting(code, is_enabled=code in CODES)


def web(items: Iterable[Item], *, locales: tuple[str, ...] = ()) -> Web:
    """A glossary of these definitions."""
    made = Web(PROFILE, locales=locales)
    made.put(items)
    return made

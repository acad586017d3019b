"""What a finding says to a reader, in the reader's language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from rules import catalogue

LOCALES = ("en", "nl")
FAILURES = {
    "en": "Rule {code} failed on this text ({failure}).",
    "nl": "Regel {code} liep vast op deze tekst ({failure}).",
}
UNKNOWN = {"en": "Rule {code} has a remark.", "nl": "Regel {code} heeft een opmerking."}


def message(code: str, arguments: Mapping[str, str], locale: str) -> str:
    """One sentence on what is wrong. Never fails: an unknown rule or a missing argument gives a plainer sentence.

    The argument `case` chooses between the sentences of a rule that has several. A rule of a glossary's own speaks in the
    words of its author, which its arguments hold (rules/patterns.py).
    """
    if "failure" in arguments:
        return FAILURES[language(locale)].format_map(_Filled({**arguments, "code": code}))
    texts = _texts(language(locale)).get(code, {})
    if not texts and "question" in arguments:
        return "{name}: {question}".format_map(_Filled(arguments))
    template = texts.get(f"message_{arguments.get('case', '')}", texts.get("message"))
    return (template or UNKNOWN[language(locale)]).format_map(_Filled({**arguments, "code": code}))


def remedy(code: str, locale: str) -> str:
    """One sentence on how to put it right; empty for an unknown rule."""
    return _texts(language(locale)).get(code, {}).get("remedy", "")


def name(code: str, locale: str) -> str:
    """What the rule is called; its code for an unknown rule."""
    rule = catalogue.find(code)
    return _texts(language(locale)).get(code, {}).get("name", code if rule is None else rule.name)


def question(code: str, locale: str) -> str:
    """What the rule asks of a text; empty for an unknown rule."""
    rule = catalogue.find(code)
    return _texts(language(locale)).get(code, {}).get("question", "" if rule is None else rule.question)


def language(locale: str) -> str:
    """The language in which a reader of this locale is answered: `nl` or `en`."""
    asked = locale.replace("_", "-").partition("-")[0].casefold()
    return asked if asked in LOCALES else LOCALES[0]


class _Filled(dict[str, str]):
    """Arguments of a sentence; one that is missing shows as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


@cache
def _texts(locale: str) -> Mapping[str, Mapping[str, str]]:
    file = resources.files("rules") / "texts" / f"{locale}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))

"""The time of every rule grows no faster than the text, however hostile the text.

Measured is processor time of this thread at n and 4n characters, the best of three attempts: a quadratic rule needs sixteen
times as long and seconds at 4n, while on a loaded machine a linear one stays below eight times or some milliseconds.
"""

import itertools
import time
from collections.abc import Iterator

import pytest

from rules import catalogue, engine, lexicon
from rules.entry import Designation, Entry
from rules.kit import Style
from rules.reading import Reading
from rules.rule import Rule
from tests.rules.test_waiting import PHRASES, everything

SHORT, LONG = 4_000, 16_000
FACTOR = 8
SLACK = 0.03  # seconds
ATTEMPTS = 3
ALL_AT_ONCE = 0.5  # seconds
FAMILIES = {
    "letter": "a",
    "capital": "AB",
    "digit": "1",
    "words": "a ",
    "one word": "lease ",
    "copulas": "a lease is ",
    "spaces": " ",
    "blank lines": "\n",
    "lines": "x\n\n",
    "opened": "(",
    "closed": "a) ",
    "links": "[a](",
    "tags": "<b ",
    "entities": "&am",
    "stars": "**",
    "quotes": "\"“'",
    "commas": ", x",
    "stops": "A. ",
    "dots": "..",
    "hyphens": "a-",
    "slashes": "www.a/",
    "invisible": "\u200b\u200d",
    "asides": "lease (a, b), ",
}


def repeated(unit: str, size: int) -> str:
    return ("x; " + unit * (size // len(unit) + 1))[:size]  # white space alone would be a blank text


def near_matches(language: str) -> dict[str, str]:
    """All phrases of the language, whole, without their last letter, and the starts of those with a gap."""
    gapped = [phrase.partition("…")[0] for phrase in PHRASES[language] if "…" in phrase]
    return {
        "phrases": " ".join(PHRASES[language]) + " ",
        "near phrases": " ".join(phrase[:-1] for phrase in PHRASES[language]) + " ",
        "gaps": " ".join(gapped or ["onder een"]) + " ",
    }


CASES = [
    pytest.param(language, unit, id=f"{language}-{name}")
    for language in lexicon.LANGUAGES
    for name, unit in {**FAMILIES, **near_matches(language)}.items()
]


def read(language: str, text: str, style: Style = Style.PHRASE) -> Reading:
    entry = Entry(
        term="lease",
        text=text,
        locale=language,
        designations=(Designation("tenancy agreement"),),
        explanation=text,
        notes=(text,),
    )
    return Reading(entry, style, everything(style).limits)


def seconds(rule: Rule, reading: Reading) -> float:
    start = time.thread_time()
    list(itertools.islice(rule.check(reading), engine.MOST))
    return time.thread_time() - start


def superlinear(language: str, unit: str) -> Iterator[str]:
    """The rules that take too much longer on the long text than on the short one."""
    short, long = (read(language, repeated(unit, size)) for size in (SHORT, LONG))
    for rule in catalogue.rules():
        if rule.judges(long.case):
            attempts = ((seconds(rule, long), seconds(rule, short)) for _ in range(ATTEMPTS))
            if seconds(rule, long) >= SLACK and not any(after < FACTOR * before + SLACK for after, before in attempts):
                yield rule.code


@pytest.mark.parametrize(("language", "unit"), CASES)
def test_every_rule_is_linear(language: str, unit: str) -> None:
    assert list(superlinear(language, unit)) == []


@pytest.mark.parametrize(("language", "unit"), CASES)
def test_all_rules_together_read_a_long_text_at_once(language: str, unit: str) -> None:
    entry = Entry(term="lease", text=repeated(unit, 10_000), locale=language)
    profile = everything(Style.PHRASE)

    def took() -> float:
        start = time.thread_time()
        engine.check(entry, profile)
        return time.thread_time() - start

    assert any(took() < ALL_AT_ONCE for _ in range(ATTEMPTS))

"""Two meanings in one entry are two concepts with one definition.

Fix: make an entry for each meaning, with its context.
"""

import itertools
import re
from collections.abc import Iterable

from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Rule, bad, good

MOST = 4  # places that are looked at
NUMBERED = re.compile(r"(?<!\S)(?P<mark>\(?(?P<ordinal>[0-9]|[a-h]|i{1,2})[.)])(?=\s)", re.IGNORECASE)
SECONDS = {"1": "2", "a": "b", "i": "ii"}
# What opens a second sense. Bounded, so that matching stays linear.
OTHERWISE = {
    "en": re.compile(
        r";\s(?P<mark>or, in|alternatively,? (?:an?|the)|or else an?|in another sense|in a second sense|secondly|by extension|figuratively|in another meaning|in a wider sense|in a narrower sense|in law,|in another context)(?!\w)"
        r"|[;,.]\s(?P<also>(?:also|or|likewise|additionally|as a (?:verb|noun)):?)(?=:\s|(?<=[bn])\s)|\s(?P<bars>//|\|\|?)\s"
        r"|(?P<sense>(?<!\w)in the (?:wider|wide|broader|broad|narrower|narrow|strict) sense)(?!\w)",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r";\s(?P<mark>ook wel een|dan wel, in|of, in|ofwel, in|in een andere betekenis|ten tweede|bij uitbreiding|figuurlijk|overdrachtelijk|in ruimere zin|in engere zin|in een andere context|in andere zin)(?!\w)"
        r"|[;,.]\s(?P<also>(?:ook|tevens|of|eveneens|voorts|daarnaast|als (?:werkwoord|zelfstandig naamwoord)))(?=:\s|(?<=d)\s)|\s(?P<bars>//|\|\|?)\s"
        r"|(?P<sense>(?<!\w)in (?:enge|engere|ruime|ruimere|brede|strikte) zin)(?!\w)",
        re.IGNORECASE,
    ),
}


def check(reading: Reading) -> Iterable[Hit]:
    """One hit on the second number or letter of a text that opens with the first one."""
    opening = NUMBERED.match(reading.text, reading.body.start)
    second = _otherwise(reading) if opening is None else _next(reading.text, opening)
    if second is not None:
        group = second.lastgroup or "mark"
        yield Hit(span=Span(*second.span(group)), anchor="", arguments={"mark": second[group]})


def _otherwise(reading: Reading) -> re.Match[str] | None:
    """What opens a second sense: *alternatively* after a semicolon, or the second of *in the narrow sense, in the wider sense*."""
    pattern = OTHERWISE.get(reading.language)
    found = [] if pattern is None else list(itertools.islice(pattern.finditer(reading.text, reading.body.start), MOST))
    second = next((match for match in found if not match["sense"]), None)
    senses = [match for match in found if match["sense"]]
    return second or next(iter(senses[1:]), None)


def _next(text: str, opening: re.Match[str]) -> re.Match[str] | None:
    wanted = SECONDS.get(opening["ordinal"].casefold())
    found = NUMBERED.finditer(text, opening.end())
    return next((match for match in found if match["ordinal"].casefold() == wanted), None)


RULE = Rule(
    code="FRM-21",
    name="Several senses",
    question="Does the text define a single concept?",
    rationale="One entry, one concept: a reader who links to the entry cannot say which meaning is meant.",
    severity=Severity.ERROR,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=("ISO 704 one concept per entry",),
    waits_for=(".", ")", ";", "sense", "zin", "/", "|", ":", ","),
    revision=3,
    examples=(
        good("body that: a) makes rules and b) enforces them", "en"),
        bad("1. bank of a river 2. company that lends money", "en", marked="2."),
        good("orgaan dat: 1. regels stelt en 2. ze handhaaft", "nl"),
        bad("a) oever van een rivier; b) bedrijf dat geld leent", "nl", marked="b)"),
    ),
    check=check,
)

"""A reference with a slip in it leads nowhere.

Fix: copy the reference again from its register.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from rules.entry import Source
from rules.kit import Confidence, RuleScope, Severity
from rules.marks import Evidence, Hit
from rules.reading import Reading
from rules.rule import Rule, bad, good
from rules.signs import Fact

# What announces a reference of a register, and how a whole one is written there.
FORMS = (
    # Council Conclusions inviting the introduction of ECLI, 2011/C 127/01
    (re.compile(r"\bECLI:\S*", re.IGNORECASE), re.compile(r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}")),
    # Basiswettenbestand: regulations, treaties and policy rules
    (re.compile(r"\bBWB[A-Z]\w*"), re.compile(r"BWB[RVW]\d{7}")),
    # JuriConnect 1.3 and 1.31
    (re.compile(r"\bjci\d\S*"), re.compile(r"jci1\.[0-9]{1,2}:[cv]:BWB[RVW]\d{7}\S*")),
    # DOI handbook 2.2 and ISO 2108
    (re.compile(r"\bdoi[:\s]\s?\S*", re.IGNORECASE), re.compile(r"(?i:doi)[:\s]\s?10\.\d{4,9}/\S{1,100}")),
    (
        re.compile(r"\bISBN[:\s]\s?[\dXx-]*"),
        re.compile(r"ISBN[:\s]\s?(?:\d-?){9}[\dXx]|ISBN[:\s]\s?97[89]-?(?:\d-?){9}\d"),
    ),
    # Addresses of the web among other words
    (
        re.compile(r"\b(?:https?|htt?p?s?(?=[:;/])|www(?=[.,]))\S*", re.IGNORECASE),
        re.compile(r"(?i:https?://|www\.)(?:[\w-]{1,63}\.){1,8}[a-zA-Z]{2,24}(?:[:/?#]\S*)?"),
    ),
    # CELEX: sector, year, type, number
    (re.compile(r"\bCELEX[:=]\S*"), re.compile(r"CELEX[:=](?:[0-9CE])\d{4}[A-Z]{1,2}\d{4}\S*")),
)
MARKS = ".,;)"


def check(reading: Reading) -> Iterable[Hit]:
    """A hit on every web address and register reference of a source that is not written as it must be."""
    for source in reading.entry.sources:
        for slip in _slips(source):
            yield Hit(about="sources", anchor=slip, arguments={"reference": slip}, evidence=(Evidence(slip),))


def _slips(source: Source) -> Iterator[str]:
    if source.url is not None and not _is_address(source.url):
        yield source.url
    for text in (source.title, source.locator or ""):
        for announced, whole in FORMS:
            found = (match[0].rstrip(MARKS) for match in announced.finditer(text))
            yield from (reference for reference in found if whole.fullmatch(reference) is None)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https", "urn"} and bool(parts.netloc or parts.scheme == "urn") and " " not in url


RULE = Rule(
    code="ENT-03",
    name="Malformed source",
    question="Can every reference to a source be followed?",
    rationale="Registers answer to the exact form only; nobody notices the slip until the source is needed.",
    severity=Severity.WARNING,
    confidence=Confidence.CERTAIN,
    scope=RuleScope.ENTRY,
    references=("ECLI", "CELEX", "JuriConnect", "Basiswettenbestand", "ASTRA CON-02"),
    judges_blank=True,
    waits_for=(Fact.SOURCES,),
    revision=2,
    examples=(
        good(
            "contract on a dwelling",
            "en",
            sources=(Source("ECLI:NL:HR:2019:1734.", "https://example.org/a", "jci1.3:c:BWBR0005290&artikel=201"),),
        ),
        bad("contract on a dwelling", "en", sources=(Source("ECLI:NL:2019:1734"),), marked=None),
        good("overeenkomst over een woning", "nl", sources=(Source("BWBR0005290", "urn:isbn:9780000000000"),)),
        bad("overeenkomst over een woning", "nl", sources=(Source("wet", "htp://example.org"),), marked=None),
    ),
    check=check,
)

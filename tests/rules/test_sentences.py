"""A glossary of whole sentences is not faulted for writing sentences."""

import pytest

from rules import engine, profiles
from rules.entry import Entry

STYLE = {
    "FRM-04",
    "FRM-05",
    "FRM-06",
    "FRM-07",
    "FRM-08",
    "FRM-09",
    "FRM-11",
    "FRM-12",
    "FRM-13",
    "FRM-14",
    "CNT-01",
    "CNT-02",
}
SENTENCES = [
    ("nl", "huurder", "Een huurder is een persoon die een woning huurt."),
    (
        "nl",
        "huurovereenkomst",
        "Een huurovereenkomst is een overeenkomst waarbij een woning tegen betaling in gebruik wordt gegeven.",
    ),
    ("nl", "Huurprijs", "De huurprijs is het bedrag dat per maand wordt betaald"),
    ("nl", "bezwaar", "Bezwaar is een verzoek om een besluit te heroverwegen."),
    ("nl", "heeft deel", "Heeft deel relateert een geheel aan een onderdeel daarvan."),
    ("nl", "harmonisatie", "Een harmonisatie verbindt twee kaders met elkaar."),
    ("nl", "omvat", "Omvat relateert een geheel aan wat daartoe behoort."),
    ("nl", "kenmerk", "Een kenmerk van een zaak is een eigenschap die bij elke waarneming gelijk blijft."),
    ("nl", "net", "Een net is een geheel van leidingen. Aansluitingen horen daarbij."),
    ("en", "lease", "A lease is a contract by which a dwelling is let."),
    ("en", "tenant", "A tenant (or renter) is a person who rents a dwelling."),
    ("en", "open hearing", "An open hearing is a session that the public may attend."),
    ("en", "rent", "In law, rent is the amount paid for the use of a dwelling."),
    ("en", "has part", "Has part relates a whole to one of its members."),
    ("en", "label", "A readable label is a phrase by which people refer to a resource."),
    ("en", "Vehicle", "Vehicles are machines that carry people or goods"),
]


@pytest.mark.parametrize(("locale", "term", "text"), SENTENCES)
def test_sentence_is_not_faulted_for_its_style(locale: str, term: str, text: str) -> None:
    report = engine.check(Entry(term=term, text=text, locale=locale), profiles.profile("nl-sbb"))

    assert [(one.rule_code, one.severity) for one in report.findings if one.rule_code in STYLE - {"FRM-05"}] == []


def test_second_sentence_is_a_suggestion_among_sentences() -> None:
    entry = Entry(term="net", text="Een net is een geheel van leidingen. Aansluitingen horen daarbij.", locale="nl")

    report = engine.check(entry, profiles.profile("nl-sbb"), codes=["FRM-05"])

    assert [one.severity for one in report.findings] == ["INFO"]

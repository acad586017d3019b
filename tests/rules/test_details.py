"""Cases that the examples of the rules leave out."""

import pytest

from rules import engine, fingerprints, profiles, sentences, tokens
from rules.entry import Designation, Entry
from rules.kit import DesignationKind, Severity, Style
from rules.marks import Evidence, Hit, Span


def marked(
    code: str, text: str, *, locale: str = "en", term: str = "example", also: tuple[str, ...] = ()
) -> list[str | None]:
    designations = tuple(Designation(label) for label in also)
    entry = Entry(term=term, text=text, locale=locale, designations=designations)
    return [finding.excerpt for finding in engine.check(entry, profiles.profile(), codes=[code]).findings]


SILENT = [
    ("CNT-05", "en", "night shift", "hours of work from ten in the evening; any other person may rest"),
    ("CNT-07", "en", "x", "sum that is not included in a price and not important to a buyer"),
    ("CNT-08", "nl", "x", "regeling, waaronder huizen en winkels vallen"),
    ("CNT-09", "en", "x", "house of two rooms and more than one kitchen"),
    ("FRM-05", "en", "x", "permit under art. 3 that it may lose"),
    ("FRM-21", "en", "x", "permit for houses, or for shops"),
    ("FRM-25", "en", "x", "person who may never exceed a dose"),
    ("CNT-01", "en", "tree", "plant that is part of a tree-lined road"),
    ("CNT-01", "en", "credit", "used in the phrase `to your credit' in praise"),
    ("CNT-01", "en", "Syracuse", "siege by the Athenians of Syracuse"),
    ("CNT-02", "en", "herm", "statue with the head of Hermes on a pillar"),
    ("CNT-05", "en", "exclusion", "no two electrons can hold one state"),
    ("CNT-05", "en", "answer", "no, it will not do"),
    ("CNT-05", "en", "investor", "person who lends money, not a member of the board"),
    ("CNT-07", "en", "x", "act that is not well thought; untried by others"),
    ("CNT-20", "en", "x", "rock of one age (GSWA, 2013)"),
    ("CNT-20", "en", "x", "program for Windows NT of one maker"),
    ("CNT-20", "en", "x", "system of the MS-DOS kind"),
    ("CNT-20", "en", "CK3-6 rock", "rock of the CK group"),
    ("CNT-25", "fr", "x", "a house of the person who rents"),
    ("FRM-03", "en", "x", "TBC"),
    ("FRM-08", "en", "lease", "type of lease: one on land"),
    ("FRM-11", "en", "IIRC", "If I recall correctly"),
    ("FRM-17", "en", "x", 'sign "[" that opens a list'),
    ("FRM-17", "en", "x", '/kom"byte/ unit of many bytes'),
    ("CNT-01", "en", "Z++", "dialect of the language Z for objects"),
    ("CNT-01", "en", "pm2", "language for numbers. pm2 is small"),
    ("FRM-19", "en", "x", "image that the HTML tag <img> shows"),
    ("FRM-19", "en", "x", "sign that is written as '&copy;' by many"),
    ("FRM-20", "en", "x", "sign that programmers write where work remains, such as FIXME in a comment"),
    ("FRM-24", "en", "x", "line of pipes on land; one degree is defined as a part of a circle"),
    ("FRM-08", "en", "lease", "lease on land that is dry"),
    ("CNT-01", "en", "WHO", "person who rents"),
    ("CNT-01", "en", "who", "person who rents"),
    ("CNT-01", "en", "lease", "contract on land. A lease ends by notice."),
    ("CNT-01", "en", "Urmia", "city on the western side of Lake Urmia"),
    ("CNT-01", "en", "elk", "large deer; called `elk' in Europe"),
    ("CNT-01", "en", "proconsul", "extinct ape of the genus Proconsul"),
    ("CNT-20", "en", "x", "radical OH of an acid"),
    ("CNT-25", "nl", "x", "the house of the rising sun van een band uit de stad"),
    ("FRM-06", "nl", "x", "de facto huurder van een woning"),
    ("FRM-23", "en", "x", "one by one person"),
    ("TRM-17", "en", "кот", "animal of a house"),
    ("CNT-05", "nl", "dakloze", "niet de bewoner van een huis"),
    ("CNT-08", "nl", "x", "woonruimte zoals omschreven in de wet"),
    ("CNT-20", "en", "ABC report", "report on the ABC of trade"),
    ("CNT-20", "en", "x", "report of the Royal Quality Planning Team RQPT"),
    ("CNT-20", "en", "x", "report of the RQPT (quality team)"),
    ("CNT-20", "en", "x", "part XVI of a report"),
    ("CNT-20", "en", "x", "ALL CAPITALS WITHOUT ANY REASON"),
    ("FRM-02", "en", "tenancy agreement", "tenancy agreement"),
    ("FRM-05", "nl", "x", "persoon als bedoeld in art. 3 lid 2 van de wet, d.w.z. Huurders"),
    ("FRM-05", "en", "x", "novel by J. Austen on the rent of a house"),
    ("FRM-05", "en", "x", "value of 3.5 per cent. it may rise"),
    ("FRM-07", "en", "x", "means by which a house is heated"),
    ("FRM-17", "en", "x", "number in ]0, 1] as (0,1] or [0; ∞)"[13:]),
    ("FRM-17", "en", "x", 'screen of 5" and a frame of 3 centimetres'),
    ("FRM-17", "nl", "x", "persoon die „woont” in een «huis»"),
    ("FRM-18", "en", "x", "family emoji 👩\u200d👩\u200d👧 of three"),
    ("FRM-19", "en", "x", "number a for which a <b and c> d"),
    ("FRM-21", "en", "x", "1. bank of a river without a second sense"),
    ("FRM-25", "nl", "x", "waarde U van een wand"),
]


@pytest.mark.parametrize(("code", "locale", "term", "text"), SILENT)
def test_rule_stays_silent(code: str, locale: str, term: str, text: str) -> None:
    assert marked(code, text, locale=locale, term=term) == []


MARKED = [
    ("CNT-05", "en", "night shift", "any working hours other than those of the day", "other than"),
    ("CNT-05", "nl", "bijzaak", "alle zaken behalve de hoofdzaak", "behalve"),
    ("CNT-05", "en", "outsider", "in this guide: person who does not belong to staff", "not"),
    ("CNT-07", "en", "x", "fault that is not inactive for long", "not inactive"),
    ("CNT-08", "nl", "x", "ziekte die lang duurt, waaronder astma en jicht", "waaronder"),
    ("CNT-08", "en", "x", "aid for people with an impairment (like wheelchairs)", "like"),
    ("CNT-09", "en", "x", "entering of orders, filing of forms and more by staff", "and more"),
    ("CNT-09", "en", "x", "mending of taps, hinges & c. by an occupier", "& c."),
    ("CNT-11", "nl", "x", "persoon die vaart en die een logboek moet bijhouden", "moet"),
    ("FRM-05", "en", "x", "assessment by experts. they are not paid", "they are not paid"),
    ("FRM-20", "nl", "x", "in behandeling bij de werkgroep, zie lijst", "in behandeling bij de werkgroep, zie lijst"),
    ("FRM-21", "en", "x", "right of ownership of land // name of a work", "//"),
    ("FRM-21", "nl", "x", "kant in een geding; tevens: groep van kiezers", "tevens"),
    ("FRM-23", "en", "x", "expert who who values damage", "who"),
    (
        "FRM-24",
        "nl",
        "x",
        "gebouw dat voor de uitvoering van dit hoofdstuk telt",
        "voor de uitvoering van dit hoofdstuk",
    ),
    ("FRM-24", "en", "x", "for the purposes of this Act, person who rents", "for the purposes of this Act"),
    ("FRM-25", "en", "x", "quantity of a medicine; never exceed it", "never exceed"),
    ("CNT-05", "en", "renter", "not a person who is an owner", "not a"),
    ("CNT-07", "en", "x", "act that is not without unlawful gain", "not without"),
    ("CNT-07", "nl", "x", "prijs die niet onredelijk is", "niet onredelijk"),
    ("CNT-11", "en", "x", "person in command of a ship, who shall keep a log", "shall"),
    ("CNT-19", "nl", "x", "artikel 201 van het wetboek", "artikel 201 van het wetboek"),
    ("CNT-20", "nl", "x", "controle volgens het CDD-beleid", "CDD"),
    ("CNT-23", "en", "x", "artificial roots placed in a jaw", "roots"),
    ("CNT-25", "nl", "x", "personne qui est liée par le contrat", "personne qui est liée par le contrat"),
    ("CNT-25", "nl", "x", "person with the house", "person with the house"),
    ("FRM-05", "en", "x", "permit to build; it lapses after a year", "it lapses after a year"),
    ("FRM-07", "en", "x", "means, in a trial, a person who testifies", "means"),
    ("FRM-20", "en", "lease", "Definition of lease", "Definition of lease"),
    ("FRM-20", "en", "x", "No definition available.", "No definition available."),
    ("FRM-20", "en", "x", "text to follow", "text to follow"),
    ("FRM-20", "en", "x", "house [TODO] of an owner who lives in another country", "TODO"),
    ("FRM-21", "en", "x", "in the narrow sense a right; in the wider sense a duty", "in the wider sense"),
    ("FRM-21", "en", "x", "list of cases; alternatively a label on a parcel", "alternatively a"),
    ("FRM-21", "en", "x", "(i) release of a patient; (ii) flow of water", "(ii)"),
    ("FRM-22", "en", "x", "price of power; energy.example.com/rates", "energy.example.com/rates"),
    ("FRM-24", "nl", "x", "in dit handboek: persoon die huurt", "in dit handboek"),
    ("CNT-01", "en", "WHO", "agency of the WHO itself", "WHO"),
    ("CNT-01", "nl", "café", "ruimte naast een CAFÉ", "CAFÉ"),
    ("CNT-02", "nl", "energienet", "geheel van energienetten in een land", "energienetten"),
    ("CNT-02", "nl", "lid", "een van de leden van een vereniging", "leden"),
    ("CNT-09", "en", "x", "cars, vans…", "…"),
    ("FRM-05", "en", "x", "who rents? A tenant does.", "A tenant does."),
    ("FRM-05", "nl", "x", "recht op een woning. (De huurder heeft het.)", "(De huurder heeft het.)"),
    ("FRM-13", "en", "x", "vehicle with wheels!.", "."),
    ("FRM-17", "en", "x", "list: a) one, b) two (of three", "("),
    ("FRM-17", "en", "x", "vehicle with wheels) and a bell", ")"),
    ("FRM-17", "en", "x", "vehicle (with wheels] and a bell)", "]"),
    ("FRM-18", "en", "x", "vehicle\twith wheels", "\t"),
    ("FRM-19", "en", "x", "vehicle with [two wheels](https://example.org)", "[two wheels](https://example.org)"),
    ("FRM-19", "en", "x", "vehicle with **two** wheels", "**two**"),
    ("FRM-20", "en", "x", "lorem ipsum dolor sit", "lorem ipsum"),
    ("FRM-24", "nl", "x", "wat men hieronder wordt verstaan in de praktijk", "wordt verstaan"),
    ("FRM-25", "nl", "x", "U huurt een woning", "U"),
]


@pytest.mark.parametrize(("code", "locale", "term", "text", "excerpt"), MARKED)
def test_rule_marks_the_words(code: str, locale: str, term: str, text: str, excerpt: str) -> None:
    assert marked(code, text, locale=locale, term=term) == [excerpt]


@pytest.mark.parametrize(
    ("term", "text", "severity"),
    [
        ("lease", "contract in the form of a written and signed lease", Severity.ERROR),
        ("open hearing", "session of a court that is an open hearing", Severity.ERROR),
        ("open hearing", "session of judges, parties, press and public called an open hearing", Severity.WARNING),
        ("Urmia", "city whose airport serves Urmia", Severity.ERROR),
    ],
)
def test_own_term_weighs_by_its_place(term: str, text: str, severity: Severity) -> None:
    report = engine.check(Entry(term=term, text=text, locale="en"), profiles.profile(), codes=["CNT-01"])

    assert [item.severity for item in report.findings] == [severity]


def test_synonym_inside_the_term_is_left_to_the_term() -> None:
    assert marked("CNT-03", "open hearing of a court", term="open hearing", also=("hearing",)) == []


def test_hidden_designation_is_no_synonym() -> None:
    hidden = (Designation("rent", DesignationKind.HIDDEN),)
    entry = Entry(term="lease", text="contract on rent of land", locale="en", designations=hidden)

    assert engine.check(entry, profiles.profile(), codes=["CNT-03"]).findings == ()


def test_restated_synonym_counts_as_restatement() -> None:
    assert marked("FRM-08", "A tenancy is a contract on land", term="lease", also=("tenancy",)) == ["A tenancy is"]


def test_sentence_about_the_term_may_start_otherwise() -> None:
    entry = Entry(term="lease", text="In law, a lease of land is a contract. It ends.", locale="en")
    profile = profiles.profile("nl-sbb", Style.SENTENCE)

    assert engine.check(entry, profile, codes=["FRM-09"]).findings == ()


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("A lease (or tenancy) is a contract on land", "A lease (or tenancy) is"),
        ("A lease, also called tenancy, is a contract on land", "A lease, also called tenancy, is"),
        ("Leases are contracts on land", "Leases are"),
    ],
)
def test_restatement_may_hold_an_aside(text: str, excerpt: str) -> None:
    assert marked("FRM-08", text, term="lease") == [excerpt]


def test_unknown_second_verb_does_not_restate() -> None:
    assert marked("FRM-08", "lease that ends", term="lease") == []


def test_marking_of_a_label_shows_no_invisible_character() -> None:
    entry = Entry(term="le\x1base", text="contract on land", locale="en")

    [finding] = engine.check(entry, profiles.profile(), codes=["TRM-05"]).findings

    assert dict(finding.arguments) == {"label": "le�ase", "characters": "U+001B"}


def test_many_invisible_characters_are_told_in_short() -> None:
    entry = Entry(term="lease", text="contract \u00ad\u200b\u2060\ufeff on land", locale="en")

    [finding] = engine.check(entry, profiles.profile(), codes=["FRM-18"]).findings

    assert finding.arguments["characters"] == "U+00AD SOFT HYPHEN, U+200B ZERO WIDTH SPACE, U+2060 WORD JOINER …"


def test_hit_without_place_is_known_by_its_evidence() -> None:
    hits = [Hit(evidence=(Evidence("one"),)), Hit(evidence=(Evidence("two"),)), Hit(anchor="One")]

    first, second, third = fingerprints.fingerprints("X-1", "", hits)

    assert first != second
    assert first != third  # the second of its kind


def test_sentences_are_trimmed() -> None:
    text = "  One here.  Two here. "

    assert [span.of(text) for span in sentences.sentences(text, "en")] == ["One here.", "Two here."]


def test_stop_without_a_word_before_it_ends_a_sentence() -> None:
    assert len(sentences.sentences("rent (of land) . It ends", "en")) == 2


def test_trimming_white_space_leaves_nothing() -> None:
    assert sentences.trimmed(" \n ", Span(0, 3)) == Span(3, 3)


def test_forms_of_a_word_share_a_key() -> None:
    assert tokens.key("verhuurders", "nl") == tokens.key("verhuurder", "nl")
    assert tokens.key("huur", "nl") != tokens.key("huurder", "nl")


def test_language_without_tables_keeps_its_words() -> None:
    assert tokens.key("Baux", "fr") == "baux"


def test_lemma_tables_can_be_read_ahead() -> None:
    tokens.warm()

    assert tokens.key.cache_info().currsize >= 2


def test_span_covers_characters() -> None:
    assert Span(1, 3).of("abcd") == "bc"


def test_synonym_that_qualifies_another_word_is_another_word() -> None:
    assert marked("CNT-03", "aircraft or aerial drone", term="UAV", also=("aerial",)) == []


def test_synonym_at_the_end_closes_the_circle() -> None:
    assert marked("CNT-03", "aircraft that is a drone", term="UAV", also=("drone",)) == ["drone"]


def test_words_in_a_tag_are_not_counted() -> None:
    link = '<a href="https://example.org/' + "a-b/" * 30 + '">house</a>'

    assert marked("FRM-04", f"right to live in a {link} of an owner") == []

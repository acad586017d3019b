"""Glossaries in SKOS become rows, whichever way the RDF is written."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange import reading, skos, skos_feed
from exchange.rows import ImportRow, Row, RowDesignation, RowProblem, RowRelation, RowSource

PREFIXES = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix thes: <http://purl.org/iso25964/skos-thes#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix : <https://town.nl/id/> .
"""
FIRST = PREFIXES.count("\n") + 1
"""The line on which a text after the prefixes begins."""


def read(turtle: str) -> list[Row]:
    return list(skos.read([(PREFIXES + turtle).encode()], ".ttl"))


def row(turtle: str) -> ImportRow:
    [only] = read(turtle)
    assert isinstance(only, ImportRow)
    return only


def remarks(turtle: str) -> list[tuple[str, str | None]]:
    return [
        (one.message, one.column) for found in read(turtle) if isinstance(found, ImportRow) for one in found.remarks
    ]


def test_concept_becomes_a_row() -> None:
    found = read("""
:lease a skos:Concept ; skos:prefLabel "lease"@en ; skos:altLabel "tenancy"@en ; skos:hiddenLabel "leese"@en ;
  skos:definition " contract on a dwelling "@en ; skos:scopeNote "not for land"@en ; skos:note "see the act"@en ;
  skos:example "flat"@en ; rdfs:comment "You rent."@en ; skos:notation "A.1" ; skos:editorialNote "ask Jo"@en ;
  dct:source :act ; skos:broader :contract ; thes:broaderPartitive :letting ; skos:exactMatch <https://x.nl/lease> .
:act dct:title "Act"@en ; dct:bibliographicCitation "art. 7"@en ; foaf:page <https://law.nl/act> .
""")

    assert found == [
        ImportRow(
            line=FIRST + 1, term="lease", text="contract on a dwelling", locale="en",
            designations=(RowDesignation("tenancy"), RowDesignation("leese", "HIDDEN")),
            sources=(RowSource("Act", "https://law.nl/act", "art. 7"),),
            explanation="You rent.", examples=("flat",), notes=("see the act", "not for land"),
            given=frozenset({"term", "text", "locale", "designations", "sources", "explanation", "examples", "notes"}),
            concept="https://town.nl/id/lease", notations=("A.1",),
            relations=(
                RowRelation("BROADER", "https://town.nl/id/contract"),
                RowRelation("BROADER_PARTITIVE", "https://town.nl/id/letting"),
                RowRelation("EXACT_MATCH", "https://x.nl/lease"),
            ),
            remarks=(
                RowProblem(FIRST + 1, "broader leads to https://town.nl/id/contract, of which the file says nothing", "broader"),
                RowProblem(
                    FIRST + 1, "broaderPartitive leads to https://town.nl/id/letting, of which the file says nothing",
                    "broaderPartitive",
                ),
            ),
        )
    ]  # fmt: skip


NOTATIONS = {
    ".ttl": PREFIXES + ':a a skos:Concept ; skos:prefLabel "huur"@nl ; skos:narrower <https://x.nl/b> .',
    ".nt": """<https://town.nl/id/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#Concept> .
<https://town.nl/id/a> <http://www.w3.org/2004/02/skos/core#prefLabel> "huur"@nl .
<https://town.nl/id/a> <http://www.w3.org/2004/02/skos/core#narrower> <https://x.nl/b> .
""",
    ".rdf": """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
<skos:Concept rdf:about="https://town.nl/id/a"><skos:prefLabel xml:lang="nl">huur</skos:prefLabel>
<skos:narrower rdf:resource="https://x.nl/b"/></skos:Concept></rdf:RDF>""",
    ".jsonld": """{"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}, "@id": "https://town.nl/id/a",
 "@type": "skos:Concept", "skos:prefLabel": {"@value": "huur", "@language": "nl"}, "skos:narrower": {"@id": "https://x.nl/b"}}""",
}


@pytest.mark.parametrize("suffix", NOTATIONS)
@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_every_notation_and_every_chunk_size_gives_the_same_row(suffix: str, size: int) -> None:
    data = NOTATIONS[suffix].encode()

    [found] = reading.read(f"x{suffix.upper()}", [data[at : at + size] for at in range(0, len(data), size)])

    assert isinstance(found, ImportRow)
    assert replace(found, line=0) == ImportRow(
        line=0, term="huur", text="", locale="nl", given=frozenset({"term", "text", "locale"}),
        concept="https://town.nl/id/a", relations=(RowRelation("NARROWER", "https://x.nl/b"),),
    )  # fmt: skip


def test_text_may_come_as_strings_and_names_may_be_relative() -> None:
    [found] = skos.read(
        [
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n",
            '<#a> skos:inScheme <> ; skos:prefLabel "één"@nl .',
        ],
        ".ttl",
    )

    assert isinstance(found, ImportRow)
    assert (found.concept, found.term) == ("urn:begrip:file#a", "één")


# ── languages ──


def test_concept_makes_a_row_for_each_of_its_languages() -> None:
    found = read(
        ':a a skos:Concept ; skos:prefLabel "lease"@en, "huur"@nl ; skos:definition "contract"@en ; skos:notation "7" ;'
        ' skos:altLabel "verhuur"@nl ; skos:related :b . :b a skos:Concept ; skos:prefLabel "b"@nl .'
    )

    rows = [one for one in found if isinstance(one, ImportRow)]
    assert [(one.term, one.locale, one.text, len(one.designations), one.notations) for one in rows] == [
        ("lease", "en", "contract", 0, ("7",)),
        ("huur", "nl", "", 1, ("7",)),
        ("b", "nl", "", 0, ()),
    ]
    assert {one.relations for one in rows[:2]} == {(RowRelation("RELATED", "https://town.nl/id/b"),)}


@pytest.mark.parametrize(
    ("turtle", "locale", "text"),
    [
        (':a a skos:Concept ; skos:prefLabel "huur" ; skos:definition "d" .', None, "d"),
        (':a a skos:Concept ; skos:prefLabel "huur"@nl ; skos:definition "d" .', "nl", "d"),
        (':a a skos:Concept ; skos:prefLabel "huur" ; skos:definition "d"@nl-BE .', "nl-be", "d"),
    ],
)
def test_words_without_a_language_join_the_others(turtle: str, locale: str | None, text: str) -> None:
    assert (row(turtle).locale, row(turtle).text) == (locale, text)


# ── what the file says of a concept in a roundabout way ──


@pytest.mark.parametrize(
    ("turtle", "relations"),
    [
        (":b skos:narrower :a .", [("BROADER", "b")]),
        (":b skos:related :a .", [("RELATED", "b")]),
        (":b skos:narrowMatch :a .", [("BROAD_MATCH", "b")]),
        (":b dct:isReplacedBy :a .", [("REPLACES", "b")]),
        (":b skos:broaderTransitive :a .", []),
        (":a skos:broader :b . :b skos:narrower :a .", [("BROADER", "b")]),
    ],
)
def test_relation_is_read_from_either_end(turtle: str, relations: list[tuple[str, str]]) -> None:
    found = read(f':a a skos:Concept ; skos:prefLabel "a"@nl . :b a skos:Concept ; skos:prefLabel "b"@nl . {turtle}')

    [one] = [one for one in found if isinstance(one, ImportRow) and one.term == "a"]
    assert one.relations == tuple(RowRelation(kind, f"https://town.nl/id/{target}") for kind, target in relations)


def test_labels_and_definitions_may_be_things_of_their_own() -> None:
    found = row(
        ':a a skos:Concept ; xl:prefLabel [ xl:literalForm "huur"@nl ] ; xl:altLabel :l, :gone ;'
        ' skos:definition [ rdf:value "d"@nl ], :nowhere . :l xl:literalForm "verhuur"@nl .'
    )

    assert (found.term, found.text, found.designations) == ("huur", "d", (RowDesignation("verhuur"),))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('"the act"@nl', [RowSource("the act")]),
        ('"the act"', [RowSource("the act")]),
        ('"https://x.nl/act"', [RowSource("https://x.nl/act", "https://x.nl/act")]),
        ("<https://x.nl/act>", [RowSource("https://x.nl/act", "https://x.nl/act")]),
        ("<urn:isbn:1>", [RowSource("urn:isbn:1")]),
        ('[ dct:title "Act"@en, "Wet"@nl ]', [RowSource("Wet")]),
        ('[ dct:title "Act"@en ]', [RowSource("Act")]),
        ('[ dct:bibliographicCitation "art. 7" ]', [RowSource("art. 7")]),
        ("[ foaf:page <https://x.nl/act> ]", [RowSource("https://x.nl/act", "https://x.nl/act")]),
        ("[]", []),
        ('[ rdfs:label " " ]', []),
        ('" "', []),
        ('"the act"@en', []),
    ],
)
def test_source_is_named_as_well_as_the_file_can(source: str, expected: list[RowSource]) -> None:
    assert row(f':a a skos:Concept ; skos:prefLabel "huur"@nl ; dct:source {source} .').sources == tuple(expected)


def test_concept_without_a_uri_stands_alone() -> None:
    found = row('[] a skos:Concept ; skos:prefLabel "huur"@nl .')

    assert (found.term, found.concept) == ("huur", None)


# ── facts of the SKOS Reference, in our words ──

LABEL = 'skos:prefLabel "x"@nl'
REMARKS = [
    # S9, S37: concepts, schemes and collections are disjoint
    (f":a a skos:Concept, skos:ConceptScheme ; {LABEL} .", "the concept is also a concept scheme, which SKOS forbids (S9, S37)", "type"),
    (f":a a skos:Concept, skos:Collection ; {LABEL} .", "the concept is also a collection, which SKOS forbids (S9, S37)", "type"),
    # S14: one preferred label in a language
    (':a a skos:Concept ; skos:prefLabel "x"@nl, "y"@nl .', "2 preferred labels in nl: the first is the term, the others are further labels", "prefLabel"),
    (f':a a skos:Concept ; {LABEL} ; skos:definition "d"@nl, "e"@nl .', "2 definitions in nl: the first is the text, the others are notes", "definition"),
    (':a a skos:Concept ; skos:prefLabel "x"@nl, "y"@en, "z" .', "a label without a language is taken as nl", "prefLabel"),
    # S19, S20: a relation joins concepts
    (f':a a skos:Concept ; {LABEL} ; skos:broader "y"@nl .', "broader leads to a text; it must lead to a concept", "broader"),
    (f":a a skos:Concept ; {LABEL} ; skos:related :c . :c a skos:Collection .", "related leads to a collection; it must lead to a concept", "related"),
    (f":a a skos:Concept ; {LABEL} ; skos:broader [] .", "broader leads to a thing without a URI; it must lead to a concept", "broader"),
    # qSKOS tchbc, NL-SBB: a top concept has nothing above it
    (f":a skos:topConceptOf :s ; {LABEL} ; skos:broader <https://x.nl/b> .", "the concept is called a top concept and has a broader one; the broader one counts", "topConceptOf"),
    (f":s skos:hasTopConcept :a . :a skos:broader <https://x.nl/b> ; {LABEL} .", "the concept is called a top concept and has a broader one; the broader one counts", "topConceptOf"),
    # qSKOS usr: names that SKOS does not have
    (f':a a skos:Concept ; {LABEL} ; skos:preflabel "y"@nl, "z"@nl .', "skos:preflabel is no name of SKOS, so it is not read", "preflabel"),
]  # fmt: skip


@pytest.mark.parametrize(("turtle", "message", "column"), REMARKS)
def test_what_skos_forbids_is_told(turtle: str, message: str, column: str) -> None:
    assert (message, column) in remarks(turtle)


SOUND = [
    f":a a skos:Concept ; {LABEL} ; skos:broader :b . :b skos:broader :a ; skos:prefLabel 'b'@nl .",  # SKOS allows a circle
    f":a a skos:Concept ; {LABEL} ; skos:broader :a .",
    f":a skos:topConceptOf :s ; {LABEL} ; skos:narrower <https://x.nl/b> . :s a skos:ConceptScheme ; skos:prefLabel 's'@nl .",
    f":a a skos:Concept ; {LABEL} . :c a skos:Collection ; skos:prefLabel 'c'@nl ; skos:member :a .",
]


@pytest.mark.parametrize("turtle", SOUND)
def test_what_skos_allows_is_not_told(turtle: str) -> None:
    assert remarks(turtle) == []


# ── files that are none, and files that would do harm ──

XML = """<?xml version="1.0"?>{doctype}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:skos="http://www.w3.org/2004/02/skos/core#">{body}</rdf:RDF>"""
BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
CONTEXT = '{"@context": "https://example.org/context", "@id": "https://x.nl/a", "name": "x"}'
DEEP = "elements lie more than 100 deep inside each other"
ESCAPED = '"' + "".join(f"\\u{ord(letter):04x}" for letter in "@context") + '"'
NESTED = "the file has a context inside the reach of another; put all of it into the first one; nothing was read"
NO_XML = "the file declares XML entities, which are not expanded here; save it without them; nothing was read"
PROBLEMS = [
    ("", ".ttl", 1, "the file describes no SKOS concept", None),
    (PREFIXES, ".ttl", 1, "the file describes no SKOS concept", None),
    ("<a> <b> .\n", ".nt", 1, "the file is no N-Triples from line 1 on; nothing was read", None),
    (PREFIXES + ":a a :b\n :c :d .\n", ".ttl", FIRST + 1, "the file is no Turtle from line 10 on; nothing was read", None),
    ("{", ".jsonld", 1, "the file is no JSON-LD from line 1 on; nothing was read", None),
    ("[" * 70_000, ".jsonld", 1, f"{DEEP}; nothing was read", None),
    ('{"a": "]\\"]", "b": ' * 101, ".jsonld", 1, f"{DEEP}; nothing was read", None),
    (f'{{"@context": {{}}, "a": {{"b": [{{{ESCAPED}: {{}}}}]}}}}', ".jsonld", 1, NESTED, None),
    ('[{"@context": {}}, {"a": "\\"@context"}, {"@context": {}}]', ".jsonld", 1, "the file describes no SKOS concept", None),
    (CONTEXT, ".jsonld", 1, "the file refers to a context elsewhere, which is not fetched; put the context into the file; nothing was read", None),
    (XML.format(doctype="", body="</b>"), ".xml", 2, "the file is no XML from line 2 on (mismatched tag); nothing was read", None),
    ("<html/>", ".xml", 1, "the file is no RDF/XML from line 1 on; nothing was read", None),
    (XML.format(doctype=f'<!DOCTYPE r [<!ENTITY l0 "lol">{BOMB}]>', body="<skos:Concept>&l11;</skos:Concept>"), ".rdf", 1, NO_XML, None),
    (XML.format(doctype='<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', body=""), ".rdf", 1, NO_XML, None),
    (XML.format(doctype="", body="<skos:Concept><skos:related>" * 60), ".rdf", 2, f"{DEEP}; nothing was read", None),
    (PREFIXES + ":a a skos:Concept .", ".ttl", FIRST, "https://town.nl/id/a has no preferred label", "prefLabel"),
    (PREFIXES + ':a a skos:Concept ; skos:definition "d"@nl .', ".ttl", FIRST, "https://town.nl/id/a has a definition but no preferred label in nl", "prefLabel"),
    (PREFIXES + ':a a skos:Concept ; skos:prefLabel " "@nl .', ".ttl", FIRST, "https://town.nl/id/a: the term is empty", "term"),
    (PREFIXES + ':a a skos:Concept ; skos:prefLabel "\\u0000"@nl .', ".ttl", FIRST, "https://town.nl/id/a: the value holds a NUL character", "term"),
    (PREFIXES + f':a a skos:Concept ; skos:prefLabel "{"x" * 100_001}"@nl .', ".ttl", FIRST, "https://town.nl/id/a: the value is longer than 100,000 characters", "term"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "suffix", "line", "message", "column"), PROBLEMS)
def test_file_that_cannot_be_read_says_why(text: str, suffix: str, line: int, message: str, column: str | None) -> None:
    assert list(skos.read([text.encode()], suffix)) == [RowProblem(line, message, column)]


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
@pytest.mark.parametrize("suffix", [".ttl", ".rdf"])
def test_another_encoding_is_a_problem_of_the_file(encoding: str, suffix: str) -> None:
    text = NOTATIONS[suffix].replace("huur", "één")

    [found] = skos.read([text.encode(encoding)], suffix)

    assert isinstance(found, RowProblem)


def test_large_file_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skos_feed, "LARGEST_FILE", 1024 * 1024)

    assert list(skos.read((b"# nothing\n" * 10_000 for _ in range(1_000_000)), ".ttl")) == [
        RowProblem(104_858, "the file is larger than 1 MiB; nothing was read")
    ]


@settings(max_examples=60)
@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: (PREFIXES + text).encode("utf-8", "surrogatepass"))
)
@pytest.mark.parametrize("suffix", skos.SUFFIXES)
def test_nothing_raises_whatever_the_file_holds(suffix: str, data: bytes) -> None:
    assert all(isinstance(one, ImportRow | RowProblem) for one in skos.read([data], suffix))


# ── real files ──

DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.parametrize(("name", "concepts", "remarked"), [("nl_netbeheer.ttl", 236, 1), ("nl_imka.ttl", 246, 2)])
def test_real_glossary_is_read_whole(name: str, concepts: int, remarked: int) -> None:
    if not (DATA / name).exists():
        pytest.skip(f"{name} is not here")

    with (DATA / name).open("rb") as source:
        found = list(reading.read(name, source))

    rows = [one for one in found if isinstance(one, ImportRow)]
    assert (len(found) - len(rows), len({one.concept for one in rows})) == (0, concepts)
    assert sum(len(one.remarks) for one in rows) == remarked

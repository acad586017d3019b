"""Which names of which vocabularies a SKOS file is read by."""

from collections.abc import Mapping
from types import MappingProxyType

SKOS = "http://www.w3.org/2004/02/skos/core#"
THESAURUS = "http://purl.org/iso25964/skos-thes#"  # ISO 25964: the three kinds of hierarchy
LABELS = "http://www.w3.org/2008/05/skos-xl#"
TERMS = "http://purl.org/dc/terms/"
ELEMENTS = "http://purl.org/dc/elements/1.1/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
FOAF = "http://xmlns.com/foaf/0.1/"

RELATIONS: Mapping[str, str] = MappingProxyType(
    {
        "broader": "BROADER",
        "narrower": "NARROWER",
        "related": "RELATED",
        "broaderGeneric": "BROADER_GENERIC",
        "narrowerGeneric": "NARROWER_GENERIC",
        "broaderPartitive": "BROADER_PARTITIVE",
        "narrowerPartitive": "NARROWER_PARTITIVE",
        "broaderInstantial": "BROADER_INSTANTIAL",
        "narrowerInstantial": "NARROWER_INSTANTIAL",
        "exactMatch": "EXACT_MATCH",
        "closeMatch": "CLOSE_MATCH",
        "broadMatch": "BROAD_MATCH",
        "narrowMatch": "NARROW_MATCH",
        "relatedMatch": "RELATED_MATCH",
        "replaces": "REPLACES",
        "isReplacedBy": "REPLACED_BY",
    }
)
"""Name of a property to the kind of relation, as in the SDL enum RelationKind."""
PAIRS = (
    ("BROADER", "NARROWER"),
    ("BROADER_GENERIC", "NARROWER_GENERIC"),
    ("BROADER_PARTITIVE", "NARROWER_PARTITIVE"),
    ("BROADER_INSTANTIAL", "NARROWER_INSTANTIAL"),
    ("BROAD_MATCH", "NARROW_MATCH"),
    ("REPLACES", "REPLACED_BY"),
)
INVERSES: Mapping[str, str] = MappingProxyType({one: other for pair in PAIRS for one, other in (pair, pair[::-1])})
"""The kind seen from the other end; what is missing is its own inverse."""
BROADER = tuple(kind for kind in RELATIONS.values() if kind.startswith("BROADER"))
LABEL_NAMES = ("prefLabel", "altLabel", "hiddenLabel")
READ = {
    SKOS: (
        *LABEL_NAMES, "definition", "example", "note", "scopeNote", "notation", "inScheme", "topConceptOf", "hasTopConcept",
        "broader", "narrower", "related", "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch",
    ),
    THESAURUS: tuple(name for name in RELATIONS if name.startswith(("broader", "narrower")) and len(name) > len("narrower")),
    TERMS: ("source", "title", "bibliographicCitation", "replaces", "isReplacedBy"),
    ELEMENTS: ("source",),
    RDF: ("type", "value"),
    RDFS: ("comment", "label"),
    FOAF: ("page",),
}  # fmt: skip
NAMES: Mapping[str, str] = MappingProxyType(
    {space + name: name for space, names in READ.items() for name in names}
    | {LABELS + name: f"{name}Node" for name in LABEL_NAMES}
    | {LABELS + "literalForm": "literalForm"}
)
"""IRI of a property to the name by which it is read."""
LEFT = frozenset(
    {
        "broaderTransitive", "narrowerTransitive", "semanticRelation", "mappingRelation", "changeNote", "editorialNote",
        "historyNote", "member", "memberList",
    }
)  # fmt: skip
"""Names of SKOS that are passed over: derived by definition (SKOS S24), about the work on a concept, or of collections."""
CONCEPT = SKOS + "Concept"
OTHERS: Mapping[str, str] = MappingProxyType(
    {
        SKOS + "ConceptScheme": "a concept scheme",
        SKOS + "Collection": "a collection",
        SKOS + "OrderedCollection": "a collection",
    }
)
"""What is no concept (SKOS S9, S37)."""

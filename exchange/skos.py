"""Rows of a glossary in SKOS, whichever way RDF is written: a row for every language in which a concept has words."""

from collections.abc import Iterable, Iterator

from exchange import skos_graph, skos_relations, skos_remarks, skos_rows
from exchange.rows import Row, RowProblem

SUFFIXES = tuple(skos_graph.FORMATS)


def read(source: Iterable[bytes] | Iterable[str], suffix: str) -> Iterator[Row]:
    """The rows in the order of the concepts, then of their languages, and a problem for what makes none.

    `line` is where the parser met the concept first: exact for Turtle and N-Triples. Nothing raises and nothing is fetched,
    whatever the file holds; the whole file is read before the first row comes, for RDF may say more of a concept anywhere.
    """
    found = skos_graph.graph(source, suffix)
    if isinstance(found, RowProblem):
        yield found
        return
    concepts = skos_relations.concepts(found)
    if not concepts:
        yield RowProblem(1, "the file describes no SKOS concept")
        return
    related, tops = skos_relations.related(found, concepts), skos_remarks.tops(found)
    given = skos_rows.given(found[one] for one in concepts)
    for one in concepts:
        remarks = skos_remarks.remarks(found, one, is_top=one in tops)
        yield from skos_rows.rows(found, one, relations=related.get(one, ()), given=given, remarks=remarks)

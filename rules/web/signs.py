"""What a definition shows of its surroundings at a glance, so that only the rules that may have something to say are run.

Of 25 rules that see a web, two or three can say anything of most definitions. As in `rules/signs.py`, a rule names in its
`waits_for` the signs of which it needs one, and a rule that names none is always run: a sign too many costs time, never a
finding. `test_waiting_loses_no_finding_of_a_web` looks for a rule that waits for too little. The kinds of the relations of
the concept are signs as well.
"""

from enum import StrEnum

from rules.kit import DesignationKind, RelationKind
from rules.web import facts as facts_of
from rules.web.facts import Facts
from rules.web.hierarchy import Hierarchy
from rules.web.hierarchy_graph import DOWN, UP
from rules.web.pool import Pool


class Shown(StrEnum):
    """A sign that is no kind of relation.

    CIRCLE: a circle of uses leads through the text. NAMESAKE: another row has one of the labels. SAME_TEXT, LIKE_TEXT: another has
    the text, or half of it. EMBEDDING: it holds the first words of another. DEPRECATED, ADMITTED: a label stands in it that is
    such a designation somewhere. UNUSUAL: its style. BETWEEN: the concept has relations up and down. SEVERAL_ABOVE: two
    concepts or more stand right above it. WANTED: the glossary says which languages it wants. ESTABLISHED: the definition is.
    REPLACING: some concept of the glossary is replaced by another.
    """

    CIRCLE = "circle"
    NAMESAKE = "namesake"
    SAME_TEXT = "same text"
    LIKE_TEXT = "like text"
    EMBEDDING = "embedding"
    DEPRECATED = "deprecated"
    ADMITTED = "admitted"
    UNUSUAL = "unusual"
    NOTATION = "notation"
    BETWEEN = "between"
    SEVERAL_ABOVE = "several above"
    ITSELF = "itself"
    WANTED = "wanted"
    ESTABLISHED = "established"
    REPLACING = "replacing"


TOLD = {DesignationKind.DEPRECATED: Shown.DEPRECATED, DesignationKind.ADMITTED: Shown.ADMITTED}


def signs(pool: Pool, row: int, hierarchy: Hierarchy, *, has_wanted: bool) -> frozenset[str]:
    """The signs of a row."""
    facts = pool.facts(row)
    found = _of_text(pool, row, facts)
    if pool.shares.stands_out(facts.style):
        found.append(Shown.UNUSUAL)
    found += [sign for kind, sign in TOLD.items() if not pool.known_as[kind].keys().isdisjoint(facts.found)]
    if hierarchy.notations(facts.concept):
        found.append(Shown.NOTATION)
    if has_wanted:
        found.append(Shown.WANTED)
    if facts.item.is_established:
        found.append(Shown.ESTABLISHED)
    return _of_concept(hierarchy, facts.concept).union(found)


def _of_text(pool: Pool, row: int, facts: Facts) -> list[str]:
    found: list[str] = []
    if pool.circles.path(row):
        found.append(Shown.CIRCLE)
    owners = pool.phrases.owners
    if any(len(owners[number]) > 1 for number in facts.phrases):
        found.append(Shown.NAMESAKE)
    if facts.text and pool.same.is_shared(facts.text):
        found.append(Shown.SAME_TEXT)
    if any(map(pool.alike.is_shared, facts.likeness)):
        found.append(Shown.LIKE_TEXT)
    if _is_embedding(pool, facts):
        found.append(Shown.EMBEDDING)
    return found


def _is_embedding(pool: Pool, facts: Facts) -> bool:
    openings, run, words = pool.openings, facts_of.RUN, tuple(facts.words)
    if facts.opening is not None and openings.is_shared(facts.opening):
        return True
    return any(hash(words[at : at + run]) in openings for at in range(facts.start + 1, len(words) - run + 1))


def _of_concept(hierarchy: Hierarchy, concept: str) -> frozenset[str]:
    graph = hierarchy.graph
    kinds: frozenset[str] = graph.kinds(concept)
    more: list[str] = []
    if kinds and graph.leads_to_itself(concept):
        more.append(Shown.ITSELF)
    if kinds and graph.has_any(RelationKind.REPLACED_BY):
        more.append(Shown.REPLACING)
    if not kinds.isdisjoint(UP):
        if not kinds.isdisjoint(DOWN):
            more.append(Shown.BETWEEN)
        if len(graph.parents(concept)) > 1:
            more.append(Shown.SEVERAL_ABOVE)
    return kinds.union(more)

"""What the graph of concepts tells, and how little a change touches."""

from rules.entry import Entry
from rules.kit import RelationKind
from rules.web.hierarchy import MANY, Hierarchy, Standing
from rules.web.hierarchy_paths import LONGEST_LINE
from rules.web.item import Item, Relation
from tests.rules.relations.town import web


def under(parent: str) -> Standing:
    return Standing(frozenset({Relation(RelationKind.BROADER, parent)}))


def chain(length: int) -> Hierarchy:
    """`0` below `1`, and so on up to the concept named by the length."""
    made = Hierarchy()
    made.put({str(place): under(str(place + 1)) for place in range(length)})
    return made


def test_line_is_followed_to_its_bound() -> None:
    graph = chain(LONGEST_LINE + 5).graph

    assert graph.line("0") == {str(place) for place in range(LONGEST_LINE + 1)}
    assert (graph.is_above(str(LONGEST_LINE), "0"), graph.is_above(str(LONGEST_LINE + 1), "0")) == (True, False)


def test_circle_is_found_up_to_that_length() -> None:
    short, long = chain(LONGEST_LINE - 1), chain(LONGEST_LINE)
    short.put({str(LONGEST_LINE - 1): under("0")})
    long.put({str(LONGEST_LINE): under("0")})

    assert (len(short.graph.cycle("5")), len(long.graph.cycle("5"))) == (LONGEST_LINE + 1, 0)


def test_concept_on_a_circle_has_no_top() -> None:
    made = Hierarchy()
    made.put({"a": under("b"), "b": under("a")})

    assert made.graph.depth("a", most=10) == 10


def test_many_changes_at_once_affect_all() -> None:
    made = chain(3)

    affected = made.put({f"leaf {place}": under("3") for place in range(MANY + 1)})

    assert affected == {"0", "1", "2", "3", *(f"leaf {place}" for place in range(MANY + 1))}


def test_change_of_a_leaf_touches_its_two_parents_alone() -> None:
    made = Hierarchy()
    made.put({f"leaf {place}": under(f"branch {place % 40}") for place in range(1_600)})
    made.put({f"branch {place}": under("top") for place in range(40)})

    assert made.put({"leaf 7": under("branch 8")}) == {"leaf 7", "branch 7", "branch 8"}
    assert made.put({"leaf 7": None}) == {"leaf 7", "branch 8"}


def test_relation_that_the_other_end_states_too_stays_when_one_is_taken_back() -> None:
    made = Hierarchy()
    made.put({"a": under("b"), "b": Standing(frozenset({Relation(RelationKind.NARROWER, "a")}))})
    made.put({"a": Standing()})

    assert made.graph.parents("a") == ("b",)


def test_notation_has_bearers_as_long_as_it_is_borne() -> None:
    made = Hierarchy()
    made.put({"a": Standing(notations=frozenset({"1"})), "b": Standing(notations=frozenset({"1"}))})

    assert made.put({"a": Standing()}) == {"a", "b"}
    assert made.put({"b": None}) == {"b"}
    assert made.bearers("1") == frozenset()


def test_match_inside_is_told_once() -> None:
    both = (Relation(RelationKind.BROADER, "b"), Relation(RelationKind.BROAD_MATCH, "b"))
    entry = Entry(term="lease", text="contract", locale="en")
    place = web([Item(id="a", concept="a", entry=entry, relations=both), Item(id="b", concept="b", entry=entry)])

    told = {one.rule_code for one in place.findings("a")}
    assert (told & {"REL-13", "REL-15"}) == {"REL-13"}


def test_long_circle_is_told_without_its_middle() -> None:
    names = [f"c{place}" for place in range(10)]
    place = web(
        Item(
            id=name,
            concept=name,
            entry=Entry(term=name, text="contract", locale="en"),
            relations=(Relation(RelationKind.BROADER, names[number - 1]),),
        )
        for number, name in enumerate(names)
    )

    [found] = [one for one in place.findings("c0") if one.rule_code == "REL-03"]
    assert found.arguments["path"] == "c0 → c9 → c8 → c7 → c6 → c5 → … → c0"
    assert [one.definition_id for one in found.evidence] == names[:0:-1]

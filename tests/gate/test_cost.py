"""What operations cost: computed by hand from the directives of a small schema."""

import pytest
import strawberry
from graphql import GraphQLObjectType, is_composite_type, parse
from graphql.type import get_named_type

from schema import build
from schema.directives import PAGED, Cost, ListSize, assumed
from schema.gate import cost, weights
from schema.gate.cost import TooComplex


@strawberry.type
class Leaf:
    name: str = "leaf"

    @strawberry.field
    def twig(self) -> "Leaf":
        return Leaf()


@strawberry.type(directives=[Cost(weight=3)])
class Heavy:
    name: str = "heavy"


@strawberry.type
class Edge:
    node: Leaf


@strawberry.type
class Leaves:
    nodes: list[Leaf]
    edges: list[Edge]

    @strawberry.field(directives=[Cost(weight=5)])  # type: ignore[untyped-decorator]
    def total(self) -> int:
        return 0


@strawberry.type
class Query:
    name: str

    @strawberry.field
    def leaf(self) -> Leaf:
        return Leaf()

    @strawberry.field
    def heavy(self) -> Heavy:
        return Heavy()

    @strawberry.field(directives=[assumed(4)])  # type: ignore[untyped-decorator]
    def few(self) -> list[Leaf]:
        return []

    @strawberry.field(directives=[Cost(weight=20), ListSize(slicing_arguments=["first"])])  # type: ignore[untyped-decorator]
    def best(self, first: int = 10) -> list[Leaf]:
        del first
        return []

    @strawberry.field(directives=[PAGED])  # type: ignore[untyped-decorator]
    def leaves(self, first: int | None = None, last: int | None = None) -> Leaves:
        del first, last
        return Leaves(nodes=[], edges=[])


CORE = strawberry.Schema(Query)._schema

STATIC: list[tuple[str, dict[str, object], int]] = [
    ("{name}", {}, 0),
    ("{__typename}", {}, 0),
    ("{leaf{name}}", {}, 1),
    ("{leaf{twig{twig{name}}}}", {}, 3),
    ("{heavy{name}}", {}, 3),
    ("{few{name}}", {}, 4),
    ("{few{twig{name}}}", {}, 8),
    ("{best{name}}", {}, 30),
    ("{best(first:3){name}}", {}, 23),
    ("{leaves{nodes{name}}}", {}, 21),
    ("{leaves(first:50){nodes{name}}}", {}, 51),
    ("{leaves(first:50){edges{node{name}}}}", {}, 101),
    ("{leaves(first:50){nodes{name} edges{node{name}}}}", {}, 151),
    ("{leaves(first:50){total}}", {}, 6),
    ("query($n:Int){leaves(first:$n){nodes{name}}}", {"n": 7}, 8),
    ("query($n:Int){leaves(last:$n){nodes{name}}}", {"n": 7}, 8),
    ("query($n:Int){leaves(first:$n){nodes{name}}}", {}, 21),
    ("query($n:Int){leaves(first:$n){nodes{name}}}", {"n": None}, 21),
    ("query($n:Int){leaves(first:$n){nodes{name}}}", {"n": -1}, 21),
    ("query($n:Int=90){leaves(first:$n){nodes{name}}}", {}, 91),
    ("{a:leaf{name} b:leaf{name}}", {}, 2),
    ("{leaf{name} leaf{name}}", {}, 1),
    ("{leaf{twig{name}} ...F} fragment F on Query{leaf{twig{name} name}}", {}, 2),
    ("{...F ...F} fragment F on Query{leaf{name}}", {}, 1),
    ("{... {leaf{name}} ...on Query{few{name}}}", {}, 5),
    ("{__schema{types{name}}}", {}, 50),
    ("query($v:Boolean!){leaf @include(if:$v){name}}", {"v": False}, 1),
]


@pytest.mark.parametrize(("document", "variables", "points"), STATIC)
def test_static_cost(document: str, variables: dict[str, object], points: int) -> None:
    (price,) = cost.prices(CORE, parse(document)).values()

    assert price.at(variables) == points


ACTUAL: list[tuple[str, object, int]] = [
    ("{leaf{twig{name}}}", {"leaf": {"twig": {"name": "x"}}}, 2),
    ("{leaf{twig{name}}}", None, 0),
    ("{few{twig{name}}}", {"few": [{"twig": None}, {"twig": {"name": "x"}}]}, 4),
    ("{few{name}}", {"few": []}, 0),
    ("{best(first:3){name}}", {"best": [{"name": "x"}]}, 21),
    ("{leaves{nodes{name} total}}", {"leaves": {"nodes": [{}, {}], "total": 2}}, 8),
    ("query($v:Boolean!){leaf @include(if:$v){name}}", {}, 0),
]


@pytest.mark.parametrize(("document", "data", "points"), ACTUAL)
def test_cost_of_what_came_of_it(document: str, data: object, points: int) -> None:
    (price,) = cost.prices(CORE, parse(document)).values()

    assert price.of(data) == points


def test_each_operation_has_its_price() -> None:
    found = cost.prices(CORE, parse("query A{leaf{name}} query B{few{name}}"))

    assert {name: price.at({}) for name, price in found.items()} == {"A": 1, "B": 4}


def test_chain_of_fragments_costs_as_much_as_it_is_long() -> None:
    links = [f"fragment F{n} on Query{{...F{n + 1} ...F{n + 1}}}" for n in range(200)]
    document = parse("{...F0}" + "".join(links) + "fragment F200 on Query{leaf{name}}")

    assert cost.prices(CORE, document)[None].at({}) == 1


def test_what_grows_with_every_level_is_refused() -> None:
    levels = [f"fragment F{n} on Leaf{{a:twig{{...F{n + 1}}} b:twig{{...F{n + 1}}}}}" for n in range(30)]
    document = parse("{leaf{...F0}}" + "".join(levels) + "fragment F30 on Leaf{name}")

    with pytest.raises(TooComplex):
        cost.prices(CORE, document)


@pytest.mark.parametrize(
    "document",
    [
        "{" + "leaf{name} " * 80 + "}",
        "{"
        + "".join(f"...F{n} " for n in range(80))
        + "}"
        + "".join(f"fragment F{n} on Query{{leaf{{name}}}}" for n in range(80)),
    ],
)
def test_the_same_field_too_often_is_refused(document: str) -> None:
    with pytest.raises(TooComplex):
        cost.prices(CORE, parse(document))


def test_thirty_fragments_may_ask_for_the_same_field() -> None:
    spreads = "".join(f"...F{n} " for n in range(30))
    fragments = "".join(f"fragment F{n} on Query{{leaf{{name}}}}" for n in range(30))

    assert cost.prices(CORE, parse(f"{{{spreads}}}{fragments}"))[None].at({}) == 1


NONSENSE = [
    "{nope{deeper}}",
    "{leaf{...Missing}}",
    "{leaf{...on Nothing{name}}}",
    "{name{deeper}}",
    "mutation{change}",
    "{best(first:" + "9" * 5000 + "){name}}",
    "query($n:Int=" + "9" * 5000 + "){best(first:$n){name}}",
    '{best(first:"x"){name}}',
]


@pytest.mark.parametrize("document", NONSENSE)
def test_document_that_is_not_valid_has_a_price_all_the_same(document: str) -> None:
    assert len(cost.prices(CORE, parse(document))) == 1


def test_every_list_of_objects_says_how_long_it_is() -> None:
    core = build.build()._schema
    sized_by_parent = {"edges", "nodes"}
    silent = [
        f"{kind.name}.{name}"
        for kind in core.type_map.values()
        if isinstance(kind, GraphQLObjectType) and not kind.name.startswith("__")
        for name, field in kind.fields.items()
        if weights.is_list(field) and is_composite_type(get_named_type(field.type)) and not weights.is_sized(field)
        if not (kind.name.endswith("Connection") and name in sized_by_parent)
    ]

    assert silent == []


def test_every_connection_is_sized_by_its_page() -> None:
    core = build.build()._schema
    fields = [
        (f"{kind.name}.{name}", weights.of(field).sizing)
        for kind in core.type_map.values()
        if isinstance(kind, GraphQLObjectType)
        for name, field in kind.fields.items()
        if get_named_type(field.type).name.endswith("Connection")
    ]

    assert [name for name, sizing in fields if sizing is None or sizing.fields != {"edges", "nodes"}] == []
    assert len(fields) > 10

from graphql import OperationDefinitionNode, parse

from schema.stream import variables

TEXT = """
subscription S($after: String, $in: Boolean!, $out: Int, $deep: Int, $frag: Int, $never: Int) {
  ...Root
}
fragment Root on Subscription {
  events(after: $after, filter: {x: [$out]}) @include(if: $in) {
    ... on A { a(x: {y: [$deep]}) ...Leaf ...Leaf }
  }
}
fragment Leaf on A { b(z: $frag) }
fragment Unused on A { c(z: $never) }
"""


def test_only_arguments_of_the_root_field_bear_on_nothing() -> None:
    document = parse(TEXT)
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)

    assert variables.bearing(document, operation) == {"in", "deep", "frag"}

"""Connections: one page of an ordered list, its edges and nodes, and how much there is in all (Relay cursor connections)."""

from collections.abc import Sequence
from typing import Annotated, Generic, TypeVar, cast

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.extensions import FieldExtension
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from resolvers import paging
from schema.directives import Cost

T = TypeVar("T")
Page = strawberry.Parent[paging.Page[object]]

Limit = Annotated[int, strawberry.argument(description=f"Where counting stops: 1 to {paging.MAX_COUNT}.")]


@strawberry.type(
    description="Every connection takes `first` with `after`, or `last` with `before`: 1 to 100 rows, 20 when neither is given."
)
class PageInfo:
    """Where a page lies in the whole list."""

    @strawberry.field(description="Whether rows follow this page.")
    def has_next_page(self, root: Page) -> bool:
        """Whether rows follow."""
        return root.has_next

    @strawberry.field(description="Whether rows precede this page.")
    def has_previous_page(self, root: Page) -> bool:
        """Whether rows precede."""
        return root.has_previous

    @strawberry.field(description="Cursor of the first row; null on an empty page.")
    def start_cursor(self, root: Page) -> str | None:
        """The first cursor."""
        return root.edges[0].cursor if root.edges else None

    @strawberry.field(description="Cursor of the last row; null on an empty page.")
    def end_cursor(self, root: Page) -> str | None:
        """The last cursor."""
        return root.edges[-1].cursor if root.edges else None


@strawberry.type(description="A count that stops early on very large sets.")
class Count:
    """How many rows there are, up to a limit."""

    value: int = strawberry.field(description="Rows counted.")
    is_exact: bool = strawberry.field(description="False when counting stopped at the limit.")


@strawberry.type(description="One row of a page, with the cursor that leads to it.")
class Edge(Generic[T]):
    """A row and where it stands."""

    cursor: str = strawberry.field(description="Opaque place of the row in its order; pass it as `after` or `before`.")
    node: T = strawberry.field(description="The row itself.")


@strawberry.type(description="Part of an ordered list, and where it lies in the whole.")
class Connection(Generic[T]):
    """A page of rows of one type."""

    edges: list[Edge[T]] = strawberry.field(description="The rows with their cursors, in order.")

    @strawberry.field(description="The rows alone, in the same order.")
    def nodes(self, root: Page) -> list[T]:
        """The rows of the page."""
        return cast(list[T], nodes(root))

    @strawberry.field(description="Where the page lies in the whole.")
    def page_info(self, root: Page) -> PageInfo:
        """The page again, as what says where it lies."""
        return cast(PageInfo, root)

    @strawberry.field(description="How many rows there are in all.", directives=[Cost(weight=5)])
    async def total_count(self, root: Page, limit: Limit = paging.MAX_COUNT) -> Count:
        """The count, at most up to the limit."""
        return cast(Count, await root.count(limit))


def nodes(page: paging.Page[object]) -> Sequence[object]:
    """The rows of a page, without their cursors."""
    return [edge.node for edge in page.edges]


_ARGUMENTS: dict[str, tuple[object, str]] = {
    "first": (int | None, "How many rows from the start, or after `after`: 1 to 100; 20 without `last`."),
    "after": (str | None, "Cursor that the page follows, of this list in this order."),
    "last": (int | None, "How many rows from the end, or before `before`: 1 to 100; not together with `first`."),
    "before": (str | None, "Cursor that the page precedes, of this list in this order."),
}


class Paged(FieldExtension):
    """Gives a field the four arguments of a connection; its resolver gets them as one `slice_`."""

    def apply(self, field: StrawberryField) -> None:
        """The arguments stand after those of the resolver."""
        own = [argument for argument in field.arguments if argument.python_name not in {"slice_", *_ARGUMENTS}]
        field.arguments = [
            *own,
            *(
                StrawberryArgument(
                    python_name=name,
                    graphql_name=None,
                    type_annotation=StrawberryAnnotation(annotation),
                    default=strawberry.UNSET,
                    description=description,
                )
                for name, (annotation, description) in _ARGUMENTS.items()
            ),
        ]

    def map_arguments(self, kwargs: dict[str, object]) -> dict[str, object]:
        """The arguments with the four in one."""
        rest = {name: value for name, value in kwargs.items() if name not in _ARGUMENTS}
        asked = {name: value for name in _ARGUMENTS if (value := kwargs.get(name)) is not None}
        return rest | {"slice_": paging.Slice(**asked)}  # type: ignore[arg-type]

"""Definitions as the viewer may read them: one, a page of them, and those that a text uses or that use its term."""

from collections.abc import Sequence
from uuid import UUID

from models import definition_filters, definition_reads, definition_search, term_uses, visibility
from models.definition_filters import DefinitionFilter, Direction, Order, OrderField
from models.errors import NotFound
from models.paging import Key, Listing
from models.records import DefinitionRecord
from models.sentences import say
from models.values import Values
from models.visibility import Reader
from resolvers import bounds, content, filters, paging
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.inputs import TermKey
from resolvers.paging import Maker, Page, Slice

SEARCH_LENGTH = 500

_KEYS = {
    OrderField.TERM: ("d.term_key", "text"),
    OrderField.STATUS: (
        "CASE d.status WHEN 'DRAFT' THEN 0 WHEN 'IN_REVIEW' THEN 1 WHEN 'ESTABLISHED' THEN 2 ELSE 3 END",
        "int",
    ),
    OrderField.CREATED_AT: ("d.created_at", "timestamptz"),
    OrderField.UPDATED_AT: ("d.updated_at", "timestamptz"),
    # Never validated sorts below a score of 0.
    OrderField.VALIDATION_SCORE: ("coalesce(d.score, -1)", "int"),
}
_BY_TERM = (Order(OrderField.TERM),)
_BY_RELEVANCE = (Order(OrderField.RELEVANCE, Direction.DESC),)


async def get(ctx: Context, definition_id: UUID) -> DefinitionRecord:
    """The definition, in the edition that the viewer may read.

    Raises:
        NotFound: it is absent, or hidden from this viewer.
    """
    found = await find(ctx, definition_id)
    if found is None:
        raise NotFound("Definition", definition_id)
    return found


async def find(ctx: Context, definition_id: UUID) -> DefinitionRecord | None:
    """The definition, or null when it is absent or hidden."""
    return (await definition_reads.by_ids(ctx.viewer.reader, [definition_id])).get(definition_id)


async def by_slug(ctx: Context, glossary_slug: str, slug: str) -> DefinitionRecord | None:
    """The definition with this key in the glossary with this key, or null."""
    for value, name in ((glossary_slug, "glossarySlug"), (slug, "slug")):
        bounds.text(value, path=("by", "slug", name), most=SEARCH_LENGTH, is_blank_allowed=True)
    return await definition_reads.by_slug(ctx.viewer.reader, glossary_slug, slug)


async def by_term(ctx: Context, key: TermKey) -> DefinitionRecord | None:
    """The definition in force that the key names, else the only one being drafted; null when none or several do."""
    path = ("by", "term")
    return await definition_reads.by_term(
        ctx.viewer.reader,
        key.glossary_id,
        term=bounds.term(key.term, path=(*path, "term")),
        locale=bounds.locale(key.locale, path=(*path, "locale")),
        context_key=content.context_key(bounds.contexts(key.contexts, path=(*path, "contexts"))),
    )


async def page(
    ctx: Context,
    slice_: Slice,
    *,
    search: str | None = None,
    filter_: DefinitionFilter | None = None,
    order: Sequence[Order] = (),
    glossary_id: UUID | None = None,
) -> Page[DefinitionRecord]:
    """Definitions that the viewer may read and that match all that is asked. By relevance when searching, else by term.

    One statement. Ties are broken by id.

    Raises:
        InvalidInput: a bound of the slice or the filter, a foreign cursor, or RELEVANCE without `search`.
    """
    searched = _searched(search)
    _check(filter_, order, is_searching=searched is not None)
    asked = listing(ctx.viewer.reader, searched=searched, filter_=filter_, order=order, glossary_id=glossary_id)
    fingerprint = repr(("definitions", [(key.expression, key.is_descending) for key in asked.keys], searched))
    return await paging.of_listing(asked, slice_, _maker(fingerprint, "relevance" if searched else None))


async def uses(ctx: Context, record: DefinitionRecord, slice_: Slice) -> Page[DefinitionRecord]:
    """Definitions of the same glossary and language whose term or designation this text mentions in any form, by term."""
    found = await term_uses.used(ctx.viewer.reader, record)
    return await _of_ids(ctx, found, slice_, f"uses {record.id}")


async def used_by(ctx: Context, record: DefinitionRecord, slice_: Slice) -> Page[DefinitionRecord]:
    """Definitions of the same glossary and language whose text mentions this term or a designation of it in any form, by term."""
    found = await term_uses.using(ctx.viewer.reader, record)
    return await _of_ids(ctx, found, slice_, f"used by {record.id}")


async def _of_ids(ctx: Context, ids: Sequence[UUID], slice_: Slice, fingerprint: str) -> Page[DefinitionRecord]:
    values = Values()
    sources = visibility.branches(ctx.viewer.reader, values)
    condition = f"d.id = ANY({values.add(list(ids))}::uuid[])"
    asked = Listing(sources, _keys(_BY_TERM), values, condition, definition_reads.COLUMNS)
    return await paging.of_listing(asked, slice_, _maker(fingerprint))


def _maker(fingerprint: str, score: str | None = None) -> Maker[DefinitionRecord]:
    return Maker(fingerprint, definition_reads.record, score)


def _searched(search: str | None) -> str | None:
    if search is None or not search.strip():
        return None
    return bounds.text(search, path=("search",), most=SEARCH_LENGTH)


def _check(filter_: DefinitionFilter | None, order: Sequence[Order], *, is_searching: bool) -> None:
    filters.check(filter_)
    if not is_searching and any(one.field is OrderField.RELEVANCE for one in order):
        raise InvalidInput(say("relevance-without-search"), path=("orderBy",), constraint="needs-search")


def listing(
    reader: Reader,
    *,
    searched: str | None = None,
    filter_: DefinitionFilter | None = None,
    order: Sequence[Order] = (),
    glossary_id: UUID | None = None,
) -> Listing:
    """The definitions that the reader may see and that match all that is asked; nothing of it is checked."""
    values = Values()
    conditions, columns, relevance = [], definition_reads.COLUMNS, ""
    sources = visibility.branches(reader, values)
    if glossary_id is not None:
        conditions.append(f"d.glossary_id = {values.add(glossary_id)}::uuid")
    if filter_ is not None:
        conditions.append(definition_filters.condition(filter_, values))
    if searched is not None:
        placeholder = definition_search.asked(searched, values)
        conditions.append(definition_search.condition(placeholder))
        relevance = definition_search.relevance(placeholder)
        columns = f"{columns}, {relevance} AS relevance"
    keys = _keys(order or (_BY_TERM if searched is None else _BY_RELEVANCE), relevance)
    return Listing(sources, keys, values, " AND ".join(conditions) or "TRUE", columns)


def _keys(order: Sequence[Order], relevance: str = "") -> tuple[Key, ...]:
    known = _KEYS | {OrderField.RELEVANCE: (relevance, "float8")}
    first = {one.field: one.direction for one in reversed(order)}
    asked = sorted(first.items(), key=lambda item: [one.field for one in order].index(item[0]))
    keys = [Key(*known[field], is_descending=direction is Direction.DESC) for field, direction in asked]
    return (*keys, Key("d.id", "uuid", is_descending=keys[-1].is_descending))

"""The rules of the catalogue as a connection: by code, filtered, in pages."""

from collections.abc import Callable, Iterator, Sequence
from typing import cast
from uuid import UUID

import strawberry

from models.sentences import say
from resolvers import cursors, paging, rule_lookups
from resolvers.context import Context
from resolvers.errors import InvalidInput
from resolvers.paging import Edge, Page, Slice, Total
from rules import catalogue
from rules.rule import Rule
from schema import ids, parsing
from schema.filters import UNSET, StringFilter
from schema.validation_enums import RuleStatus, Severity


@strawberry.input(one_of=True, description="Exactly one way to name a rule.")
class RuleBy:
    """One of two names."""

    id: strawberry.ID | None = strawberry.field(default=UNSET, description="By its id.")
    code: str | None = strawberry.field(default=UNSET, description="By its code.")


@strawberry.input(
    description="Fields are combined with AND; a null field is ignored. At most 5 deep, and 10 glossaries in all."
)
class RuleFilter:
    """Asks a rule."""

    and_: list["RuleFilter"] | None = strawberry.field(default=UNSET, name="and", description="All hold.")
    or_: list["RuleFilter"] | None = strawberry.field(default=UNSET, name="or", description="At least one holds.")
    not_: "RuleFilter | None" = strawberry.field(default=UNSET, name="not", description="Does not hold.")
    code: StringFilter | None = strawberry.field(default=UNSET, description="Stable code such as `FRM-07`.")
    group: StringFilter | None = strawberry.field(
        default=UNSET, description="Letters that codes begin with, such as `FRM`."
    )
    default_severity: list[Severity] | None = strawberry.field(default=UNSET, description="Is one of these.")
    status: list[RuleStatus] | None = strawberry.field(default=UNSET, description="Is one of these.")
    glossary_id: strawberry.ID | None = strawberry.field(
        default=UNSET, description="Built-in rules and those of this glossary only; omitted: built-in ones."
    )


FINGERPRINT = "rules:code"
DEEPEST = 5
MOST_GLOSSARIES = 10


def named(ctx: Context, by: RuleBy) -> rule_lookups.Found:
    """The rule of this name. The executor saw to it that `by` holds exactly one."""
    if (text := parsing.given(by.id)) is not None:
        code = ids.find_code(text)
        return None if code is None else rule_lookups.find(ctx, code)
    return rule_lookups.find(ctx, by.code or "")


async def page(ctx: Context, slice_: Slice, asked: RuleFilter | None) -> Page[Rule]:
    """The rules that the filter lets through, by code: built-in ones, and those of the glossaries that it names.

    Raises:
        InvalidInput: a size out of bounds, a cursor of another list, a filter that is too deep or names too many glossaries.
    """
    present = parsing.given(asked)
    own = [] if present is None else await rule_lookups.of_glossaries(ctx, _owners(present))
    candidates = sorted([*catalogue.rules(), *own], key=lambda rule: rule.code)
    matching = [rule for rule in candidates if present is None or _holds(present, rule, DEEPEST)]
    window = _window(matching, slice_)

    async def count(limit: int) -> Total:
        return Total(min(len(matching), limit), is_exact=len(matching) <= limit)

    return Page(
        [Edge(rule, cursors.sign(FINGERPRINT, (rule.code,))) for rule in matching[window]],
        has_next=window.stop < len(matching),
        has_previous=window.start > 0,
        count=count,
    )


def _window(rules: Sequence[Rule], slice_: Slice) -> slice:
    size, is_backward = paging.size_of(slice_)
    if is_backward:
        end = len(rules) if slice_.before is None else _place(rules, slice_.before, "before")
        return slice(max(end - size, 0), end)
    start = 0 if slice_.after is None else _place(rules, slice_.after, "after", is_after=True)
    return slice(start, min(start + size, len(rules)))


def _place(rules: Sequence[Rule], cursor: str, name: str, *, is_after: bool = False) -> int:
    (code,) = cursors.read(cursor, FINGERPRINT, ("text",), path=(name,))
    return sum(1 for rule in rules if rule.code < str(code) or (is_after and rule.code == code))


def _holds(asked: RuleFilter, rule: Rule, depth: int) -> bool:
    if depth == 0:
        raise InvalidInput(say("rule-filter-too-deep", most=DEEPEST), path=("filter",), constraint="max-depth")
    inner, either, negated = parsing.given(asked.and_), parsing.given(asked.or_), parsing.given(asked.not_)
    return (
        _text(asked.code, rule.code)
        and _text(asked.group, rule.group)
        and _among(asked.default_severity, rule.severity)
        and _among(asked.status, rule.status)
        and _is_of(asked.glossary_id, rule)
        and all(_holds(one, rule, depth - 1) for one in inner or ())
        and (either is None or any(_holds(one, rule, depth - 1) for one in either))
        and (negated is None or not _holds(negated, rule, depth - 1))
    )


def _owners(asked: RuleFilter) -> list[UUID]:
    found = {ids.decode("Glossary", text, "filter", "glossaryId") for text in _glossary_ids(asked, DEEPEST)}
    if len(found) > MOST_GLOSSARIES:
        raise InvalidInput(
            say("too-many-glossaries", most=MOST_GLOSSARIES), path=("filter", "glossaryId"), constraint="max-items"
        )
    return sorted(found)


def _glossary_ids(asked: RuleFilter, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    if (own := parsing.given(asked.glossary_id)) is not None:
        yield own
    negated = parsing.given(asked.not_)
    inner = (*parsing.each(asked.and_), *parsing.each(asked.or_), *([] if negated is None else [negated]))
    for one in inner:
        yield from _glossary_ids(one, depth - 1)


def _is_of(asked: str | None, rule: Rule) -> bool:
    present = parsing.given(asked)
    return present is None or rule.owner is None or rule.owner == ids.find("Glossary", present)


def _among(allowed: Sequence[object] | None, value: object) -> bool:
    present = parsing.given(allowed)
    return present is None or value in present


def _text(asked: StringFilter | None, value: str) -> bool:
    present = parsing.given(asked)
    if present is None:
        return True
    tests: dict[str, Callable[[object], bool]] = {
        "eq": lambda wanted: value == wanted,
        "ne": lambda wanted: value != wanted,
        "in_": lambda wanted: value in cast(list[str], wanted),
        "not_in": lambda wanted: value not in cast(list[str], wanted),
        "contains": lambda wanted: str(wanted).casefold() in value.casefold(),
        "starts_with": lambda wanted: value.casefold().startswith(str(wanted).casefold()),
        "is_null": lambda wanted: not wanted,
    }
    return all(
        test(wanted) for name, test in tests.items() if (wanted := parsing.given(getattr(present, name))) is not None
    )

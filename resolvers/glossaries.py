"""Glossaries: found, listed, made and changed; and what their steps demand."""

from collections.abc import Mapping
from uuid import UUID

from auth.scopes import Scope
from models import glossary_reads, glossary_writes
from models.errors import NotFound, VersionConflict
from models.glossary import Glossary
from models.kinds import Transition
from models.sentences import say
from resolvers import bounds, glossary_content, idempotency, paging
from resolvers import gate_rules as demands
from resolvers.context import Context
from resolvers.errors import InvalidInput, Taken
from resolvers.gate_rules import Demand
from resolvers.glossary_inputs import CreateGlossary, GateRuleInput, UpdateGateRules, UpdateGlossary
from resolvers.paging import Maker, Page, Slice
from resolvers.work import work

MOST_GATE_RULES = 50


async def get(ctx: Context, glossary_id: UUID) -> Glossary:
    """The glossary.

    Raises:
        NotFound: it is absent, or hidden from this viewer.
    """
    found = await find(ctx, glossary_id)
    if found is None:
        raise NotFound("Glossary", glossary_id)
    return found


async def find(ctx: Context, glossary_id: UUID) -> Glossary | None:
    """The glossary, or null when it is absent or hidden."""
    return (await glossary_reads.by_ids(ctx.viewer.reader, [glossary_id])).get(glossary_id)


async def by_slug(ctx: Context, slug: str) -> Glossary | None:
    """The glossary with this key, or null when it is absent or hidden."""
    bounds.text(slug, path=("by", "slug"), most=bounds.NAME_LENGTH, is_blank_allowed=True)
    return await glossary_reads.by_slug(ctx.viewer.reader, slug)


async def page(ctx: Context, slice_: Slice) -> Page[Glossary]:
    """The glossaries that the viewer may know of, by name."""
    return await paging.of_listing(
        glossary_reads.listing(ctx.viewer.reader), slice_, Maker("glossaries", glossary_reads.glossary)
    )


async def create(ctx: Context, asked: CreateGlossary) -> Glossary:
    """A new glossary.

    Raises:
        Taken: another has this slug.
        InvalidInput: a bound, an unknown profile.
        IdempotencyKeyReused: the key came with another input.
    """
    ctx.viewer.must(Scope.GLOSSARIES_WRITE)
    async with work(ctx) as tell:
        remembered = await idempotency.recall(ctx, "createGlossary", asked)
        if remembered is not None:
            return await get(ctx, UUID(str(remembered["id"])))
        columns = glossary_content.columns(asked)
        holder = await glossary_writes.holder_of_slug(asked.slug)
        if holder is not None:
            raise Taken(say("slug-taken", slug=asked.slug), kind="Glossary", existing_id=holder, path=("slug",))
        glossary = await glossary_writes.add({**columns, "created_by_id": ctx.viewer.user_id})
        tell.audit("glossary.create", "Glossary", glossary.id, glossary_content.differences(None, columns))
        await idempotency.remember(ctx, "createGlossary", asked, {"id": str(glossary.id)})
    return glossary


async def update(ctx: Context, asked: UpdateGlossary) -> Glossary:
    """The glossary with other columns; as it was, when nothing differs.

    Raises:
        NotFound: it is absent.
        VersionConflict: somebody changed it first.
        InvalidInput: a bound.
    """
    ctx.viewer.must(Scope.GLOSSARIES_WRITE)
    async with work(ctx) as tell:
        glossary = await locked(asked.id, asked.expected_version)
        columns = glossary_content.changed_columns(asked, glossary)
        if columns:
            changes = glossary_content.differences(glossary, columns)
            await glossary_writes.change(glossary, columns)
            if "locales" in columns:
                tell.touch(glossary.id)
            tell.audit("glossary.update", "Glossary", glossary.id, changes)
    return glossary


async def gate_rules(ctx: Context, glossary: Glossary) -> list[Demand]:
    """What each step demands in this glossary, in the order of the workflow."""
    return await ctx.loaders.gate_rules.load(glossary.id)


async def update_gate_rules(ctx: Context, asked: UpdateGateRules) -> Glossary:
    """The glossary, one version further; the rules given replace those of the same step and code.

    Raises:
        NotFound: it is absent.
        VersionConflict: somebody changed it first.
        InvalidInput: an unknown demand, one that may not be bent so, or one given twice.
    """
    ctx.viewer.must(Scope.GLOSSARIES_WRITE)
    async with work(ctx) as tell:
        glossary = await locked(asked.glossary_id, asked.expected_version, path=("glossaryId",))
        rules = _checked(asked.rules)
        before = {
            (one.transition, one.code): one for one in demands.merged(await glossary_reads.gate_rules([glossary.id]))
        }
        await glossary_writes.put_gate_rules(glossary.id, rules)
        await glossary_writes.change(glossary, {})
        changes = [change for rule in rules for change in _rule_changes(rule, before)]
        tell.audit("glossary.update-gate-rules", "Glossary", glossary.id, changes)
    return glossary


async def locked(glossary_id: UUID, expected_version: int, *, path: tuple[str, ...] = ("id",)) -> Glossary:
    """The glossary at this version, locked until the transaction ends.

    Raises:
        NotFound: it is absent.
        VersionConflict: somebody changed it first.
    """
    glossary = await glossary_writes.lock(glossary_id)
    if glossary is None:
        raise NotFound("Glossary", glossary_id, path=path)
    if glossary.version != expected_version:
        raise VersionConflict(expected_version, glossary, glossary.version)
    return glossary


def _checked(rules: tuple[GateRuleInput, ...]) -> list[Mapping[str, object]]:
    bounds.count(rules, path=("rules",), most=MOST_GATE_RULES)
    bounds.distinct([(rule.transition, rule.code) for rule in rules], path=("rules",))
    return [_row(rule, ("rules", str(index))) for index, rule in enumerate(rules)]


def _row(rule: GateRuleInput, path: tuple[str, ...]) -> Mapping[str, object]:
    asked = {"is_enabled": rule.is_enabled, "is_overridable": rule.is_overridable, "required": rule.required}
    try:
        demands.check(
            rule.transition,
            rule.code,
            is_enabled=rule.is_enabled,
            is_overridable=rule.is_overridable,
            required=rule.required,
        )
    except InvalidInput as err:
        raise InvalidInput(err.said, path=(*path, *err.path), constraint=err.constraint) from err
    shipped = next(one for one in demands.SHIPPED if (one.transition, one.code) == (rule.transition, rule.code))
    row = {name: getattr(shipped, name) if value is None else value for name, value in asked.items()}
    return {"transition": rule.transition, "code": rule.code, **row}


def _rule_changes(
    rule: Mapping[str, object], before: Mapping[tuple[Transition, str], Demand]
) -> list[dict[str, object]]:
    demand = before[Transition(str(rule["transition"])), str(rule["code"])]
    names = ("is_enabled", "is_overridable", "required")
    place = f"{rule['transition']}.{rule['code']}"
    return [
        {"path": ["gateRules", place, name], "before": _text(getattr(demand, name)), "after": _text(rule[name])}
        for name in names
        if getattr(demand, name) != rule[name]
    ]


def _text(value: object) -> str | None:
    return None if value is None else str(value)

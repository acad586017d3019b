"""Rules that a glossary writes itself: made and retired."""

import asyncio
from dataclasses import dataclass
from uuid import UUID

from auth.scopes import Scope
from models import glossary_reads, glossary_writes, pattern_rule_rows
from models.errors import NotFound
from models.glossary import Glossary, PatternRule
from models.sentences import say
from resolvers import idempotency, own_rules, rule_content, rule_profiles
from resolvers.context import Context
from resolvers.errors import InvalidInput, LimitExceeded, Taken
from resolvers.rule_content import Selection
from resolvers.rule_inputs import CreatePatternRule
from resolvers.work import Tell, work
from rules import catalogue, patterns
from rules.choices import Choices
from rules.patterns import Pattern
from rules.rule import Example, Rule

MOST_RULES = 100
"""Of one glossary, retired ones not counted."""
MOST_SIZE = 10_000
"""Instructions of all patterns of one glossary. Measured: the worst of that size take 1.4 s on 10,000 characters."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A rule and its glossary as they are now."""

    rule: Rule
    glossary: Glossary


async def create(ctx: Context, asked: CreatePatternRule) -> Ruled:
    """A rule of the glossary's own, on from now on; the glossary is one version further, its texts are validated again.

    Raises:
        NotFound: the glossary is absent.
        InvalidInput: a bound, a bad pattern, an example that does not hold.
        Taken: a rule has or had this code.
        LimitExceeded: the glossary has as many rules, or as large ones, as it may have.
        IdempotencyKeyReused: the key came with another input.
    """
    ctx.viewer.must(Scope.RULES_WRITE)
    # Twenty examples under a hostile pattern take a third of a second.
    made, examples = await asyncio.to_thread(rule_content.pattern, asked)
    async with work(ctx) as tell:
        remembered = await idempotency.recall(ctx, "createPatternRule", asked)
        if remembered is not None:
            return await _ruled(ctx, str(remembered["code"]))
        glossary = await _locked(asked.glossary_id, path=("glossaryId",))
        before = rule_content.selection_of(glossary)
        _must_have_room(before, made)
        if await pattern_rule_rows.holder_of_code(made.code) is not None:
            raise Taken(say("rule-code-taken"), kind="Rule", existing_id=made.code, path=("code",))
        row = await _add(tell, glossary, made=made, examples=examples)
        after = Choices(before.choices.settings, (*before.choices.own, made))
        await _put(tell, glossary, before, after=after, action="glossary.create-pattern-rule")
        await idempotency.remember(ctx, "createPatternRule", asked, {"code": row.code})
    return Ruled(own_rules.rule(row), glossary)


async def retire(ctx: Context, code: str) -> Ruled:
    """The rule, retired: its findings go as the texts are validated again. Its code stays taken; a second time changes nothing.

    Raises:
        NotFound: no glossary that the viewer knows of has this rule.
        InvalidInput: the rule is built in.
    """
    ctx.viewer.must(Scope.RULES_WRITE)
    if catalogue.find(code) is not None:
        raise InvalidInput(say("built-in-rule"), path=("ruleId",), constraint="own-rule")
    async with work(ctx) as tell:
        found = await _row(ctx, code)
        glossary = await _locked(found.glossary_id, path=("ruleId",))
        row = await _row(ctx, code)
        if row.retired_at is None:
            await pattern_rule_rows.retire(row)
            before = rule_content.selection_of(glossary)
            settings = {key: one for key, one in before.choices.settings.items() if key != code}
            own = tuple(one for one in before.choices.own if one.code != code)
            after = Choices(settings, own)
            await _put(tell, glossary, before, after=after, action="glossary.retire-pattern-rule")
    return Ruled(own_rules.rule(row), glossary)


async def _put(tell: Tell, glossary: Glossary, before: Selection, *, after: Choices, action: str) -> None:
    await rule_profiles.put(tell, glossary, Selection(before.name, before.style, after), action=action)


def _must_have_room(before: Selection, made: Pattern) -> None:
    own = before.choices.own
    if len(own) >= MOST_RULES:
        raise LimitExceeded(say("too-many-own-rules", most=MOST_RULES), path=("glossaryId",))
    applied = {rule.code for rule in before.profile.own}
    if sum(patterns.size(one.pattern) for one in (*own, made) if one is made or one.code in applied) > MOST_SIZE:
        raise LimitExceeded(say("patterns-too-large"), path=("pattern",))


async def _add(tell: Tell, glossary: Glossary, *, made: Pattern, examples: tuple[Example, ...]) -> PatternRule:
    return await pattern_rule_rows.add(
        {
            "glossary_id": glossary.id,
            "code": made.code,
            "name": made.name,
            "question": made.question,
            "severity": made.severity,
            "locale": made.locale,
            "pattern": made.pattern,
            "examples": [{"text": one.text, "is_compliant": one.is_compliant} for one in examples],
            "created_by_id": tell.ctx.viewer.user_id,
        }
    )


async def _locked(glossary_id: UUID, *, path: tuple[str, ...]) -> Glossary:
    glossary = await glossary_writes.lock(glossary_id)
    if glossary is None:
        raise NotFound("Glossary", glossary_id, path=path)
    return glossary


async def _row(ctx: Context, code: str) -> PatternRule:
    found = await pattern_rule_rows.by_codes(ctx.viewer.reader, [code])
    if code not in found:
        raise NotFound("Rule", code, path=("ruleId",))
    return found[code]


async def _ruled(ctx: Context, code: str) -> Ruled:
    row = await _row(ctx, code)
    return Ruled(
        own_rules.rule(row), (await glossary_reads.by_ids(ctx.viewer.reader, [row.glossary_id]))[row.glossary_id]
    )

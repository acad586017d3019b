"""Mutations of the rules of a glossary."""

from typing import Annotated

import strawberry

from auth.scopes import Scope
from resolvers import pattern_rules, rule_profiles
from schema import ids, permissions, rule_inputs
from schema.directives import Cost, scopes
from schema.info import Info
from schema.payload import Refusable
from schema.rule_inputs import CreatePatternRuleInput, RetirePatternRuleInput, UpdateRuleProfileInput
from schema.rule_payloads import CreatePatternRulePayload, RetirePatternRulePayload, UpdateRuleProfilePayload
from schema.scalars import EventCursor
from subscriptions import cursor

Rules = permissions.holding(Scope.RULES_WRITE)
Told = strawberry.argument(description="What to do.")


@strawberry.type(description="Mutations of the rules of a glossary.")
class RuleMutations:
    """Part of the type Mutation."""

    @strawberry.mutation(
        description="Switch rules on or off, change severities or parameters of one glossary; affected definitions are "
        "validated again. Needs `rules:write`. Refused with NOT_FOUND, CONFLICT (changed meanwhile).",
        permission_classes=[Rules],
        extensions=[Refusable(UpdateRuleProfilePayload)],
        directives=[scopes(Scope.RULES_WRITE), Cost(weight=20)],
    )
    async def update_rule_profile(
        self,
        info: Info,
        input: Annotated[UpdateRuleProfileInput, Told],
    ) -> UpdateRuleProfilePayload:
        """The glossary with its profile."""
        changed = await rule_profiles.update(info.context, rule_inputs.updated(input))
        position = None if changed.job is None else EventCursor(await cursor.at(changed.position))
        return UpdateRuleProfilePayload(glossary=changed.glossary, job=changed.job, event_cursor=position)

    @strawberry.mutation(
        description="A pattern rule of the glossary's own; refused when its own examples do not hold. Needs "
        "`rules:write`. Refused with NOT_FOUND, TAKEN (a rule has or had this code), LIMIT_EXCEEDED (100 "
        "rules of one glossary, or patterns too large together).",
        permission_classes=[Rules],
        extensions=[Refusable(CreatePatternRulePayload)],
        directives=[scopes(Scope.RULES_WRITE), Cost(weight=10)],
    )
    async def create_pattern_rule(
        self,
        info: Info,
        input: Annotated[CreatePatternRuleInput, Told],
    ) -> CreatePatternRulePayload:
        """The new rule."""
        made = await pattern_rules.create(info.context, rule_inputs.created(input))
        return CreatePatternRulePayload(rule=made.rule, glossary=made.glossary)

    @strawberry.mutation(
        description="Retires a pattern rule. Its code stays taken, its findings are resolved. A second time changes "
        "nothing. Needs `rules:write`. Refused with NOT_FOUND.",
        permission_classes=[Rules],
        extensions=[Refusable(RetirePatternRulePayload)],
        directives=[scopes(Scope.RULES_WRITE), Cost(weight=10)],
    )
    async def retire_pattern_rule(
        self,
        info: Info,
        input: Annotated[RetirePatternRuleInput, Told],
    ) -> RetirePatternRulePayload:
        """The rule, retired."""
        gone = await pattern_rules.retire(info.context, ids.decode_code(input.rule_id, "ruleId"))
        return RetirePatternRulePayload(rule=gone.rule, glossary=gone.glossary)

"""The rule profile of a glossary: changed, told, and its texts validated again."""

from dataclasses import dataclass

from auth.scopes import Scope
from models import glossary_writes, outbox
from models.glossary import Glossary
from models.job import Job
from resolvers import bulk_validations, checking, glossaries, rule_content
from resolvers.context import Context
from resolvers.rule_content import Selection
from resolvers.rule_inputs import UpdateRuleProfile
from resolvers.work import Tell, work
from subscriptions.events import RuleSettingsChanged


@dataclass(frozen=True, slots=True)
class Changed:
    """The glossary as it is now. The job is null when no text can be judged otherwise; its events come after `position`."""

    glossary: Glossary
    job: Job | None
    position: int


async def update(ctx: Context, asked: UpdateRuleProfile) -> Changed:
    """The glossary with another profile, one version further; as it was, when nothing differs.

    A profile that is given starts over: what was set before is forgotten, and the style is that of the profile unless one
    is given too. Settings replace those of the same rule field by field. The glossary's own rules stay.

    Raises:
        NotFound: the glossary is absent.
        VersionConflict: somebody changed it first.
        InvalidInput: an unknown profile, rule or parameter, a number out of bounds, or something twice.
    """
    ctx.viewer.must(Scope.RULES_WRITE)
    async with work(ctx) as tell:
        position = (await outbox.head()).seq
        glossary = await glossaries.locked(asked.glossary_id, asked.expected_version, path=("glossaryId",))
        after = rule_content.selected(asked, rule_content.selection_of(glossary))
        job = await put(tell, glossary, after, action="glossary.update-rule-profile")
    return Changed(glossary, job, position)


async def put(tell: Tell, glossary: Glossary, after: Selection, *, action: str) -> Job | None:
    """The locked glossary has this selection; nothing happened when it had it before.

    Where texts may be judged otherwise, watchers hear of it, every run is stale from now on, and the job that is returned
    makes new ones.
    """
    before = rule_content.selection_of(glossary)
    changes = rule_content.differences(before, after)
    if not changes:
        return None
    was, now = checking.profile_of(glossary).fingerprint, after.profile.fingerprint
    await glossary_writes.change(glossary, {**after.columns, "profile_fingerprint": now})
    tell.audit(action, "Glossary", glossary.id, changes)
    if now == was:
        return None
    tell(RuleSettingsChanged(glossary_id=glossary.id, profile_fingerprint=now))
    tell.touch(glossary.id)
    return await bulk_validations.renew(tell, glossary)

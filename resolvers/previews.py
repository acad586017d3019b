"""Text checked without being stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from models import waiver_rows
from models.kinds import DefinitionOrigin
from models.records import WaiverRecord
from models.sentences import say
from resolvers import bounds, checking, definitions, glossaries, similar, validations
from resolvers.checking import Failure
from resolvers.content import Wording
from resolvers.context import Context
from resolvers.errors import Conflict
from resolvers.inputs import ContextInput, DesignationInput, SourceInput
from resolvers.similar import SimilarDefinition
from rules.kit import Category
from rules.marks import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewInput:
    """A text as it stands in an editor; `definition_id` names the definition being edited, whose waivers count."""

    glossary_id: UUID
    term: str
    text: str
    locale: str
    definition_id: UUID | None = None
    category: Category | None = None
    contexts: tuple[ContextInput, ...] = ()
    designations: tuple[DesignationInput, ...] = ()
    sources: tuple[SourceInput, ...] = ()
    rule_codes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What the rules say, and the waivers that hold for these fingerprints."""

    report: Report
    waivers: Mapping[str, WaiverRecord]


async def preview(ctx: Context, asked: PreviewInput) -> Preview:
    """What the rules of the glossary say of the text. Nothing is stored.

    Raises:
        NotFound: glossary or definition is absent, or hidden from this viewer.
        InvalidInput: a bound, an unknown rule.
    """
    glossary = await glossaries.get(ctx, asked.glossary_id)
    asked_codes = asked.rule_codes
    codes = None if asked_codes is None else validations.known_codes(asked_codes, checking.profile_of(glossary))
    checked = await checking.report(_wording(asked), glossary, codes)
    if isinstance(checked, Failure):
        raise Conflict(say("check-failed", reason=checked.reason), path=("text",))
    if asked.definition_id is None:
        return Preview(checked, {})
    record = await definitions.get(ctx, asked.definition_id)
    return Preview(
        checked, await waiver_rows.standing(record.id, [finding.fingerprint for finding in checked.findings])
    )


async def similar_to(ctx: Context, asked: PreviewInput, first: int) -> list[SimilarDefinition]:
    """Definitions of the glossary that the text of a preview resembles, most similar first.

    Raises:
        InvalidInput: `first` is out of bounds.
    """
    entry = checking.entry(_wording(asked))
    return await similar.of_entry(ctx, asked.glossary_id, entry, first=first, exclude=asked.definition_id)


def _wording(asked: PreviewInput) -> Wording:
    return Wording(
        term=bounds.term(asked.term),
        text=bounds.body(asked.text),
        locale=bounds.locale(asked.locale),
        category=asked.category,
        contexts=bounds.contexts(asked.contexts),
        designations=bounds.designations(asked.designations),
        sources=bounds.sources(asked.sources),
        explanation=None,
        examples=[],
        notes=[],
        origin=DefinitionOrigin.WRITTEN,
        generation=None,
    )

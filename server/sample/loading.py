"""The sample glossary, brought into an empty store through the same operations that people use."""

import json
from collections.abc import Sequence
from importlib import resources
from typing import TypedDict
from uuid import UUID

from models.kinds import DefinitionStatus, Transition
from resolvers import authoring, glossaries, workflow
from resolvers.context import Context
from resolvers.glossary_inputs import CreateGlossary
from resolvers.inputs import CreateDefinition, DesignationInput, SourceInput, TransitionDefinition
from resolvers.paging import Slice
from rules.kit import Category, DesignationForm, DesignationKind, Style

SLUG = "renting-a-home"

_PATHS = {
    DefinitionStatus.DRAFT: (),
    DefinitionStatus.IN_REVIEW: (Transition.SUBMIT,),
    DefinitionStatus.ESTABLISHED: (Transition.SUBMIT, Transition.APPROVE),
    DefinitionStatus.ARCHIVED: (Transition.ARCHIVE,),
}


class Line(TypedDict, total=False):
    """One line of the sample file."""

    concept: str
    locale: str
    term: str
    text: str
    status: str
    category: str
    designations: list[dict[str, str]]
    sources: list[dict[str, str]]
    explanation: str
    notes: list[str]


def lines() -> list[Line]:
    """The definitions of the sample, in the order of the file."""
    text = resources.files(__package__).joinpath("renting.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


async def load(ctx: Context) -> int:
    """How many definitions were brought in; none when the store holds a glossary already."""
    if (await glossaries.page(ctx, Slice(first=1))).edges:
        return 0
    glossary = await glossaries.create(
        ctx,
        CreateGlossary(
            slug=SLUG,
            name="Renting a home",
            description="What tenants and landlords mean. A sample to explore: public, bilingual, with a few instructive faults.",
            locales=("en", "nl"),
            is_public=True,
            style=Style.PHRASE,
        ),
    )
    concepts: dict[str, UUID] = {}
    sample = lines()
    for line in sample:
        await _bring_in(ctx, glossary.id, concepts, line)
    return len(sample)


async def _bring_in(ctx: Context, glossary_id: UUID, concepts: dict[str, UUID], line: Line) -> None:
    created = await authoring.create(ctx, _input(glossary_id, concepts.get(line["concept"]), line))
    concepts[line["concept"]] = created.concept_id
    version = created.version
    for transition in _PATHS[DefinitionStatus(line["status"])]:
        step = TransitionDefinition(id=created.id, expected_version=version, transition=transition)
        version = (await workflow.transition(ctx, step)).version


def _input(glossary_id: UUID, concept_id: UUID | None, line: Line) -> CreateDefinition:
    category = line.get("category")
    return CreateDefinition(
        glossary_id=glossary_id,
        concept_id=concept_id,
        term=line["term"],
        text=line["text"],
        locale=line["locale"],
        category=Category(category) if category else None,
        designations=_designations(line.get("designations", ())),
        sources=tuple(SourceInput(**source) for source in line.get("sources", ())),
        explanation=line.get("explanation"),
        notes=tuple(line.get("notes", ())),
    )


def _designations(found: Sequence[dict[str, str]]) -> tuple[DesignationInput, ...]:
    return tuple(
        DesignationInput(text=one["text"], kind=DesignationKind(one["kind"]), form=DesignationForm(one["form"]))
        for one in found
    )

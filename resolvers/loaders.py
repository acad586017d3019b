"""Loaders: one batch per access path and operation, each row as the reader of the operation sees it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from uuid import UUID

from models import (
    api_key_rows,
    concept_reads,
    definition_reads,
    finding_pages,
    glossary_reads,
    quality_reads,
    run_lookups,
    user_lookups,
    validation_lists,
    version_reads,
)
from models.api_key import ApiKey
from models.decision import Consent, Decision
from models.definition import Concept
from models.glossary import GateRule, Glossary
from models.paging import Found
from models.quality_reads import Quality
from models.records import DefinitionRecord, Edition, FindingRecord, RunRecord, VersionRecord
from models.user import User
from models.validation_reads import FindingFilter
from models.version_reads import Numbered
from models.visibility import Reader
from resolvers import gate_grounds, gate_rules, own_rules
from resolvers.batching import Loader
from resolvers.gate_rules import Demand
from rules.rule import Rule

ANYBODY = Reader()

FirstFindings = tuple[DefinitionRecord, FindingFilter | None, int]
_FindingsKey = tuple[UUID, Edition, int, FindingFilter | None, int]


class Loaders:
    """The loaders of one operation, each made when first asked for. Never shared by two operations or two events."""

    def __init__(self, reader: Reader = ANYBODY) -> None:
        self._reader = reader

    @cached_property
    def definition(self) -> Loader[UUID, DefinitionRecord | None]:
        """Definitions by id."""
        return Loader(partial(definition_reads.by_ids, self._reader))

    @cached_property
    def definitions_of_concept(self) -> Loader[UUID, list[DefinitionRecord]]:
        """Definitions by concept, archived ones left out, by locale."""
        return Loader(partial(definition_reads.of_concepts, self._reader), missing=list)

    @cached_property
    def glossary(self) -> Loader[UUID, Glossary | None]:
        """Glossaries by id."""
        return Loader(partial(glossary_reads.by_ids, self._reader))

    @cached_property
    def gate_rules(self) -> Loader[UUID, list[Demand]]:
        """What the steps of a glossary demand, by the glossary's id."""
        return Loader(_gate_rules)

    @cached_property
    def gate_grounds(self) -> Loader[gate_grounds.Question, gate_grounds.Grounds]:
        """What gates are judged on, by definition and step."""
        return Loader(gate_grounds.of, identity=gate_grounds.name)

    @cached_property
    def quality(self) -> Loader[UUID, Quality]:
        """The figures of glossaries, by id."""
        return Loader(partial(quality_reads.of_glossaries, self._reader), missing=Quality)

    @cached_property
    def concept(self) -> Loader[UUID, Concept | None]:
        """Concepts by id."""
        return Loader(partial(concept_reads.by_ids, self._reader))

    @cached_property
    def user(self) -> Loader[UUID, User | None]:
        """People by id. What of them may be shown is decided field by field."""
        return Loader(user_lookups.by_ids)

    @cached_property
    def api_key(self) -> Loader[UUID, ApiKey | None]:
        """API keys by id. Who may see them is decided by whoever asks."""
        return Loader(api_key_rows.by_ids)

    @cached_property
    def run(self) -> Loader[UUID, RunRecord | None]:
        """Runs by id."""
        return Loader(partial(validation_lists.runs_by_ids, self._reader))

    @cached_property
    def run_of_finding(self) -> Loader[FindingRecord, RunRecord | None]:
        """The run that first reported a finding; where the reader may not see it, the latest of the text in force."""
        return Loader(partial(run_lookups.of_findings, self._reader), identity=_id)

    @cached_property
    def latest_run(self) -> Loader[DefinitionRecord, RunRecord | None]:
        """The newest finished run of the text that the reader sees."""
        return Loader(self._latest_runs, identity=_latest_run_id)

    @cached_property
    def rule(self) -> Loader[str, Rule | None]:
        """Rules that glossaries wrote, by code; retired ones included."""
        return Loader(partial(own_rules.by_codes, self._reader))

    @cached_property
    def version(self) -> Loader[Numbered, VersionRecord | None]:
        """Versions by definition and number."""
        return Loader(partial(version_reads.by_numbers, self._reader))

    @cached_property
    def version_of_run(self) -> Loader[RunRecord, VersionRecord | None]:
        """The version that a run evaluated; for readers of the text in force the version in force, which has the same text."""
        return Loader(self._versions_of_runs, identity=_run_key)

    @cached_property
    def decision(self) -> Loader[UUID, tuple[Decision, list[Consent]] | None]:
        """The step that made a version and who agreed, by the version's id."""
        return Loader(partial(version_reads.decisions, self._reader))

    @cached_property
    def findings(self) -> Loader[FirstFindings, Found]:
        """The first open findings of a definition: (record, filter, how many)."""
        return Loader(partial(_findings, self._reader), identity=_findings_key)

    async def _latest_runs(self, records: Sequence[DefinitionRecord]) -> Mapping[UUID, RunRecord]:
        wanted = [one.latest_run_id for one in records if one.latest_run_id is not None]
        return await validation_lists.runs_by_ids(self._reader, wanted) if wanted else {}

    async def _versions_of_runs(self, runs: Sequence[RunRecord]) -> Mapping[Numbered, VersionRecord]:
        return await version_reads.under_runs(self._reader, [_run_key(run) for run in runs])


async def _gate_rules(glossary_ids: Sequence[UUID]) -> Mapping[UUID, list[Demand]]:
    rows: defaultdict[UUID, list[GateRule]] = defaultdict(list)
    for row in await glossary_reads.gate_rules(glossary_ids):
        rows[row.glossary_id].append(row)
    return {glossary_id: gate_rules.merged(rows[glossary_id]) for glossary_id in glossary_ids}


async def _findings(reader: Reader, wanted: Sequence[FirstFindings]) -> Mapping[_FindingsKey, Found]:
    alike: defaultdict[tuple[FindingFilter | None, int], list[DefinitionRecord]] = defaultdict(list)
    for record, filter_, size in wanted:
        alike[filter_, size].append(record)
    found: dict[_FindingsKey, Found] = {}
    for (filter_, size), records in alike.items():
        pages = await finding_pages.first_pages(reader, records, filter_, size)
        found |= {_findings_key((record, filter_, size)): pages[record.id] for record in records}
    return found


def _findings_key(wanted: FirstFindings) -> _FindingsKey:
    record, filter_, size = wanted
    return record.id, record.edition, record.version, filter_, size


def _id(row: FindingRecord) -> UUID:
    return row.id


def _latest_run_id(record: DefinitionRecord) -> UUID | None:
    return record.latest_run_id


def _run_key(run: RunRecord) -> Numbered:
    return run.definition_id, run.version_number

"""Runs and findings as one reader may see them: lists to page through, and single rows."""

from collections.abc import Sequence
from uuid import UUID

from models import definition_filters, store, validation_reads, visibility
from models.definition_filters import DefinitionFilter
from models.paging import Key, Listing
from models.records import DefinitionRecord, Edition, FindingRecord, RunRecord
from models.validation_reads import FindingFilter, RunFilter
from models.validation_rows import FINDING_COLUMNS, RUN_COLUMNS, finding_record, run_record
from models.values import Values
from models.visibility import Reader

NEWEST_FIRST = (Key("d.id", "uuid", is_descending=True),)
MOST_SEVERE_FIRST = (
    Key("CASE d.severity WHEN 'ERROR' THEN 0 WHEN 'WARNING' THEN 1 ELSE 2 END", "int"),
    Key("coalesce(d.span_start, -1)", "int"),
    Key("d.id", "uuid"),
)

_STANDING_WAIVER = (
    "LEFT JOIN waivers w ON w.definition_id = f.definition_id AND w.fingerprint = f.fingerprint "
    "AND w.revoked_at IS NULL AND (w.expires_at IS NULL OR w.expires_at > now())"
)
FINDINGS = f"SELECT {FINDING_COLUMNS} FROM findings f {_STANDING_WAIVER}"
_RUN = ", ".join(f"r.{name}" for name in (*RUN_COLUMNS.split(", "), "rule_codes"))


def runs(reader: Reader, filter_: RunFilter | None = None, *, definition_id: UUID | None = None) -> Listing:
    """Runs that the reader may see, newest first; of one definition when given."""
    values = Values()
    sources = tuple(_runs_of(branch) for branch in visibility.branches(reader, values))
    own = "TRUE" if definition_id is None else f"d.definition_id = {values.add(definition_id)}::uuid"
    asked = validation_reads.run_condition(filter_, values) if filter_ else "TRUE"
    return Listing(sources, NEWEST_FIRST, values, f"{own} AND {asked}")


def findings_of_definition(reader: Reader, record: DefinitionRecord, filter_: FindingFilter | None = None) -> Listing:
    """Open findings of the edition that the record is, most severe first; those that the reader may see."""
    values = Values()
    own = f"f.definition_id = {values.add(record.id)}::uuid"
    still = (
        "f.resolved_run_id IS NULL"
        if record.edition is Edition.WORKING
        else _open_at(f"{values.add(record.version)}::int")
    )
    is_working = str(record.edition is Edition.WORKING).upper()
    visible = visibility.web_predicate(reader, values, is_working=is_working)
    return _findings((f"{FINDINGS} WHERE {own} AND {still} AND {visible}",), values, filter_)


def findings_of_run(reader: Reader, run: RunRecord, filter_: FindingFilter | None = None) -> Listing:
    """Findings that the run reported, those resolved since included, most severe first; those that the reader may see."""
    values = Values()
    run_id = f"{values.add(run.id)}::uuid"
    source = (
        f"SELECT {FINDING_COLUMNS} FROM validation_runs r JOIN findings f ON f.definition_id = r.definition_id {_STANDING_WAIVER} "
        f"WHERE r.id = {run_id} AND {validation_reads.reported_predicate()} AND {visibility.web_predicate(reader, values)}"
    )
    return _findings((source,), values, filter_)


def findings_of_glossary(reader: Reader, glossary_id: UUID, filter_: FindingFilter | None = None) -> Listing:
    """Open findings of the texts of the glossary that the reader may see, most severe first."""
    values = Values()
    return _findings(open_findings(reader, [glossary_id], values), values, filter_)


def open_findings(reader: Reader, glossary_ids: Sequence[UUID], values: Values) -> tuple[str, ...]:
    """SELECTs without a row in common: open findings of the texts that the reader may see, with their `glossary_id`."""
    branches = visibility.branches(reader, values)
    own = f"v.glossary_id = ANY({values.add(list(glossary_ids))}::uuid[]) AND v.status <> 'ARCHIVED'"
    visible = _visible(reader, values)
    return tuple(f"{_findings_of(branch)} WHERE {own} AND {visible}" for branch in branches)


async def runs_by_ids(reader: Reader, ids: Sequence[UUID]) -> dict[UUID, RunRecord]:
    """Those of the runs that the reader may see."""
    values = Values()
    sources = [_runs_of(branch) for branch in visibility.branches(reader, values)]
    wanted = f"{values.add(list(ids))}::uuid[]"
    parts = " UNION ALL ".join(f"{source} WHERE r.id = ANY({wanted})" for source in sources)
    return {row["id"]: run_record(row) for row in await store.rows(parts, *values.all)}


async def findings_by_ids(reader: Reader, ids: Sequence[UUID]) -> dict[UUID, FindingRecord]:
    """Those of the findings that the reader may see: with drafts resolved ones as well, without those of the text in force."""
    values = Values()
    branches = visibility.branches(reader, values)
    wanted = f"{values.add(list(ids))}::uuid[]"
    visible = _visible(reader, values)
    parts = " UNION ALL ".join(
        f"{_any_findings_of(branch)} WHERE f.id = ANY({wanted}) AND {visible}" for branch in branches
    )
    return {row["id"]: finding_record(row) for row in await store.rows(parts, *values.all)}


async def checkable(reader: Reader, glossary_id: UUID, filter_: DefinitionFilter | None = None) -> list[UUID]:
    """The definitions of the glossary whose working text is what the reader reads, archived ones left out, by id."""
    values = Values()
    branches = visibility.branches(reader, values)
    asked = definition_filters.condition(filter_, values) if filter_ else "TRUE"
    own = f"d.glossary_id = {values.add(glossary_id)}::uuid AND {asked}"
    working = "JOIN definitions w ON w.id = d.id AND w.status <> 'ARCHIVED' AND (d.edition = 'WORKING' OR w.status = 'ESTABLISHED')"
    parts = " UNION ALL ".join(f"SELECT d.id FROM ({branch}) d {working} WHERE {own}" for branch in branches)
    return [row["id"] for row in await store.rows(f"{parts} ORDER BY id", *values.all)]


def _open_at(version: str) -> str:
    return f"f.opened_version <= {version} AND (f.resolved_version IS NULL OR f.resolved_version > {version})"


def _visible(reader: Reader, values: Values) -> str:
    return visibility.web_predicate(reader, values, is_working="v.edition = 'WORKING'")


def _findings(sources: tuple[str, ...], values: Values, filter_: FindingFilter | None) -> Listing:
    asked = validation_reads.finding_condition(filter_, values) if filter_ else "TRUE"
    return Listing(sources, MOST_SEVERE_FIRST, values, asked)


def _runs_of(branch: str) -> str:
    return f"SELECT {_RUN} FROM ({branch}) v JOIN validation_runs r ON r.definition_id = v.id AND {visibility.run_predicate('r', 'v')}"


def _findings_of(branch: str) -> str:
    # Of a working text only unresolved findings are open, so that the partial index serves it.
    standing = f"(v.edition = 'IN_FORCE' OR f.resolved_run_id IS NULL) AND {visibility.finding_predicate('f', 'v')}"
    joined = f"({branch}) v JOIN findings f ON f.definition_id = v.id AND {standing} {_STANDING_WAIVER}"
    return f"SELECT {FINDING_COLUMNS}, v.glossary_id FROM {joined}"


def _any_findings_of(branch: str) -> str:
    visible = f"(v.edition = 'WORKING' OR {visibility.finding_predicate('f', 'v')})"
    return f"SELECT {FINDING_COLUMNS} FROM ({branch}) v JOIN findings f ON f.definition_id = v.id AND {visible} {_STANDING_WAIVER}"

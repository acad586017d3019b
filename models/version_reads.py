"""Versions and decisions as one reader sees them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from models import store, visibility
from models.decision import Consent, Decision
from models.kinds import DefinitionStatus
from models.paging import Key, Listing
from models.records import DefinitionRecord, Edition, VersionRecord
from models.values import Values
from models.visibility import Reader
from rules.kit import Category

_FIELDS = tuple(VersionRecord.__dataclass_fields__)
_COLUMNS = ", ".join(f"v.{name}" for name in _FIELDS)

Numbered = tuple[UUID, int]
"""A definition and a number of its versions."""


def record(row: store.Row) -> VersionRecord:
    """The version in a row of its columns and `edition`: whoever sees only the text in force sees no changes, as drafts shine through them."""
    fields = {name: row[name] for name in _FIELDS}
    fields["status"] = DefinitionStatus(fields["status"])
    if fields["category"] is not None:
        fields["category"] = Category(fields["category"])
    if row["edition"] != Edition.WORKING:
        fields["changes"] = []
    return VersionRecord(**fields)


def listing(definition: DefinitionRecord) -> Listing:
    """The versions of a definition that whoever got this record may see, newest first."""
    values = Values()
    condition = f"v.definition_id = {values.add(definition.id)}::uuid"
    if definition.edition is Edition.IN_FORCE:
        condition += f" AND v.status = 'ESTABLISHED' AND v.number <= {values.add(definition.version)}::int"
    source = f"SELECT {_COLUMNS}, '{definition.edition}' AS edition FROM definition_versions v WHERE {condition}"
    keys = Key("d.number", "int", is_descending=True), Key("d.id", "uuid", is_descending=True)
    return Listing((source,), keys, values)


async def by_ids(reader: Reader, ids: Sequence[UUID]) -> dict[UUID, VersionRecord]:
    """Those of the versions that the reader may see."""
    values = Values()
    source = visibility.edition_of("v.definition_id", reader, values)
    rows = await store.rows(
        f"SELECT {_COLUMNS}, d.edition FROM definition_versions v JOIN LATERAL ({source}) d ON TRUE "
        f"WHERE v.id = ANY({values.add(list(ids))}::uuid[]) AND {visibility.version_predicate()}",
        *values.all,
    )
    return {row["id"]: record(row) for row in rows}


async def by_numbers(reader: Reader, wanted: Iterable[Numbered]) -> dict[Numbered, VersionRecord]:
    """Those of the versions that the reader may see, by definition and number."""
    values = Values()
    rows = await store.rows(
        f"SELECT {_COLUMNS}, d.edition {_joined(reader, list(wanted), values)} "
        f"AND v.number = w.number AND {visibility.version_predicate()}",
        *values.all,
    )
    return {(row["definition_id"], row["number"]): record(row) for row in rows}


async def under_runs(reader: Reader, wanted: Iterable[Numbered]) -> dict[Numbered, VersionRecord]:
    """The versions that runs evaluated; for whoever sees only the text in force: the version in force, which has the same text."""
    values = Values()
    rows = await store.rows(
        f"SELECT {_COLUMNS}, d.edition, w.number AS asked {_joined(reader, list(wanted), values)} "
        "AND v.number = CASE d.edition WHEN 'WORKING' THEN w.number ELSE d.version END",
        *values.all,
    )
    return {(row["definition_id"], row["asked"]): record(row) for row in rows}


async def decisions(reader: Reader, version_ids: Sequence[UUID]) -> dict[UUID, tuple[Decision, list[Consent]]]:
    """The steps that made these versions, with who agreed; only where the reader sees drafts of the definition."""
    values = Values()
    source = visibility.edition_of("v.definition_id", reader, values)
    allowed = await store.rows(
        f"SELECT v.id FROM definition_versions v JOIN LATERAL ({source}) d ON d.edition = 'WORKING' "
        f"WHERE v.id = ANY({values.add(list(version_ids))}::uuid[])",
        *values.all,
    )
    made = await Decision.filter(version_id__in=[row["id"] for row in allowed]) if allowed else []
    consents: defaultdict[UUID, list[Consent]] = defaultdict(list)
    for consent in await Consent.filter(decision_id__in=[one.id for one in made]).order_by("id") if made else []:
        consents[consent.decision_id].append(consent)
    return {one.version_id: (one, consents[one.id]) for one in made}


def _joined(reader: Reader, pairs: Sequence[Numbered], values: Values) -> str:
    ids, numbers = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return (
        f"FROM unnest({values.add(ids)}::uuid[], {values.add(numbers)}::int[]) AS w (definition_id, number) "
        f"JOIN LATERAL ({visibility.edition_of('w.definition_id', reader, values)}) d ON TRUE "
        "JOIN definition_versions v ON v.definition_id = w.definition_id"
    )

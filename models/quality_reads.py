"""How good the texts of glossaries are, in figures: those that one reader sees, archived ones left out."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from models import store, validation_lists, visibility
from models.values import Values
from models.visibility import Reader
from rules.kit import Outcome, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFindings:
    """How many open findings of one rule there are; waived ones, questions and hints do not count."""

    code: str
    errors: int
    warnings: int

    @property
    def count(self) -> int:
        """Errors and warnings together."""
        return self.errors + self.warnings


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """The figures of one glossary. `rules`: those with the most errors and warnings first, then by code."""

    definition_count: int = 0
    validated_count: int = 0
    mean_score: float | None = None
    rules: tuple[RuleFindings, ...] = ()

    @property
    def open_error_count(self) -> int:
        """Open findings of severity ERROR."""
        return sum(rule.errors for rule in self.rules)

    @property
    def open_warning_count(self) -> int:
        """Open findings of severity WARNING."""
        return sum(rule.warnings for rule in self.rules)


async def of_glossaries(reader: Reader, glossary_ids: Sequence[UUID]) -> dict[UUID, Quality]:
    """The figures of each glossary. Two statements, however many there are."""
    texts = await _texts(reader, glossary_ids)
    rules = await _rules(reader, glossary_ids)
    return {
        key: Quality(
            definition_count=row["total"],
            validated_count=row["validated"],
            mean_score=row["mean"],
            rules=tuple(sorted(rules[key], key=lambda rule: (-rule.count, rule.code))),
        )
        for key, row in texts.items()
    }


async def _texts(reader: Reader, glossary_ids: Sequence[UUID]) -> dict[UUID, store.Row]:
    values = Values()
    condition = f"d.glossary_id = ANY({values.add(list(glossary_ids))}::uuid[]) AND d.status <> 'ARCHIVED'"
    parts = " UNION ALL ".join(
        f"SELECT d.glossary_id, d.score FROM ({branch}) d WHERE {condition}"
        for branch in visibility.branches(reader, values)
    )
    rows = await store.rows(
        "SELECT glossary_id, count(*) AS total, count(score) AS validated, avg(score)::float8 AS mean "
        f"FROM ({parts}) t GROUP BY glossary_id",
        *values.all,
    )
    return {row["glossary_id"]: row for row in rows}


async def _rules(reader: Reader, glossary_ids: Sequence[UUID]) -> dict[UUID, list[RuleFindings]]:
    values = Values()
    sources = validation_lists.open_findings(reader, glossary_ids, values)
    counted = " UNION ALL ".join(
        "SELECT d.glossary_id, d.rule_code, d.severity FROM "
        f"({source}) d WHERE d.waiver_reason IS NULL AND d.outcome = '{Outcome.VIOLATED}' AND d.severity <> '{Severity.INFO}'"
        for source in sources
    )
    rows = await store.rows(
        f"SELECT glossary_id, rule_code, count(*) FILTER (WHERE severity = '{Severity.ERROR}') AS errors, "
        f"count(*) FILTER (WHERE severity = '{Severity.WARNING}') AS warnings FROM ({counted}) f GROUP BY 1, 2",
        *values.all,
    )
    found: defaultdict[UUID, list[RuleFindings]] = defaultdict(list)
    for row in rows:
        found[row["glossary_id"]].append(
            RuleFindings(code=row["rule_code"], errors=row["errors"], warnings=row["warnings"])
        )
    return found

"""What a gate wants to know of definitions, read for any number of them in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from models import store
from models.glossary import GateRule
from models.kinds import Transition

CIRCULAR_RULES = ("CNT-01", "GLO-01")
"""A text that needs its own term; texts that need each other's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A text before a gate. `in_force_at` is the version in force when the reader sees only that; null for the working text."""

    definition_id: UUID
    glossary_id: UUID
    concept_id: UUID
    locale: str
    term: str
    term_key: str
    context_key: str
    text: str
    text_hash: str
    in_force_at: int | None


@dataclass(slots=True)
class Facts:
    """What is known of one subject. Findings that are waived do not count as open errors, but stay circular."""

    open_errors: int = 0
    is_circular: bool = False
    author_id: UUID | None = None
    rivals: list[UUID] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What the run that a gate would rely on has checked."""

    text_hash: str
    profile_fingerprint: str
    is_whole: bool


async def rules(glossary_ids: Iterable[UUID], transition: Transition) -> dict[UUID, list[GateRule]]:
    """What each glossary set for the step; nothing where the shipped demands hold."""
    found: dict[UUID, list[GateRule]] = defaultdict(list)
    for rule in await GateRule.filter(glossary_id__in=list(glossary_ids), transition=transition):
        found[rule.glossary_id].append(rule)
    return found


async def runs(ids: Iterable[UUID]) -> dict[UUID, RunFacts]:
    """The finished runs among these, by id."""
    rows = await store.rows(
        """SELECT id, text_hash, profile_fingerprint, rule_codes IS NULL AS is_whole
        FROM validation_runs WHERE id = ANY($1) AND status = 'SUCCEEDED'""",
        list(ids),
    )
    return {row["id"]: RunFacts(row["text_hash"], row["profile_fingerprint"], row["is_whole"]) for row in rows}


async def facts(subjects: Sequence[Subject]) -> dict[UUID, Facts]:
    """The facts by definition; three statements."""
    known: dict[UUID, Facts] = {subject.definition_id: Facts() for subject in subjects}
    for row in await _findings(subjects):
        known[row["definition_id"]].open_errors = row["open_errors"]
        known[row["definition_id"]].is_circular = row["is_circular"]
    for row in await _authors(subjects):
        known[row["definition_id"]].author_id = row["created_by_id"]
    for row in await _rivals(subjects):
        known[row["definition_id"]].rivals.append(row["rival_id"])
    return known


async def _findings(subjects: Sequence[Subject]) -> list[store.Row]:
    return await store.rows(
        """SELECT f.definition_id,
            count(*) FILTER (WHERE f.outcome = 'VIOLATED' AND w.id IS NULL) AS open_errors,
            bool_or(f.rule_code = ANY($3::text[])) AS is_circular
        FROM unnest($1::uuid[], $2::int[]) AS s (definition_id, in_force_at)
        JOIN findings f ON f.definition_id = s.definition_id AND f.severity = 'ERROR'
            AND CASE WHEN s.in_force_at IS NULL THEN f.resolved_run_id IS NULL
                ELSE NOT f.is_web AND f.opened_version <= s.in_force_at
                    AND (f.resolved_version IS NULL OR f.resolved_version > s.in_force_at) END
        LEFT JOIN waivers w ON w.definition_id = f.definition_id AND w.fingerprint = f.fingerprint
            AND w.revoked_at IS NULL AND (w.expires_at IS NULL OR w.expires_at > now())
        GROUP BY f.definition_id""",
        [subject.definition_id for subject in subjects],
        [subject.in_force_at for subject in subjects],
        list(CIRCULAR_RULES),
    )


async def _authors(subjects: Sequence[Subject]) -> list[store.Row]:
    # Whoever made the latest edit that brought in exactly this content. A step of the workflow has a decision, and
    # brings in nothing of its own.
    return await store.rows(
        """SELECT DISTINCT ON (v.definition_id) v.definition_id, v.created_by_id
        FROM unnest($1::uuid[], $2::text[], $3::int[]) AS s (definition_id, text_hash, in_force_at)
        JOIN definition_versions v ON v.definition_id = s.definition_id AND v.text_hash = s.text_hash
            AND (s.in_force_at IS NULL OR v.number <= s.in_force_at)
        WHERE NOT EXISTS (SELECT 1 FROM decisions d WHERE d.version_id = v.id)
            AND NOT EXISTS (SELECT 1 FROM definition_versions p WHERE p.definition_id = v.definition_id
                AND p.number = v.number - 1 AND p.text_hash = v.text_hash)
        ORDER BY v.definition_id, v.number DESC""",
        [subject.definition_id for subject in subjects],
        [subject.text_hash for subject in subjects],
        [subject.in_force_at for subject in subjects],
    )


async def _rivals(subjects: Sequence[Subject]) -> list[store.Row]:
    # Two joins, each with its own index; one with OR would read the whole table.
    return await store.rows(
        """WITH s AS (
            SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
                AS s (definition_id, glossary_id, concept_id, locale, term, term_key, context_key, text)
        )
        SELECT s.definition_id, f.definition_id AS rival_id FROM s JOIN definitions_in_force f
            ON f.glossary_id = s.glossary_id AND f.locale = s.locale AND f.term_key = s.term_key
            AND f.context_key = s.context_key AND f.term = s.term AND f.definition_id <> s.definition_id
        UNION
        SELECT s.definition_id, f.definition_id FROM s JOIN definitions_in_force f
            ON f.glossary_id = s.glossary_id AND md5(f.text) = md5(s.text) AND f.text = s.text AND f.locale = s.locale
            AND f.concept_id <> s.concept_id
        WHERE btrim(s.text) <> ''""",
        [subject.definition_id for subject in subjects],
        [subject.glossary_id for subject in subjects],
        [subject.concept_id for subject in subjects],
        [subject.locale for subject in subjects],
        [subject.term for subject in subjects],
        [subject.term_key for subject in subjects],
        [subject.context_key for subject in subjects],
        [subject.text for subject in subjects],
    )

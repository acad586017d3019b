"""Who sees which edition of a definition: the one place that every list, node, search, aggregate and event asks."""

from dataclasses import dataclass
from uuid import UUID

from models.values import Values

_SAME = (
    "glossary_id, concept_id, version, created_at, updated_at, slug, latest_run_id, score, verdict, created_by_id, "
    "updated_by_id, term, term_key, text, locale, category, contexts, context_key, designations, sources, explanation, "
    "examples, notes, origin, generation, text_hash, search, term_trigrams, label_keys, label_starts, text_lemmas, text_pairs"
)
_COLUMNS = "w." + _SAME.replace(", ", ", w.")

_WORKING = f"SELECT w.id, 'WORKING' AS edition, w.status, w.established_version, w.was_established, {_COLUMNS} FROM definitions w"
_IN_FORCE = (
    "SELECT w.definition_id AS id, 'IN_FORCE' AS edition, 'ESTABLISHED' AS status, w.version AS established_version, "
    f"TRUE AS was_established, {_COLUMNS} FROM definitions_in_force w"
)


@dataclass(frozen=True, slots=True)
class Reader:
    """What visibility depends on. `user_id` is null when own drafts are not readable either."""

    user_id: UUID | None = None
    is_signed_in: bool = False
    sees_all_drafts: bool = False


EVERYTHING = Reader(is_signed_in=True, sees_all_drafts=True)


def branches(reader: Reader, values: Values) -> tuple[str, ...]:
    """One or two SELECTs that have no row in common: together every definition the reader may see, once, in their edition.

    Columns are those of DefinitionRecord, and context_key, search, term_trigrams, label_keys, label_starts, text_lemmas,
    text_pairs. Each is a plain SELECT, so that PostgreSQL folds it into the statement around it; an ORDER BY with LIMIT
    belongs into each branch, because the planner carries neither into a UNION ALL whose parts have a WHERE.
    """
    if reader.sees_all_drafts:
        return (_WORKING,)
    if reader.user_id is not None:
        user = f"{values.add(reader.user_id)}::uuid"
        return (
            f"{_WORKING} WHERE w.created_by_id = {user}",
            f"{_IN_FORCE} WHERE w.created_by_id IS DISTINCT FROM {user}",
        )
    if reader.is_signed_in:
        return (_IN_FORCE,)
    return (f"{_IN_FORCE} JOIN glossaries g ON g.id = w.glossary_id AND g.is_public",)


def edition_of(definition_id: str, reader: Reader, values: Values) -> str:
    """The edition that the reader sees of one definition, for a join: `JOIN LATERAL ({edition_of(…)}) d ON TRUE`.

    The planner cannot carry a join into a UNION ALL, so `definition_id` (an expression outside) is compared in every branch.
    """
    parts = [f"SELECT b.* FROM ({branch}) b WHERE b.id = {definition_id}" for branch in branches(reader, values)]
    return " UNION ALL ".join(parts)


def glossary_predicate(reader: Reader, alias: str = "g") -> str:
    """Whether the reader may know of the glossary."""
    return "TRUE" if reader.is_signed_in else f"{alias}.is_public"


def finding_predicate(finding: str = "f", definition: str = "d") -> str:
    """Whether the finding is open in the edition that the reader sees (a row of `branches`)."""
    return (
        f"{finding}.opened_version <= {definition}.version AND "
        f"({finding}.resolved_version IS NULL OR {finding}.resolved_version > {definition}.version)"
    )


def web_predicate(reader: Reader, values: Values, finding: str = "f", *, is_working: str = "TRUE") -> str:
    """Whether the reader may see the finding as far as it tells of other texts; `is_working` says that the edition is.

    What is found across a glossary speaks of working texts: whoever reads what is in force sees none of it, and whoever
    reads own drafts only what names no working text of somebody else.
    """
    if reader.sees_all_drafts:
        return "TRUE"
    if reader.user_id is None:
        return f"NOT {finding}.is_web"
    user = f"{values.add(reader.user_id)}::uuid"
    hidden = (
        f"SELECT 1 FROM jsonb_array_elements({finding}.evidence) AS e (item) "
        "JOIN definitions o ON o.id = (e.item ->> 'definition_id')::uuid "
        f"WHERE o.created_by_id IS DISTINCT FROM {user} AND o.status <> 'ESTABLISHED'"
    )
    return f"(NOT {finding}.is_web OR ({is_working} AND NOT EXISTS ({hidden})))"


def run_predicate(run: str = "r", definition: str = "d") -> str:
    """Whether the run belongs to the edition that the reader sees: with drafts every run, without those of the text in force alone."""
    return (
        f"({definition}.edition = 'WORKING' OR "
        f"(NOT {run}.is_web AND {run}.version_number <= {definition}.version AND {run}.text_hash = {definition}.text_hash))"
    )


def version_predicate(version: str = "v", definition: str = "d") -> str:
    """Whether the version belongs to what the reader sees: with drafts every one, without the established ones up to the one in force."""
    return (
        f"({definition}.edition = 'WORKING' OR "
        f"({version}.number <= {definition}.version AND {version}.status = 'ESTABLISHED'))"
    )


def may_see_drafts_of(reader: Reader, author_id: UUID | None) -> bool:
    """Whether the reader sees the working text of what this person made."""
    return reader.sees_all_drafts or (author_id is not None and reader.user_id == author_id)


def sees_event(reader: Reader, *, author_id: UUID | None, concerns_force: bool, glossary_is_public: bool) -> bool:
    """Whether the reader may hear of what happened to a definition: the same rule as for its rows."""
    if may_see_drafts_of(reader, author_id):
        return True
    return concerns_force and (reader.is_signed_in or glossary_is_public)

"""Full-text search over definitions: which rows `d` match what somebody typed, and how well."""

from models.values import Values

_LANGUAGE = "split_part(lower(d.locale), '-', 1)"
"""As in the function `begrip_search` of the migrations, which fills the column."""

_STEMMED = {"nl": "dutch", "en": "english"}


def condition(placeholder: str) -> str:
    """Which rows match. Every part has a constant query, so that PostgreSQL combines index scans of the column."""
    parts = [
        f"({_LANGUAGE} = '{language}' AND d.search @@ {_query(configuration, placeholder)})"
        for language, configuration in _STEMMED.items()
    ]
    others = f"({_LANGUAGE} NOT IN ('nl', 'en') AND d.search @@ {_query('simple', placeholder)})"
    return f"({' OR '.join([*parts, others])})"


def relevance(placeholder: str) -> str:
    """How well a row matches: cover density of term (1.0), designations (0.4) and text (0.2), scaled to 0 … 1 by r / (r + 1)."""
    arms = " ".join(
        f"WHEN '{language}' THEN {_query(configuration, placeholder)}" for language, configuration in _STEMMED.items()
    )
    query = f"CASE {_LANGUAGE} {arms} ELSE {_query('simple', placeholder)} END"
    return f"ts_rank_cd(d.search, {query}, 32)::float8"


def asked(search: str, values: Values) -> str:
    """The placeholder of what somebody typed: words, "phrases", or, -not."""
    return f"{values.add(search)}::text"


def _query(configuration: str, placeholder: str) -> str:
    return f"websearch_to_tsquery('{configuration}'::regconfig, {placeholder})"

"""Which column of a file is which field of a definition."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from exchange.rows import RowProblem

ALIASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "term": ("term", "begrip", "preflabel", "voorkeursterm", "preferred term", "naam", "name", "label"),
        "text": ("text", "definition", "definitie", "tekst", "omschrijving", "description", "meaning", "betekenis"),
        "locale": ("locale", "language", "lang", "taal"),
        "category": ("category", "categorie"),
        "contexts": ("contexts", "context", "contexten", "domain", "domein", "organisational context", "organisatie"),
        "legal_contexts": ("legal contexts", "legal context", "juridische context", "juridische contexten"),
        "statutory_contexts": (
            "statutory contexts",
            "statutory context",
            "wettelijke context",
            "wettelijke basis",
            "wet",
        ),
        "synonyms": ("synonyms", "synonym", "synoniemen", "synoniem", "altlabel", "alternatieve term", "designations"),
        "deprecated": ("deprecated", "deprecated terms", "afgeraden", "verouderd", "afgeraden termen"),
        "hidden": ("hidden", "hiddenlabel", "hidden terms", "zoekterm", "zoektermen", "verborgen"),
        "abbreviations": ("abbreviations", "abbreviation", "afkorting", "afkortingen", "acronym"),
        "sources": ("sources", "source", "bron", "bronnen", "source title"),
        "source_url": ("source url", "bron url", "url", "link"),
        "source_locator": ("source locator", "locator", "vindplaats", "article", "artikel"),
        "explanation": ("explanation", "uitleg", "plain language", "klare taal"),
        "examples": ("examples", "example", "voorbeeld", "voorbeelden"),
        "notes": ("notes", "note", "toelichting", "toelichtingen", "opmerking", "opmerkingen", "scopenote"),
    }
)
REQUIRED = ("term", "text")


def folded(header: str) -> str:
    """The header in lower case, with single spaces for underscores, hyphens and white space; a SKOS prefix goes."""
    plain = header.strip().removeprefix("skos:").replace("_", " ").replace("-", " ")
    return " ".join(plain.casefold().split())


FIELDS: Mapping[str, str] = MappingProxyType(
    {folded(alias): field for field, names in ALIASES.items() for alias in names}
)


def field_of(header: str) -> str | None:
    """The field that a header stands for; None for a column that we do not read."""
    return FIELDS.get(folded(header))


def mapped(headers: Sequence[str], columns: Mapping[str, str] | None, line: int) -> dict[str, int] | RowProblem:
    """Field to place of its column, or why the headers cannot be read.

    `columns` (field to header) goes before our own guesses; a column it names is read as nothing else.
    """
    wanted = dict(columns or {})
    places: dict[str, int] = {}
    for field, header in wanted.items():
        place = _place(headers, header)
        if field not in ALIASES:
            return RowProblem(line, f"there is no field {field}; there are {', '.join(ALIASES)}")
        if place is None:
            return RowProblem(line, f"there is no column {header!r} for {field}; there are {_listed(headers)}", header)
        places[field] = place
    for place, header in enumerate(headers):
        guess = field_of(header)
        if guess is None or guess in wanted or place in places.values():
            continue
        if guess in places:
            first = headers[places[guess]]
            return RowProblem(line, f"columns {first!r} and {header!r} both hold the {guess}; rename one", header)
        places[guess] = place
    missing = [field for field in REQUIRED if field not in places]
    if missing:
        return RowProblem(line, f"there is no column for {' and '.join(missing)}; there are {_listed(headers)}")
    return places


def _place(headers: Sequence[str], header: str) -> int | None:
    exact = [place for place, name in enumerate(headers) if name.strip() == header.strip()]
    similar = [place for place, name in enumerate(headers) if folded(name) == folded(header)]
    return next(iter(exact or similar), None)


def _listed(headers: Sequence[str]) -> str:
    shown = [repr(header[:40]) for header in headers[:20]]
    return ", ".join(shown) + (" …" if len(headers) > len(shown) else "")

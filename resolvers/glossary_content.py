"""What a glossary says of itself: columns within bounds, and how they differ from those before."""

import json
import re
from collections.abc import Callable, Mapping

from models.glossary import Glossary
from models.glossary_writes import name_key
from models.sentences import say
from resolvers import bounds
from resolvers.errors import InvalidInput
from resolvers.glossary_inputs import CreateGlossary, UpdateGlossary
from resolvers.inputs import UNSET
from rules import profiles

SLUG_LENGTH = 80
URI_LENGTH = 2_000
MOST_LOCALES = 50

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_IRI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x20\x7f-\x9f]+"
)  # RFC 3987 2.2: scheme, and no delimiters of text
_GRAPHQL = {"is_public": "isPublic", "base_uri": "baseUri"}
_COMPUTED = {"name_key", "profile_fingerprint"}


def columns(asked: CreateGlossary) -> dict[str, object]:
    """The columns of a new glossary.

    Raises:
        InvalidInput: a bound, or an unknown profile.
    """
    if len(asked.slug) > SLUG_LENGTH or _SLUG.fullmatch(asked.slug) is None:
        said = say("no-slug", most=SLUG_LENGTH)
        raise InvalidInput(said, path=("slug",), constraint="slug")
    if asked.profile not in profiles.names():
        known = ", ".join(profiles.names())
        raise InvalidInput(say("unknown-profile", known=known), path=("profile",), constraint="known-profile")
    profile = profiles.profile(asked.profile, asked.style)
    return {
        "slug": asked.slug,
        **_name(asked.name),
        "description": _description(asked.description),
        "is_public": asked.is_public,
        "base_uri": _uri(asked.base_uri),
        "locales": _locales(asked.locales),
        "style": profile.style,
        "profile": asked.profile,
        "profile_fingerprint": profile.fingerprint,
    }


def changed_columns(asked: UpdateGlossary, glossary: Glossary) -> dict[str, object]:
    """The columns that are to differ from the row.

    Raises:
        InvalidInput: a bound.
    """
    found: dict[str, object] = {}
    if asked.name is not UNSET:
        found |= _name(asked.name)
    if asked.is_public is not UNSET:
        found["is_public"] = asked.is_public
    if asked.description is not UNSET:
        found["description"] = _description(asked.description)
    if asked.base_uri is not UNSET:
        found["base_uri"] = _uri(asked.base_uri)
    if asked.locales is not UNSET:
        found["locales"] = _locales(asked.locales)
    return {name: value for name, value in found.items() if getattr(glossary, name) != value}


def differences(before: Glossary | None, after: Mapping[str, object]) -> list[dict[str, object]]:
    """One change per column, as an audit entry holds them."""
    return [
        {
            "path": [_GRAPHQL.get(name, name)],
            "before": None if before is None else _text(getattr(before, name)),
            "after": _text(value),
        }
        for name, value in after.items()
        if name not in _COMPUTED
    ]


def is_iri(value: str) -> bool:
    """Whether it is an absolute IRI."""
    return _IRI.fullmatch(value) is not None


def _name(value: str) -> dict[str, object]:
    name = bounds.name(value, path=("name",))
    return {"name": name, "name_key": name_key(name)}


def _description(value: str | None) -> str | None:
    return bounds.optional_text(value, path=("description",))


def _uri(value: str | None) -> str | None:
    if value is None:
        return None
    bounds.text(value, path=("baseUri",), most=URI_LENGTH)
    if not is_iri(value):
        raise InvalidInput(say("no-iri"), path=("baseUri",), constraint="iri")
    return value


def _locales(tags: tuple[str, ...]) -> list[str]:
    if not tags:
        raise InvalidInput(say("no-language-named"), path=("locales",), constraint="min-items")
    bounds.count(tags, path=("locales",), most=MOST_LOCALES)
    found = [bounds.locale(tag, path=("locales", str(index))) for index, tag in enumerate(tags)]
    bounds.distinct(found, path=("locales",))
    return found


def _text(value: object) -> str | None:
    written: Callable[[object], str] = json.dumps if isinstance(value, bool | list) else str
    return None if value is None else written(value)

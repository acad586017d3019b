"""Any object by kind and key, with the same visibility as everywhere else."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from models.sentences import say
from resolvers import (
    api_keys,
    audit,
    dead_letters,
    jobs,
    oauth_clients,
    oauth_grants,
    rule_lookups,
    sessions,
    users,
    validations,
    versions,
)
from resolvers.batching import Loader
from resolvers.context import Context
from resolvers.errors import InvalidInput

MOST = 100

Key = UUID | str
Find = Callable[[Context, UUID], Awaitable[object | None]]

_LOADERS: Mapping[str, str] = MappingProxyType(
    {"Definition": "definition", "Glossary": "glossary", "Concept": "concept", "ValidationRun": "run"}
)
_FINDERS: Mapping[str, Find] = MappingProxyType(
    {
        "DefinitionVersion": versions.find,
        "Finding": validations.find_finding,
        "User": users.find,
        "Session": sessions.find,
        "ApiKey": api_keys.find,
        "AuditEntry": audit.find,
        "Job": jobs.find,
        "OauthClient": oauth_clients.find,
        "OauthConsent": oauth_grants.find_consent,
        "DeadLetter": dead_letters.find,
    }
)


async def load(ctx: Context, kind: str, key: Key) -> object | None:
    """The object of this GraphQL type, or null when it is absent, hidden, or no node is of this type. A rule's key is its code."""
    if isinstance(key, str):
        return await rule_lookups.load(ctx, key) if kind == "Rule" else None
    if kind in _LOADERS:
        loader: Loader[UUID, object | None] = getattr(ctx.loaders, _LOADERS[kind])
        return await loader.load(key)
    return await _FINDERS[kind](ctx, key) if kind in _FINDERS else None


async def load_many(ctx: Context, wanted: Sequence[tuple[str, Key] | None]) -> list[object | None]:
    """The objects in the order asked for, null for each that is null, absent or hidden.

    Raises:
        InvalidInput: more than 100 are asked for.
    """
    if len(wanted) > MOST:
        raise InvalidInput(say("too-many-ids", most=MOST), path=("ids",), constraint="max-items")
    return list(await asyncio.gather(*(_loaded(ctx, one) for one in wanted)))


async def _loaded(ctx: Context, wanted: tuple[str, Key] | None) -> object | None:
    return None if wanted is None else await load(ctx, *wanted)

"""Credentials on a socket: the one that it starts with, and newer ones that take its place."""

from collections.abc import Mapping
from dataclasses import replace

from auth.errors import InvalidToken
from models import engine
from schema.gate.asker import Asker, negotiated
from schema.gate.frames import Closed


def is_in(payload: Mapping[str, object] | None) -> bool:
    """Whether the payload of a frame holds an access token."""
    return payload is not None and any(name.lower() == "authorization" for name in payload)


async def opened(who: Asker, payload: Mapping[str, object] | None) -> Asker:
    """Whoever opens a socket: signed in by the token of the payload, and answered in the language of its `acceptLanguage`.

    Browsers let no script set a header of the handshake; without the property their own Accept-Language holds.
    """
    accepted = (payload or {}).get("acceptLanguage")
    spoken = replace(who, locale=negotiated(accepted)) if isinstance(accepted, str) else who
    return await signed_in(spoken, payload) if payload is not None and is_in(payload) else spoken


async def signed_in(who: Asker, payload: Mapping[str, object]) -> Asker:
    """Whoever the token names.

    Raises:
        Closed: 4403 when it does not hold, 1013 when nobody can tell.
    """
    if who.authenticator is None:
        return who
    try:
        viewer, until = await who.authenticator.from_payload(payload, client=who.viewer.client)
    except InvalidToken as err:
        raise Closed(4403, "Forbidden") from err
    except engine.AWAY as err:
        # RFC 6455 7.4.2, registry of close codes: 1013 is "try again later".
        raise Closed(1013, "the database is away; try again in a moment") from err
    return replace(who, viewer=viewer, until=until)


async def renewed(who: Asker, payload: Mapping[str, object] | None) -> Asker:
    """The same person with a token that ends later.

    What runs already goes on with the rights it began with, and so the new token must grant them all.

    Raises:
        Closed: 4403 when the token does not hold, names somebody else or grants less; 1013 when nobody can tell.
    """
    later = await signed_in(who, payload or {})
    same = (later.viewer.user_id, later.viewer.application) == (who.viewer.user_id, who.viewer.application)
    if who.viewer.user_id is None or not same:
        raise Closed(4403, "Forbidden: the new token is not of the same person")
    if not who.viewer.scopes <= later.viewer.scopes or who.viewer.role != later.viewer.role:
        raise Closed(4403, "Forbidden: the new token grants other rights; connect again")
    return later

"""Authorization requests (RFC 6749 4.1.1): whose, to where, and for what."""

from collections.abc import Collection
from dataclasses import dataclass

from auth import scopes
from auth.oauth import parameters, pkce, redirects
from auth.oauth.parameters import Parameters
from auth.oauth.refusals import Code, OauthRefusal, UnknownClient
from auth.scopes import Scope
from models.oauth import OauthClient

_MOST_STATE = 2_000


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the answer goes, once client and address are known to belong together."""

    uri: str
    is_given: bool
    """Whether the request named it; then the token request must name it too (RFC 6749 4.1.3)."""
    state: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that is whole."""

    client: OauthClient
    destination: Destination
    scopes: frozenset[Scope]
    challenge: str
    audience: str | None


def destination(client: OauthClient | None, found: Parameters, *, is_ambiguous: bool) -> Destination:
    """Where the answer goes. Until this is known, errors are shown to the user and nobody is sent anywhere.

    Raises:
        UnknownClient: no such client, or the address is not exactly one of its own.
    """
    if client is None or client.retired_at is not None or is_ambiguous:
        raise UnknownClient
    uri = found.get("redirect_uri")
    if uri is None and len(client.redirect_uris) == 1 and not _is_port_free(client.redirect_uris[0]):
        return Destination(client.redirect_uris[0], is_given=False, state=_state(found))
    if uri is None or not redirects.is_match(client.redirect_uris, uri):
        raise UnknownClient
    return Destination(uri, is_given=True, state=_state(found))


def asked(
    client: OauthClient, to: Destination, found: Parameters, *, resources: Collection[str], has_repetition: bool
) -> Asked:
    """The request, whole.

    Raises:
        OauthRefusal: something in it will not do; the client is told by way of `to`.
    """
    if has_repetition:
        raise OauthRefusal(Code.INVALID_REQUEST, "a parameter stands there twice")
    if len(found.get("state", "")) > _MOST_STATE:
        raise OauthRefusal(Code.INVALID_REQUEST, "state is too long")
    if parameters.needed(found, "response_type") != "code":
        raise OauthRefusal(Code.UNSUPPORTED_RESPONSE_TYPE, "response_type must be code")
    if found.get("response_mode", "query") != "query":
        raise OauthRefusal(Code.INVALID_REQUEST, "response_mode must be query")
    if "request" in found or "request_uri" in found:
        raise OauthRefusal(Code.INVALID_REQUEST, "request objects are not supported")
    if "authorization_code" not in client.grant_types:
        raise OauthRefusal(Code.UNAUTHORIZED_CLIENT, "this client may not ask for codes")
    return Asked(
        client=client,
        destination=to,
        scopes=wanted_scopes(found, of_client(client)),
        challenge=pkce.challenge(found),
        audience=audience(found, resources),
    )


def of_client(client: OauthClient) -> frozenset[Scope]:
    """What its tokens may carry."""
    return scopes.parse(client.scopes)


def wanted_scopes(found: Parameters, allowed: frozenset[Scope]) -> frozenset[Scope]:
    """The scopes asked for; all that are allowed when none are named (RFC 6749 3.3).

    Raises:
        OauthRefusal: one is unknown, or not allowed.
    """
    if "scope" not in found:
        return allowed
    words = set(found["scope"].split(" ")) - {""}
    known = scopes.parse(words)
    if not known or len(known) < len(words) or not known <= allowed:
        raise OauthRefusal(Code.INVALID_SCOPE, "a scope is unknown, or not for this client or grant")
    return known


def audience(found: Parameters, resources: Collection[str]) -> str | None:
    """For what resource the tokens are meant (RFC 8707); null when the request does not say.

    Raises:
        OauthRefusal: it is none of ours.
    """
    named = found.get("resource")
    if named is not None and named not in resources:
        raise OauthRefusal(Code.INVALID_TARGET, "this resource is not ours")
    return named


def _state(found: Parameters) -> str | None:
    state = found.get("state")
    return state if state is None or len(state) <= _MOST_STATE else None


def _is_port_free(uri: str) -> bool:
    """Whether the registered address says nothing of the port, so that a request must."""
    return uri.startswith("http:")

"""How a client says who it is (RFC 6749 2.3): by Basic, in the form, or, without a secret, by name only."""

import base64
import binascii
from dataclasses import dataclass
from urllib.parse import unquote_plus

from auth.oauth.parameters import Parameters
from auth.oauth.refusals import ClientRefused, Code, OauthRefusal


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a client presented."""

    client_id: str
    secret: str | None


def read(authorization: list[str], found: Parameters) -> Credentials:
    """The credentials of a request: `authorization` holds the values of that header.

    Raises:
        OauthRefusal: two methods at once (RFC 6749 2.3).
        ClientRefused: none, or malformed ones.
    """
    if len(authorization) > 1:
        raise OauthRefusal(Code.INVALID_REQUEST, "one Authorization header is enough")
    named = found.get("client_id")
    if not authorization:
        if named is None:
            raise ClientRefused
        return Credentials(named, found.get("client_secret"))
    if "client_secret" in found:
        raise OauthRefusal(Code.INVALID_REQUEST, "authenticate by one method, not two")
    given = _basic(authorization[0])
    if named is not None and named != given.client_id:
        raise OauthRefusal(Code.INVALID_REQUEST, "client_id contradicts the Authorization header")
    return given


def _basic(value: str) -> Credentials:
    scheme, _, encoded = value.strip().partition(" ")
    if scheme.lower() != "basic":
        raise ClientRefused
    try:
        text = base64.b64decode(encoded.strip(), validate=True).decode()
    except (binascii.Error, ValueError) as err:
        raise ClientRefused from err
    name, colon, secret = text.partition(":")
    if not colon:
        raise ClientRefused
    # Both parts are form-encoded before they are joined (RFC 6749 2.3.1).
    return Credentials(unquote_plus(name), unquote_plus(secret))

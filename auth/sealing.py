"""Private keys at rest: JWK whose private member is encrypted (JWE, direct key, A256GCM)."""

import json

from joserfc import jwe
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OctKey

_HEADER = {"alg": "dir", "enc": "A256GCM"}


def make() -> ECKey:
    """A new key pair for ES256, named by its RFC 7638 thumbprint."""
    key = ECKey.generate_key("P-256", private=True)
    return ECKey.import_key({**_members(key, is_private=True), "kid": key.thumbprint()})


def seal(key: ECKey, sealing_key: bytes) -> dict[str, str]:
    """Public members as they are, and `sealed`."""
    members = _members(key, is_private=True)
    private = json.dumps({"d": members.pop("d")})
    return {**members, "sealed": jwe.encrypt_compact(_HEADER, private, OctKey.import_key(sealing_key))}


def open_public(stored: dict[str, str]) -> ECKey:
    """The public key."""
    return ECKey.import_key({name: value for name, value in stored.items() if name in {"kty", "crv", "x", "y", "kid"}})


def open_private(stored: dict[str, str], sealing_key: bytes) -> ECKey | None:
    """The private key, or null when it was sealed with another key."""
    try:
        opened = jwe.decrypt_compact(stored["sealed"], OctKey.import_key(sealing_key), algorithms=["dir", "A256GCM"])
    except JoseError:
        return None
    private = json.loads(opened.plaintext or b"{}")
    return ECKey.import_key({**{name: value for name, value in stored.items() if name != "sealed"}, **private})


def published(key: ECKey) -> dict[str, str]:
    """The public key as it stands in the JWKS document (RFC 7517)."""
    return {**_members(key, is_private=False), "use": "sig", "alg": "ES256"}


def _members(key: ECKey, *, is_private: bool) -> dict[str, str]:
    return {name: str(value) for name, value in key.as_dict(private=is_private).items()}

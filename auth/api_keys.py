"""API keys: `begrip_<environment>_<id><secret><checksum>`, of which only the id and a SHA-256 of the secret are stored.

The secret has 256 bits, so a plain hash keeps it (OWASP ASVS 5.0 6.5.2). The checksum lets scanners of leaked secrets, and us,
tell a key from a typo without asking the database.
"""

import hashlib
import hmac
import re
import secrets
import zlib
from dataclasses import dataclass

PRODUCT = "begrip"
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_HANDLE, _SECRET, _CHECKSUM = 8, 43, 6
"""Characters of base 62: 43 of them hold 256 bits, 6 hold 32."""
_FORM = re.compile(
    rf"({PRODUCT}_[a-z]{{1,12}}_[0-9A-Za-z]{{{_HANDLE}}})_([0-9A-Za-z]{{{_SECRET}}})([0-9A-Za-z]{{{_CHECKSUM}}})"
)


@dataclass(frozen=True, slots=True)
class ApiKeySecret:
    """A key as its holder sends it. `prefix` may be shown and logged; the rest never."""

    prefix: str
    secret: str

    @property
    def text(self) -> str:
        """What the holder sends."""
        body = f"{self.prefix}_{self.secret}"
        return body + _checksum(body)

    @property
    def secret_hash(self) -> str:
        """What is stored of the secret."""
        return hashlib.sha256(self.secret.encode()).hexdigest()

    def is_of(self, secret_hash: str) -> bool:
        """Whether the hash is of this secret, in a time that tells nothing."""
        return hmac.compare_digest(self.secret_hash, secret_hash)


def new(environment: str) -> ApiKeySecret:
    """A key that nobody has seen. `environment` is a word of small letters, such as `production`."""
    return ApiKeySecret(f"{PRODUCT}_{environment}_{_random(_HANDLE)}", _random(_SECRET))


def looks_like(token: str) -> bool:
    """Whether the token means to be an API key."""
    return token.startswith(f"{PRODUCT}_")


def parse(token: str) -> ApiKeySecret | None:
    """The key; null when it is none, or a character of it is wrong."""
    found = _FORM.fullmatch(token)
    if found is None:
        return None
    key = ApiKeySecret(found[1], found[2])
    return key if hmac.compare_digest(key.text, token) else None


def _random(length: int) -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(length))


def _checksum(body: str) -> str:
    number, letters = zlib.crc32(body.encode()), ""
    for _ in range(_CHECKSUM):
        number, place = divmod(number, len(_LETTERS))
        letters = _LETTERS[place] + letters
    return letters

"""Refresh tokens: `<handle>.<secret>`, both random to whoever sees them; of both only SHA-256 hashes are stored.

The handle names the family and never changes; the secret is used once. The next secret is derived from the one before with a key
that only the server has, so that a client whose answer got lost, or fifty tabs at once, all get the same next token.
"""

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

_HANDLE_BYTES = 16
_SECRET_BYTES = 32
_FORM = re.compile(r"([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})")


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """One token of a family."""

    handle: str
    secret: str

    @property
    def text(self) -> str:
        """As the client keeps it."""
        return f"{self.handle}.{self.secret}"

    @property
    def handle_hash(self) -> str:
        """Under which the family is stored."""
        return _hash(self.handle)

    @property
    def secret_hash(self) -> str:
        """By which this token of the family is recognised."""
        return _hash(self.text)


def make() -> RefreshToken:
    """The first token of a new family."""
    return RefreshToken(secrets.token_urlsafe(_HANDLE_BYTES), secrets.token_urlsafe(_SECRET_BYTES))


def parse(text: str) -> RefreshToken | None:
    """The token, when the text has the form of one."""
    match = _FORM.fullmatch(text)
    return RefreshToken(match[1], match[2]) if match else None


def successor(token: RefreshToken, key: bytes) -> RefreshToken:
    """The token that comes after this one."""
    digest = hmac.digest(key, token.text.encode(), hashlib.sha256)
    return RefreshToken(token.handle, base64.urlsafe_b64encode(digest).decode().rstrip("="))


def _hash(text: str) -> str:
    # 128 and 256 random bits need no slow hash (OWASP ASVS 5.0 6.5.2).
    return hashlib.sha256(text.encode()).hexdigest()

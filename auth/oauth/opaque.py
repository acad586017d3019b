"""Secrets of clients and codes: 256 random bits, of which only a hash is kept."""

import hashlib
import hmac
import secrets

_BYTES = 32
_SECRET = "begrip_client_"  # noqa: S105 - by this secret scanners recognise one
_NONE = "0" * 64
"""No text has this hash, as far as anybody knows."""


def make_code() -> str:
    """A new authorization code."""
    return secrets.token_urlsafe(_BYTES)


def make_secret() -> str:
    """A new client secret."""
    return _SECRET + secrets.token_urlsafe(_BYTES)


def hashed(text: str) -> str:
    """Under which the text is stored. 256 random bits need no slow hash (OWASP ASVS 5.0 6.5.2)."""
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def is_secret(text: str, stored: str | None) -> bool:
    """Whether the stored hash is of this text. Without one, the same work is done and the answer is no."""
    return hmac.compare_digest(hashed(text), stored or _NONE) and stored is not None

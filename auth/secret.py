"""Keys that serve one purpose each, all from the one secret of the installation."""

import hashlib
import hmac
from enum import StrEnum

MIN_BYTES = 32


class Purpose(StrEnum):
    """What a derived key is for. A word changed here makes everything unreadable that was made with it."""

    PEPPER = "pepper of bcrypt"
    SIGNING_KEYS = "sealing of signing keys"
    REFRESH = "refresh tokens"
    FORMS = "forms"


def derive(secret: bytes, purpose: Purpose) -> bytes:
    """32 bytes that tell nothing of the secret, nor of a key for another purpose (NIST SP 800-108, one round of HMAC)."""
    if len(secret) < MIN_BYTES:
        raise ValueError(f"the secret of the installation needs at least {MIN_BYTES} bytes")
    return hmac.digest(secret, f"begrip: {purpose}".encode(), hashlib.sha256)

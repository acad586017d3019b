"""Proof Key for Code Exchange (RFC 7636): S256, and nothing else."""

import hmac
import re

from authlib.oauth2.rfc7636.challenge import CODE_VERIFIER_PATTERN, create_s256_code_challenge

from auth.oauth.parameters import Parameters, needed
from auth.oauth.refusals import Code, OauthRefusal

METHOD = "S256"
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")  # 256 bits in base64url without padding


def challenge(found: Parameters) -> str:
    """The challenge of an authorization request.

    Raises:
        OauthRefusal: it is missing or malformed, or its method is not S256; the default of the RFC is `plain`, so it must be named.
    """
    given = needed(found, "code_challenge")
    if found.get("code_challenge_method") != METHOD:
        raise OauthRefusal(Code.INVALID_REQUEST, "code_challenge_method must be S256")
    if not _CHALLENGE.fullmatch(given):
        raise OauthRefusal(Code.INVALID_REQUEST, "code_challenge is not base64url of a SHA-256")
    return given


def is_right(verifier: str, stored: str) -> bool:
    """Whether the verifier is what the challenge was made of."""
    # fullmatch: the `$` of the pattern lets a line feed pass.
    if CODE_VERIFIER_PATTERN.fullmatch(verifier) is None:
        return False
    return hmac.compare_digest(str(create_s256_code_challenge(verifier)), stored)

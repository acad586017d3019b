"""Which new passwords are accepted (NIST SP 800-63B-4, OWASP ASVS 5.0 6.2): long, and not the first that one would guess."""

from collections.abc import Iterable
from dataclasses import dataclass

from auth import blocklist, passwords
from models.sentences import Said, say

MIN_LENGTH = 15  # NIST SP 800-63B-4: a password that is the only factor
_MIN_WORD = 4
_MIN_LEFT = 8
_PRODUCT = "begrip"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a password is turned down: `constraint` for programs, `said` for people."""

    constraint: str
    said: Said


def fault(password: str, about: Iterable[str] = ()) -> Fault | None:
    """The first thing wrong with the password, or null. `about` holds texts an attacker knows, such as name and address.

    Any characters go; no composition rule, no expiry. Length is counted in code points after NFC.
    """
    encoded = passwords.encode(password)
    if encoded is None:
        return Fault("encoding", say("password-encoding", most=passwords.MAX_BYTES))
    text = encoded.decode()
    if len(text) < MIN_LENGTH:
        return Fault("min-length", say("password-too-short", length=len(text), least=MIN_LENGTH))
    if blocklist.is_common(text):
        return Fault("blocklist", say("password-common"))
    if len(_without_words(text, about)) < _MIN_LEFT:
        return Fault("context-word", say("password-of-context"))
    return None


def _without_words(text: str, about: Iterable[str]) -> str:
    left = blocklist.key(text)
    for word in sorted(_words(about), key=len, reverse=True):
        left = left.replace(word, "")
    return left.rstrip("0123456789")


def _words(about: Iterable[str]) -> set[str]:
    parts = [part for text in about for part in text.replace("@", " ").replace(".", " ").split()]
    return {_PRODUCT} | {key for key in map(blocklist.key, parts) if len(key) >= _MIN_WORD}

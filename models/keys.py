"""Keys made by the application, so that every server version and locale makes and sorts them alike."""

import os
import time
import unicodedata
from uuid import UUID


def uuid7() -> UUID:
    """A new UUID version 7: 48 bits of Unix milliseconds, then 74 random bits (RFC 9562 5.7)."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80 | 0x7 << 76 | (random >> 68 & 0xFFF) << 64 | 0x2 << 62 | random & (1 << 62) - 1
    return UUID(int=value)


def tidy(term: str) -> str:
    """The term as it is stored: NFC, outer blanks removed, inner runs of blanks made one."""
    return " ".join(unicodedata.normalize("NFC", term).split())


def term_key(term: str) -> str:
    """What two spellings of one term share: NFKC, case-folded, blanks made one. Sorted by code point (COLLATE "C")."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", term).casefold()).split())

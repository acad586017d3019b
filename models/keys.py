"""Keys made by the application, so that every server version and locale makes and sorts them alike."""

import os
import time
import unicodedata
from uuid import UUID


def uuid7() -> UUID:
    """A new UUID version 7 that sorts after those made before in this process.

    48 bits of Unix milliseconds, 12 bits of their fraction (RFC 9562 6.2, method 3: 244 ns apart), 62 random bits.
    """
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000
    random = int.from_bytes(os.urandom(8), "big") & (1 << 62) - 1
    return UUID(int=milliseconds << 80 | 0x7 << 76 | fraction << 64 | 0x2 << 62 | random)


def tidy(term: str) -> str:
    """The term as it is stored: NFC, outer blanks removed, inner runs of blanks made one."""
    return " ".join(unicodedata.normalize("NFC", term).split())


def term_key(term: str) -> str:
    """What two spellings of one term share: NFKC, case-folded, blanks made one. Sorted by code point (COLLATE "C")."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", term).casefold()).split())

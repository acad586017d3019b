"""Characters that nobody sees."""

import re
import unicodedata

# Unicode categories Cc (line ends aside), Cf, Cs and Co; without the Arabic number signs, which are printed.
INVISIBLE = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
    "\U000f0000-\U0010ffff]+"
)
JOINERS = frozenset("\u200c\u200d\u200e\u200f") | frozenset(map(chr, range(0xE0020, 0xE0080)))
FIRST_UNLATIN = "\u0300"
SHOWN = 3


def is_joiner(text: str, at: int) -> bool:
    """Whether the character joins or turns letters of a script, or parts of an emoji, that need it."""
    return text[at] in JOINERS and at > 0 and text[at - 1] >= FIRST_UNLATIN


def names(run: str) -> str:
    """The distinct characters as `U+00AD SOFT HYPHEN`, at most three, in order of appearance."""
    distinct = list(dict.fromkeys(run))
    shown = ", ".join(
        f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip() for character in distinct[:SHOWN]
    )
    return shown + (" …" if len(distinct) > SHOWN else "")

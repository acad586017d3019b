"""Which findings are the same fault: an identity that survives changes elsewhere in the text."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Sequence

from rules.marks import Hit


def fingerprints(code: str, text: str, hits: Sequence[Hit]) -> list[str]:
    """One hash of 64 hexadecimal digits per hit, in order: rule, field, normalised anchor, and which one of its kind.

    The place is no part of it. Two hits of a rule never share one.
    """
    seen: Counter[tuple[str, str]] = Counter()
    identities = []
    for hit in hits:
        kind = (hit.about, _normalised(_anchor(hit, text)))
        identities.append(_hash(code, *kind, str(seen[kind])))
        seen[kind] += 1
    return identities


def _anchor(hit: Hit, text: str) -> str:
    if hit.anchor is not None:
        return hit.anchor
    if hit.span is not None:
        return hit.span.of(text)
    return "\n".join(item.excerpt for item in hit.evidence)


def _normalised(anchor: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", anchor).casefold().split())


def _hash(*parts: str) -> str:
    # A lone surrogate is no Unicode text, but must not stop a run.
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

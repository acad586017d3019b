"""Which findings are the same fault: an identity that survives changes elsewhere in the text."""

import hashlib
from collections.abc import Sequence

from rules import labels
from rules.marks import Hit


def fingerprints(code: str, text: str, hits: Sequence[Hit]) -> list[str]:
    """One hash of 64 hexadecimal digits per hit, in order: rule, field, normalised anchor, and which one of its kind.

    The place is no part of it. Two hits of a rule never share one.
    """
    seen: dict[tuple[str, str], int] = {}
    identities = []
    for hit in hits:
        kind = (hit.about, labels.folded(_anchor(hit, text)))
        before = seen.get(kind, 0)
        identities.append(_hash(code, *kind, str(before)))
        seen[kind] = before + 1
    return identities


def _anchor(hit: Hit, text: str) -> str:
    if hit.anchor is not None:
        return hit.anchor
    if hit.span is not None:
        return hit.span.of(text)
    return "\n".join(item.excerpt for item in hit.evidence)


def _hash(*parts: str) -> str:
    # A lone surrogate is no Unicode text, but must not stop a run.
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

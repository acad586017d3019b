"""Whether a text in one language serves readers of another."""


def serves(locale: str, wanted: str) -> bool:
    """Whether the one tag is the other, or the other with a region or script more: `nl` and `nl-BE` serve each other."""
    one, other = (tag.replace("_", "-").casefold() for tag in (locale, wanted))
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")

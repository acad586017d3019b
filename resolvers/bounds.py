"""Values of an input, tidied and kept within bounds. Every refusal leads to the value that broke one."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from models.content import TERM_LENGTH, TEXT_LENGTH
from models.keys import tidy
from models.sentences import say
from resolvers.errors import InvalidInput
from resolvers.inputs import ContextInput, DesignationInput, GenerationInput, SourceInput

Path = tuple[str, ...]

NOTE_LENGTH = 4_000  # code points, of an explanation, an example, a note
NAME_LENGTH = 200
TITLE_LENGTH = 500
URL_LENGTH = 2_000
PROMPT_LENGTH = 10_000
ITEM_COUNT = 50
DESIGNATION_COUNT = 100

# RFC 5646 2.1 without grandfathered tags: language, extended languages, script, region, variants, extensions, private use.
_LOCALE = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(-[a-wy-z0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?"
)
_LOCALE_LENGTH = 35  # RFC 5646 4.4.1
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def text(value: str, *, path: Path, most: int, is_blank_allowed: bool = False) -> str:
    """The value as it is: at most `most` code points, no NUL, no half of a surrogate pair.

    Raises:
        InvalidInput: it is not so.
    """
    if _UNSTORABLE.search(value):
        raise InvalidInput(say("unstorable"), path=path, constraint="characters")
    if len(value) > most:
        raise InvalidInput(say("too-long", most=most), path=path, constraint="max-length")
    if not is_blank_allowed and not value.strip():
        raise InvalidInput(say("blank"), path=path, constraint="not-blank")
    return value


def name(value: str, *, path: Path, most: int = NAME_LENGTH) -> str:
    """The value as one line: NFC, outer blanks removed, inner runs of blanks made one."""
    # Measured before tidying: NFC of a megabyte is not free.
    if len(value) > 4 * most:
        raise InvalidInput(say("too-long", most=most), path=path, constraint="max-length")
    tidied = text(tidy(text(value, path=path, most=4 * most)), path=path, most=most)
    if _CONTROL.search(tidied):
        raise InvalidInput(say("control-character"), path=path, constraint="characters")
    return tidied


def optional_name(value: str | None, *, path: Path, most: int = NAME_LENGTH) -> str | None:
    """As `name`; null for null and for nothing but blanks."""
    return None if value is None or not value.strip() else name(value, path=path, most=most)


def optional_text(value: str | None, *, path: Path, most: int = NOTE_LENGTH) -> str | None:
    """As `text`; null for null and for nothing but blanks."""
    return None if value is None or not value.strip() else text(value, path=path, most=most)


def term(value: str, *, path: Path = ("term",)) -> str:
    """A term as it is stored."""
    return name(value, path=path, most=TERM_LENGTH)


def body(value: str, *, path: Path = ("text",)) -> str:
    """The text of a definition. A draft may be blank; the gate stops it later."""
    return text(value, path=path, most=TEXT_LENGTH, is_blank_allowed=True)


def locale(tag: str, *, path: Path = ("locale",)) -> str:
    """The BCP 47 tag in its usual letter case: `nl`, `en-GB`, `zh-Hant-TW` (RFC 5646 2.1.1)."""
    lowered = tag.lower()
    if len(tag) > _LOCALE_LENGTH or not tag.isascii() or _LOCALE.fullmatch(lowered) is None:
        raise InvalidInput(say("no-language-tag"), path=path, constraint="bcp-47")
    first, *others = lowered.split("-")
    parts = [first]
    for part in others:
        is_after_singleton = any(len(before) == 1 for before in parts)
        parts.append(part if is_after_singleton else _cased(part))
    return "-".join(parts)


def url(value: str, *, path: Path) -> str:
    """An absolute http or https URL."""
    text(value, path=path, most=URL_LENGTH)
    try:
        parts = urlsplit(value)
        is_absolute = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_absolute = False
    if not is_absolute or any(letter.isspace() or _CONTROL.match(letter) for letter in value):
        raise InvalidInput(say("no-url"), path=path, constraint="url")
    return value


def contexts(values: Sequence[ContextInput], *, path: Path = ("contexts",)) -> list[dict[str, str]]:
    """Contexts as they are stored, in the order given; no two alike."""
    count(values, path=path, most=ITEM_COUNT)
    rows = [
        {"kind": value.kind.value, "name": name(value.name, path=(*path, str(index), "name"))}
        for index, value in enumerate(values)
    ]
    distinct([(row["kind"], row["name"].casefold()) for row in rows], path=path)
    return rows


def designations(values: Sequence[DesignationInput], *, path: Path = ("designations",)) -> list[dict[str, str]]:
    """Designations as they are stored, in the order given; no text twice."""
    count(values, path=path, most=DESIGNATION_COUNT)
    rows = [
        {
            "text": term(value.text, path=(*path, str(index), "text")),
            "kind": value.kind.value,
            "form": value.form.value,
        }
        for index, value in enumerate(values)
    ]
    distinct([row["text"] for row in rows], path=path)
    return rows


def sources(values: Sequence[SourceInput], *, path: Path = ("sources",)) -> list[dict[str, str | None]]:
    """Sources as they are stored, in the order given."""
    count(values, path=path, most=ITEM_COUNT)
    return [_source(value, (*path, str(index))) for index, value in enumerate(values)]


def remarks(values: Sequence[str], *, path: Path) -> list[str]:
    """Examples or notes, in the order given; none blank."""
    count(values, path=path, most=ITEM_COUNT)
    return [text(value, path=(*path, str(index)), most=NOTE_LENGTH) for index, value in enumerate(values)]


def generation(value: GenerationInput | None, *, path: Path = ("generation",)) -> dict[str, str | None] | None:
    """Provenance as it is stored."""
    if value is None:
        return None
    return {
        "model": name(value.model, path=(*path, "model")),
        "prompt": optional_text(value.prompt, path=(*path, "prompt"), most=PROMPT_LENGTH),
        "parameters": optional_text(value.parameters, path=(*path, "parameters")),
    }


def count(values: Sequence[object], *, path: Path, most: int) -> None:
    """Nothing, when there are at most `most`."""
    if len(values) > most:
        raise InvalidInput(say("too-many-items", most=most), path=path, constraint="max-items")


def distinct(values: Sequence[object], *, path: Path) -> None:
    """Nothing, when no two values are alike; the later one is to blame."""
    seen = set()
    for index, value in enumerate(values):
        if value in seen:
            raise InvalidInput(say("twice"), path=(*path, str(index)), constraint="unique")
        seen.add(value)


def _source(value: SourceInput, path: Path) -> dict[str, str | None]:
    return {
        "title": name(value.title, path=(*path, "title"), most=TITLE_LENGTH),
        "url": None if value.url is None else url(value.url, path=(*path, "url")),
        "locator": optional_name(value.locator, path=(*path, "locator")),
    }


def _cased(part: str) -> str:
    # RFC 5646 2.1.1: four letters are a script, two a region.
    if len(part) == len("Latn") and part.isalpha():
        return part.title()
    return part.upper() if len(part) == len("NL") else part

"""A row out of the values of its fields, whichever file they came from."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from exchange.rows import ImportRow, Row, RowContext, RowDesignation, RowProblem, RowSource

Value = str | Sequence[str | Mapping[str, str | None]]

LONGEST_VALUE = 100_000  # characters
CATEGORIES = ("TYPE", "PROCESS", "RESULT", "INSTANCE")
CONTEXT_FIELDS = {"contexts": "ORGANISATIONAL", "legal_contexts": "LEGAL", "statutory_contexts": "STATUTORY"}
KINDS = tuple(CONTEXT_FIELDS.values())
DESIGNATION_FIELDS = {
    "synonyms": ("ADMITTED", "FULL_FORM"),
    "deprecated": ("DEPRECATED", "FULL_FORM"),
    "hidden": ("HIDDEN", "FULL_FORM"),
    "abbreviations": ("ADMITTED", "ABBREVIATION"),
}
DESIGNATION_KINDS = ("ADMITTED", "DEPRECATED", "HIDDEN")
FORMS = ("FULL_FORM", "SHORT_FORM", "ABBREVIATION", "SYMBOL")
LANGUAGES = {"nederlands": "nl", "dutch": "nl", "engels": "en", "english": "en"}
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
SEPARATOR = re.compile(r"[|;\n]")
PARAGRAPH = re.compile(r"[|\n]")
SURROGATE = re.compile("[\ud800-\udfff]")
PLAIN = ("explanation", "examples", "notes", "locale", "category")


class Unusable(ValueError):
    """A value that no row can hold. Never leaves this module."""


def row(line: int, values: Mapping[str, Value]) -> Row:
    """The row that these values make, by field, or why they make none."""
    for field, value in values.items():
        complaint = _complaint(value)
        if complaint is not None:
            return RowProblem(line, complaint, field)
    try:
        return _row(line, values)
    except Unusable as error:
        message, column = error.args
        return RowProblem(line, message, column)


def _row(line: int, values: Mapping[str, Value]) -> ImportRow:
    term = _text(values, "term").strip()
    if not term:
        raise Unusable("the term is empty", "term")
    return ImportRow(
        line=line,
        term=term,
        text=_text(values, "text").strip(),
        given=_given(values),
        locale=_locale(_text(values, "locale")),
        category=_category(_text(values, "category")),
        contexts=tuple(_contexts(values)),
        designations=tuple(_designations(values)),
        sources=tuple(_sources(values)),
        explanation=_text(values, "explanation").strip() or None,
        examples=tuple(_strings(values, "examples")),
        notes=tuple(_strings(values, "notes")),
    )


def _given(values: Mapping[str, Value]) -> frozenset[str]:
    grouped: Mapping[str, Iterable[str]] = {
        "contexts": CONTEXT_FIELDS,
        "designations": DESIGNATION_FIELDS,
        "sources": ("sources", "source_url"),
    }
    found = {name for name, fields in grouped.items() if any(field in values for field in fields)}
    return frozenset({"term", "text", *found, *(field for field in PLAIN if field in values)})


def _complaint(value: Value) -> str | None:
    for text in _flat(value):
        if len(text) > LONGEST_VALUE:
            return f"the value is longer than {LONGEST_VALUE:,} characters"
        if "\0" in text:
            return "the value holds a NUL character"
        if SURROGATE.search(text):
            return "the value holds half a character (a lone surrogate)"
    return None


def _flat(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        return
    for item in value:
        yield from [item] if isinstance(item, str) else (part for part in item.values() if part is not None)


def _text(values: Mapping[str, Value], field: str) -> str:
    value = values.get(field, "")
    if isinstance(value, str):
        return value
    raise Unusable("one text is expected here, not a list", field)


def _items(
    values: Mapping[str, Value], field: str, separator: re.Pattern[str] = SEPARATOR
) -> Iterator[Mapping[str, str | None]]:
    """The items of a field; a mere string is the `text` of one."""
    value = values.get(field, ())
    for item in separator.split(value) if isinstance(value, str) else value:
        if not isinstance(item, str):
            yield item
        elif item.strip():
            yield {"text": item.strip()}


def _strings(values: Mapping[str, Value], field: str) -> Iterator[str]:
    for item in _items(values, field, PARAGRAPH):
        yield _part(item, field, "text")


def _contexts(values: Mapping[str, Value]) -> Iterator[RowContext]:
    for field, kind in CONTEXT_FIELDS.items():
        for item in _items(values, field):
            yield RowContext(_one_of(item, field, "kind", KINDS, kind), _part(item, field, "name", "text"))


def _designations(values: Mapping[str, Value]) -> Iterator[RowDesignation]:
    for field, (kind, form) in DESIGNATION_FIELDS.items():
        for item in _items(values, field):
            yield RowDesignation(
                _part(item, field, "text"),
                _one_of(item, field, "kind", DESIGNATION_KINDS, kind),
                _one_of(item, field, "form", FORMS, form),
            )


def _sources(values: Mapping[str, Value]) -> Iterator[RowSource]:
    url, locator = _text(values, "source_url").strip() or None, _text(values, "source_locator").strip() or None
    items = list(_items(values, "sources", PARAGRAPH))
    if not items and url is not None:
        items = [{"title": url}]
    for item in items:
        yield RowSource(_part(item, "sources", "title", "text"), item.get("url") or url, item.get("locator") or locator)


def _part(item: Mapping[str, str | None], field: str, *names: str) -> str:
    found = next((text.strip() for name in names if (text := item.get(name))), "")
    if not found:
        raise Unusable(f"an item has no {names[0]}", field)
    return found


def _one_of(item: Mapping[str, str | None], field: str, name: str, allowed: Sequence[str], default: str) -> str:
    value = (item.get(name) or default).strip().upper()
    if value not in allowed:
        raise Unusable(f"{name} is one of {', '.join(allowed)}", field)
    return value


def _locale(text: str) -> str | None:
    tag = LANGUAGES.get(text.strip().casefold(), text.strip().replace("_", "-"))
    if tag and not TAG.fullmatch(tag):
        raise Unusable(f"{text.strip()[:40]!r} is no language tag such as nl or en-GB", "locale")
    language, *others = tag.split("-")
    return "-".join([language.lower(), *others]) or None


def _category(text: str) -> str | None:
    category = text.strip().upper()
    if category and category not in CATEGORIES:
        raise Unusable(f"category is one of {', '.join(CATEGORIES)}", "category")
    return category or None

"""Manifests of GraphQL documents, as the builds of frontends write them."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

_MAX_NAME = 200
_MAX_TEXT = 16_000
"""Code points: what the gate runs at most."""


class BadManifest(ValueError):
    """The manifest is none, or one of its documents cannot be trusted; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document, its SHA-256 in lower-case hexadecimal, and the id of its build where that is another."""

    hash: str
    name: str | None
    text: str


def read(content: bytes) -> list[Document]:
    """The documents, in the order of the file.

    Two forms are known: an object of id to text (graphql-codegen, Relay), and Apollo's persisted query manifest.

    Raises:
        BadManifest: neither form, no document, or an id that is the SHA-256 of another text.
    """
    try:
        value = json.loads(content)
    except ValueError as err:
        raise BadManifest("this is not JSON") from err
    if not isinstance(value, dict):
        raise BadManifest("a manifest is one JSON object")
    found = [_document(id_, text) for id_, text in _pairs(value)]
    if not found:
        raise BadManifest("it holds no document")
    return found


def _pairs(value: dict[str, object]) -> Iterator[tuple[object, object]]:
    operations = value.get("operations")
    if isinstance(operations, list):
        for one in operations:
            if not isinstance(one, dict):
                raise BadManifest("an operation is an object with `id` and `body`")
            yield one.get("id"), one.get("body")
        return
    yield from value.items()


def _document(id_: object, text: object) -> Document:
    if not isinstance(id_, str) or not isinstance(text, str) or not text.strip():
        raise BadManifest(f"{id_!r} names no text")
    if len(text) > _MAX_TEXT:
        raise BadManifest(f"the document {id_!r} is longer than {_MAX_TEXT} characters")
    hash_ = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    given = id_.removeprefix("sha256:")
    if given == hash_:
        return Document(hash_, None, text)
    is_hash = len(given) == len(hash_) and all(letter in "0123456789abcdef" for letter in given)
    if is_hash:
        raise BadManifest(f"the document {id_!r} has another SHA-256 than its id says: {hash_}")
    if ":" in id_ or not 1 <= len(id_) <= _MAX_NAME:
        raise BadManifest(f"the id {id_!r} is longer than {_MAX_NAME} characters, or has a colon")
    return Document(hash_, id_, text)

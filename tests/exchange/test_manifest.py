import json

import pytest

from exchange import manifest
from exchange.manifest import BadManifest, Document

TEXT = "{ viewer { scopes } }"


def _hash(text: str) -> str:
    return manifest.read(json.dumps({"any": text}).encode())[0].hash


@pytest.mark.parametrize("prefix", ["", "sha256:"])
def test_document_under_its_own_hash_has_no_name(prefix: str) -> None:
    content = json.dumps({prefix + _hash(TEXT): TEXT}).encode()

    assert manifest.read(content) == [Document(_hash(TEXT), None, TEXT)]


def test_document_keeps_the_name_of_its_build() -> None:
    assert manifest.read(json.dumps({"viewer-1": TEXT}).encode()) == [Document(_hash(TEXT), "viewer-1", TEXT)]


def test_manifest_of_apollo_is_read() -> None:
    content = {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": "v", "body": TEXT}]}

    assert manifest.read(json.dumps(content).encode()) == [Document(_hash(TEXT), "v", TEXT)]


BAD = [
    (b"{", "this is not JSON"),
    (b"[]", "a manifest is one JSON object"),
    (b"{}", "it holds no document"),
    (b'{"operations": [1]}', "an operation is an object with `id` and `body`"),
    (b'{"a": 1}', "'a' names no text"),
    (b'{"a": " "}', "'a' names no text"),
    (b'{"a:b": "{x}"}', "the id 'a:b' is longer than 200 characters, or has a colon"),
    (json.dumps({"a": "x" * 16_001}).encode(), "the document 'a' is longer than 16000 characters"),
]


@pytest.mark.parametrize(("content", "sentence"), BAD)
def test_manifest_that_is_none_says_why(content: bytes, sentence: str) -> None:
    with pytest.raises(BadManifest, match=sentence.replace("(", "\\(").replace("[", "\\[")):
        manifest.read(content)


def test_hash_of_another_text_is_refused() -> None:
    with pytest.raises(BadManifest, match="another SHA-256"):
        manifest.read(json.dumps({"a" * 64: TEXT}).encode())

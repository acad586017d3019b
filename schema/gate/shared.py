"""Answers that caches between us and anonymous readers may keep (RFC 9111): GET of a document that is called for by its hash or name."""

import hashlib
from datetime import timedelta

from starlette.types import Scope

from schema.gate.asker import header
from schema.gate.request import Request


def may_be(scope: Scope, request: Request) -> bool:
    """Whether the answer to this request, if it came without errors, may be kept."""
    is_named = request.document_id is not None or request.hash is not None
    return scope["method"] == "GET" and is_named and header(scope, b"authorization") is None


def headers(content: bytes, age: timedelta) -> dict[str, str]:
    """How long the answer may be kept, and the tag by which it is asked for again."""
    tag = hashlib.sha256(content).hexdigest()[:32]
    return {"cache-control": f"public, max-age={round(age.total_seconds())}", "etag": f'"{tag}"'}


def is_known(scope: Scope, tag: str) -> bool:
    """Whether the client has this very answer (RFC 9110 13.1.2: weak comparison)."""
    asked = header(scope, b"if-none-match") or ""
    return tag in {one.strip().removeprefix("W/") for one in asked.split(",")} or asked.strip() == "*"

"""Trust: which documents are run at all, and documents that are called for by their hash or name."""

import hashlib
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from cache.texts import Texts
from models import trusted_document_rows as rows
from schema.gate import answer, errors
from schema.gate.answer import Answer
from schema.gate.modes import Mode
from schema.gate.request import Request

_LOG = logging.getLogger("begrip.gate")
_FRESH_SECONDS = 30.0
"""How long an answer of the database is believed: a document that is no longer trusted runs no longer than this."""
_MAX_REMEMBERED = 2_000
_SHA256 = "sha256:"


UNKNOWN = "PERSISTED_QUERY_NOT_FOUND"
MISMATCH = "PERSISTED_QUERY_HASH_MISMATCH"
UNTRUSTED = "DOCUMENT_NOT_TRUSTED"


@dataclass(frozen=True, slots=True)
class _Known:
    text: str | None
    until: float


@dataclass(slots=True)
class Trust:
    """Finds the text of a request. With `texts`, clients may leave documents for later by Apollo's protocol."""

    mode: Mode = Mode.OFF
    texts: Texts | None = None
    _known: OrderedDict[str, _Known] = field(default_factory=OrderedDict)
    _told: OrderedDict[str, None] = field(default_factory=OrderedDict)

    async def text(self, request: Request) -> str | Answer:
        """The document of the request, or the answer to one that is unknown or not trusted."""
        if request.document_id is not None:
            return await self._by_id(request.document_id)
        if request.hash is not None:
            return await self._by_hash(request.hash, request.query)
        text = request.query or ""
        return text if self.mode is Mode.OFF else await self._judged(text, _hash(text))

    async def _by_id(self, document_id: str) -> str | Answer:
        is_hash = document_id.startswith(_SHA256)
        key = document_id.removeprefix(_SHA256)
        found = await self._trusted(document_id, key, rows.by_hash if is_hash else rows.by_name)
        if found is None and is_hash and self.mode is not Mode.ENFORCE and self.texts is not None:
            found = await self.texts.get(key)
        return _refused(UNKNOWN, "no document is known under this id") if found is None else found

    async def _by_hash(self, hash_: str, text: str | None) -> str | Answer:
        if text is None:
            found = await self._by_id(_SHA256 + hash_)
            # Apollo's clients compare this message, and send the document along the next time.
            return found if isinstance(found, str) else _refused(UNKNOWN, "PersistedQueryNotFound")
        if _hash(text) != hash_:
            return _refused(MISMATCH, "the hash is not that of the document")
        judged = text if self.mode is Mode.OFF else await self._judged(text, hash_)
        if isinstance(judged, str) and self.texts is not None:
            await self.texts.put(hash_, text)
        return judged

    async def _judged(self, text: str, hash_: str) -> str | Answer:
        if await self._trusted(_SHA256 + hash_, hash_, rows.by_hash) is not None:
            return text
        if self.mode is Mode.ENFORCE:
            return _refused(UNTRUSTED, "this server runs only the documents that its operator knows")
        self._tell(hash_)
        return text

    async def _trusted(self, key: str, wanted: str, find: Callable[[str], Awaitable[str | None]]) -> str | None:
        known, now = self._known.get(key), time.monotonic()
        if known is None or known.until < now:
            known = self._known[key] = _Known(await find(wanted), now + _FRESH_SECONDS)
            if len(self._known) > _MAX_REMEMBERED:
                self._known.popitem(last=False)
        return known.text

    def _tell(self, hash_: str) -> None:
        if hash_ in self._told:
            return
        self._told[hash_] = None
        if len(self._told) > _MAX_REMEMBERED:
            self._told.popitem(last=False)
        _LOG.warning("a document that is not trusted was run: %s%s", _SHA256, hash_)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def _refused(code: str, message: str) -> Answer:
    return answer.refused(errors.entry(code, message))

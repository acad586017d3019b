"""Password hashes: argon2id by default, bcrypt by choice, both verified whatever is chosen.

Forms of a stored hash: `$argon2id$…`; `bcrypt-sha384:$2b$…` (bcrypt over base64 of HMAC-SHA-384 with a pepper, so that nothing
is cut off at 72 bytes); `$2b$…` (bare bcrypt, imported). `spent:` before any of them marks a one-time secret that signed in: it only
serves to be replaced.
"""

import asyncio
import base64
import hashlib
import hmac
import os
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import argon2
import bcrypt
from argon2 import exceptions as argon2_errors

from auth import errors

MAX_BYTES = 1024
_BARE_BCRYPT_BYTES = 72  # bcrypt reads no further; version 5 raises beyond
_MAX_WAITING = 64
_PEPPERED = "bcrypt-sha384:"
_SPENT = "spent:"

Answer = TypeVar("Answer")


class Algorithm(StrEnum):
    """How new hashes are made."""

    ARGON2ID = "argon2id"
    BCRYPT = "bcrypt"


@dataclass(frozen=True, slots=True)
class Cost:
    """Work factors. Defaults of OWASP ASVS 5.0, appendix C."""

    argon2_kibibytes: int = 19 * 1024
    argon2_rounds: int = 2
    bcrypt_log_rounds: int = 12


class Passwords:
    """Makes and verifies hashes in threads, at most one per core at a time: a hash costs memory, and many at once are an attack."""

    def __init__(self, algorithm: Algorithm = Algorithm.ARGON2ID, *, pepper: bytes, cost: Cost | None = None) -> None:
        cost = cost or Cost()
        self._algorithm = algorithm
        self._pepper = pepper
        self._bcrypt_log_rounds = cost.bcrypt_log_rounds
        self._argon2 = argon2.PasswordHasher(cost.argon2_rounds, cost.argon2_kibibytes, parallelism=1)
        self._slots = asyncio.Semaphore(os.cpu_count() or 1)
        self._waiting = 0
        self._nobody = self._make(secrets.token_bytes(16))
        self.checks_done = 0
        """Hash computations so far, of either kind; tests count them where a clock would be unsure."""

    async def hash(self, password: str) -> str:
        """A new hash of the password, which the policy accepted before."""
        encoded = encode(password)
        if encoded is None:
            raise ValueError("a password that no policy accepts")
        return await self._in_thread(lambda: self._make(encoded))

    async def verify(self, password: str, stored: str | None) -> bool:
        """Whether the stored hash is of this password. Without a hash, the same work is done and the answer is no."""
        encoded = encode(password)
        bare = stored.removeprefix(_SPENT) if stored else self._nobody
        is_right = await self._in_thread(lambda: self._check(encoded or b"", bare))
        return is_right and encoded is not None and stored is not None

    def is_outdated(self, stored: str) -> bool:
        """Whether the hash should be made again at the next sign-in: another algorithm, or another cost."""
        bare = stored.removeprefix(_SPENT)
        if self._algorithm is Algorithm.ARGON2ID:
            return not bare.startswith("$argon2id$") or self._argon2.check_needs_rehash(bare)
        return not bare.startswith(f"{_PEPPERED}$2b${self._bcrypt_log_rounds:02}$")

    async def _in_thread(self, work: Callable[[], Answer]) -> Answer:
        if self._waiting >= _MAX_WAITING:
            raise errors.Overloaded
        self._waiting += 1
        try:
            async with self._slots:
                self.checks_done += 1
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1

    def _make(self, encoded: bytes) -> str:
        if self._algorithm is Algorithm.ARGON2ID:
            return self._argon2.hash(encoded)
        salt = bcrypt.gensalt(self._bcrypt_log_rounds)
        return _PEPPERED + bcrypt.hashpw(self._peppered(encoded), salt).decode()

    def _check(self, encoded: bytes, bare: str) -> bool:
        if bare.startswith("$argon2"):
            return self._check_argon2(encoded, bare)
        if bare.startswith(_PEPPERED):
            return _check_bcrypt(self._peppered(encoded), bare.removeprefix(_PEPPERED))
        return len(encoded) <= _BARE_BCRYPT_BYTES and _check_bcrypt(encoded, bare)

    def _check_argon2(self, encoded: bytes, bare: str) -> bool:
        try:
            return self._argon2.verify(bare, encoded)
        except (argon2_errors.VerificationError, argon2_errors.InvalidHashError):
            return False

    def _peppered(self, encoded: bytes) -> bytes:
        return base64.b64encode(hmac.digest(self._pepper, encoded, hashlib.sha384))


def encode(password: str) -> bytes | None:
    """UTF-8 of the password in NFC, or null when it is no valid text or too long to be one."""
    if len(password) > MAX_BYTES:
        return None
    try:
        encoded = unicodedata.normalize("NFC", password).encode()
    except UnicodeEncodeError:
        return None
    return encoded if len(encoded) <= MAX_BYTES else None


def spend(stored: str) -> str:
    """The hash of a one-time secret that signed in just now."""
    return stored if is_spent(stored) else _SPENT + stored


def is_spent(stored: str | None) -> bool:
    """Whether the hash is of a one-time secret that signed in before."""
    return stored is not None and stored.startswith(_SPENT)


def _check_bcrypt(encoded: bytes, bare: str) -> bool:
    try:
        return bcrypt.checkpw(encoded, bare.encode())
    except ValueError:  # no bcrypt hash, or a NUL in the password
        return False

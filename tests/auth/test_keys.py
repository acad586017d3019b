import asyncio
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from joserfc.jwk import ECKey

from auth import sealing
from auth.keys import KeyRing
from models import store as stores
from models.user import SigningKey
from tests import people

SEALING = b"s" * 32


@pytest_asyncio.fixture
async def clock(store: stores.Store) -> people.Clock:
    return people.clock()


def _ring(clock: people.Clock, sealing_key: bytes = SEALING) -> KeyRing:
    return KeyRing(sealing_key, now=clock)


async def _kids(ring: KeyRing) -> list[str]:
    return [key["kid"] for key in (await ring.document())["keys"]]


async def test_start_makes_one_key_that_signs_and_one_that_waits(clock: people.Clock) -> None:
    ring = _ring(clock)

    await ring.start()

    assert await SigningKey.all().count() == 2
    assert (await ring.signer()).kid == (await _kids(ring))[0]


async def test_ring_that_was_not_started_starts_when_asked_to_sign(clock: people.Clock) -> None:
    assert (await _ring(clock).signer()).is_private


async def test_servers_that_start_together_share_the_keys(clock: people.Clock) -> None:
    rings = [_ring(clock) for _ in range(6)]

    await asyncio.gather(*(ring.start() for ring in rings))

    assert await SigningKey.all().count() == 2
    assert len({str((await ring.signer()).kid) for ring in rings}) == 1


_OTHER_PROCESS = """
import asyncio, sys
from models import store
from tests import people
from auth.tokens import Grant
from uuid import UUID

async def main():
    opened = await store.connect(sys.argv[1])
    built = await people.configure(None)
    print((await built.tokens.issue(Grant(UUID(int=1), UUID(int=2), frozenset(), 1)))[0])
    await opened.close()

asyncio.run(main())
"""


async def test_token_of_another_process_is_verified_here(clock: people.Clock, database_url: str) -> None:
    here = await people.configure(None, clock)

    command = [sys.executable, "-c", _OTHER_PROCESS, database_url]
    done = await asyncio.to_thread(subprocess.run, command, check=True, capture_output=True, text=True, timeout=60)
    clock.at = datetime.now(UTC)

    assert (await here.tokens.verify(done.stdout.strip())).grant.permission_version == 1
    assert await SigningKey.all().count() == 2


async def test_document_tells_public_members_only(clock: people.Clock) -> None:
    ring = _ring(clock)
    await ring.start()

    document = await ring.document()

    assert [sorted(key) for key in document["keys"]] == [["alg", "crv", "kid", "kty", "use", "x", "y"]] * 2
    assert {key["alg"] for key in document["keys"]} == {"ES256"}


async def test_private_member_rests_sealed(clock: people.Clock) -> None:
    ring = _ring(clock)
    await ring.start()

    row = await SigningKey.all().first()

    assert row is not None
    assert sorted(row.private_jwk) == ["crv", "kid", "kty", "sealed", "x", "y"]
    signer = await ring.signer()
    assert str(signer.as_dict(private=True)["d"]) not in json.dumps(row.private_jwk)


async def test_key_is_named_by_its_thumbprint() -> None:
    key = sealing.make()

    assert key.kid == ECKey.import_key(key.as_dict(private=False)).thumbprint()


async def test_server_with_another_secret_verifies_but_signs_with_keys_of_its_own(clock: people.Clock) -> None:
    first, second = _ring(clock), _ring(clock, b"t" * 32)
    await first.start()
    clock.advance(timedelta(seconds=1))

    await second.start()

    assert (await second.signer()).kid != (await first.signer()).kid
    assert await second.find(str((await first.signer()).kid)) is not None
    assert await _ring(clock).find(str((await second.signer()).kid)) is not None
    assert await SigningKey.all().count() == 4


async def test_rotation_lets_the_waiting_key_sign_and_keeps_the_old_one_for_a_while(clock: people.Clock) -> None:
    ring = _ring(clock)
    await ring.start()
    old, waiting = await _kids(ring)
    clock.advance(timedelta(days=1))

    await ring.rotate()

    assert (await ring.signer()).kid == waiting
    assert (await _kids(ring))[:2] == [old, waiting]
    clock.advance(timedelta(minutes=21))
    later = _ring(clock)
    assert (await later.find(old), len(await _kids(later))) == (None, 2)


async def test_keys_rotate_by_themselves_once_per_period(clock: people.Clock) -> None:
    ring = _ring(clock)
    await ring.start()
    _, waiting = await _kids(ring)
    clock.advance(timedelta(days=91))

    signers = [str((await ring.signer()).kid)]
    clock.advance(timedelta(days=30))
    signers.append(str((await ring.signer()).kid))

    assert signers == [waiting, waiting]
    assert await SigningKey.all().count() == 3


async def test_unknown_names_cost_few_queries(clock: people.Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = _ring(clock)
    await ring.start()
    asked: list[int] = []
    reload = ring._reload

    async def counted() -> None:
        asked.append(1)
        await reload()

    monkeypatch.setattr(ring, "_reload", counted)

    assert [await ring.find(f"unknown {number}") for number in range(100)] == [None] * 100
    assert len(asked) <= 1


async def test_key_of_another_server_is_found_once_the_limit_allows(
    clock: people.Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = _ring(clock), _ring(clock)
    await here.start()
    clock.advance(timedelta(seconds=1))
    await there.rotate()
    newest = (await _kids(there))[-1]
    assert await here.find(newest) is None
    monkeypatch.setattr("auth.keys._UNKNOWN_SECONDS", 0.0)

    assert await here.find(newest) is not None

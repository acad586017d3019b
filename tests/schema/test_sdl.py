"""The committed SDL is the generated one, breaks no client of the one before, and is a part of the designed one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from graphql import GraphQLSchema, SchemaChange, build_schema, is_enum_type, is_scalar_type, print_ast

from schema import build, changelog, history, sdl
from server.cli.sdl import command

HERE = Path(__file__).parent
RELEASED = history.releases()[-1].text
"""The SDL that clients were last promised."""

OURS = build_schema(sdl.COMMITTED.read_text())
TARGET = build_schema((HERE / "target.graphql").read_text())
"""The design; fields that later issues bring are in it already."""


def test_the_committed_text_is_the_generated_one() -> None:
    assert sdl.COMMITTED.read_text() == sdl.text(build.build())


def test_the_text_is_the_same_each_time() -> None:
    assert sdl.text(build.build()) == sdl.text(build.build())


def test_no_client_of_the_released_schema_breaks() -> None:
    assert history.broken(history.releases()[-1], sdl.COMMITTED.read_text(), datetime.now(UTC).date()) == []


def test_the_changelog_of_the_schema_is_the_generated_one() -> None:
    assert changelog.COMMITTED.read_text() == changelog.page(sdl.COMMITTED.read_text())


def test_a_removed_field_is_a_breaking_change() -> None:
    without = RELEASED.replace("  eventCursor: EventCursor!\n", "  position: EventCursor!\n", 1)

    found = breaking(sdl.changes(RELEASED, without))

    assert [change.description for change in found] == ["Field Query.eventCursor was removed."]


def test_an_unset_argument_prints_no_null() -> None:
    assert "= null" not in sdl.COMMITTED.read_text()


@pytest.mark.parametrize("name", [name for name in OURS.type_map if not name.startswith("__")])
def test_every_type_is_as_designed(name: str) -> None:
    assert name in TARGET.type_map
    assert shape(OURS, name) <= shape(TARGET, name)


@pytest.mark.parametrize("kind", ["Node", "Versioned", "UserError", "MutationPayload", "Actor", "EventMessage"])
def test_the_shared_contracts_are_complete(kind: str) -> None:
    assert shape(OURS, kind) == shape(TARGET, kind)


def test_the_command_checks_and_prints(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    outdated = tmp_path / "schema.graphql"
    monkeypatch.setattr(sdl, "COMMITTED", outdated)
    monkeypatch.setattr(changelog, "COMMITTED", tmp_path / "CHANGELOG-schema.md")

    absent = CliRunner().invoke(command, ["--check"])
    written = CliRunner().invoke(command, ["--write"])
    present = CliRunner().invoke(command, ["--check"])
    printed = CliRunner().invoke(command, [])

    assert (absent.exit_code, written.exit_code, present.exit_code) == (1, 0, 0)
    assert "begrip sdl --write" in absent.output
    assert printed.output == outdated.read_text()


def test_the_command_tells_what_changed() -> None:
    told = CliRunner().invoke(command, ["--changes"])

    assert told.output == changelog.unreleased(sdl.COMMITTED.read_text())


def test_the_command_releases(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sdl, "COMMITTED", tmp_path / "schema.graphql")
    monkeypatch.setattr(changelog, "COMMITTED", tmp_path / "CHANGELOG-schema.md")
    monkeypatch.setattr(history, "FOLDER", tmp_path / "releases")

    first = CliRunner().invoke(command, ["--release", "1.0.0"])
    again = CliRunner().invoke(command, ["--release", "1.0.0"])

    assert (first.exit_code, again.exit_code) == (0, 1)
    assert "1.0.0 is not newer than 1.0.0" in again.output
    assert [one.version for one in history.releases()] == ["1.0.0"]
    assert "## 1.0.0" in changelog.COMMITTED.read_text()


def breaking(changes: list[SchemaChange]) -> list[SchemaChange]:
    return [change for change in changes if type(change).__name__ == "BreakingChange"]


def shape(schema: GraphQLSchema, name: str) -> set[str]:
    """What a type promises, line by line: kind, interfaces, fields with arguments, defaults and directives, values."""
    kind = schema.type_map[name]
    lines = {type(kind).__name__}
    if is_scalar_type(kind):
        return lines | {str(kind.specified_by_url)}
    if is_enum_type(kind):
        return lines | set(kind.values)
    lines |= {f"implements {one.name}" for one in getattr(kind, "interfaces", ())}
    lines |= {f"member {one.name}" for one in getattr(kind, "types", ())}
    return lines | {line for field in getattr(kind, "fields", {}).items() for line in promised(*field)}


def promised(name: str, field: object) -> set[str]:
    node = field.ast_node  # type: ignore[attr-defined]
    directives = {f"{name} {print_ast(one)}" for one in node.directives or ()}
    arguments = {
        f"{name}({argument}: {given.type} = {given.default_value})"
        for argument, given in getattr(field, "args", {}).items()
    }
    return {f"{name}: {field.type} {getattr(field, 'default_value', '')}"} | directives | arguments  # type: ignore[attr-defined]

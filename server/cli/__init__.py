"""The command `begrip`. Each command lies in a module of its own, read when it is called."""

import importlib
import sys
from collections.abc import Mapping
from types import MappingProxyType

import click

from models.errors import Refusal
from server import version
from server.connections import StillStarting
from server.embedded.folders import UnreachableFolder
from server.embedded.natives import MissingNatives
from server.embedded.runtime import AlreadyRunning
from server.embedded.supervisor import FailedStart
from server.setting import WrongSetting

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "serve": "server.cli.serve:command",
        "worker": "server.cli.worker:command",
        "migrate": "server.cli.migrate:command",
        "settings": "server.cli.settings:command",
        "import": "server.cli.import_:import_",
        "key": "server.cli.key:key",
        "user": "server.cli.user:user",
        "client": "server.cli.client:client",
        "login": "server.cli.login:command",
        "logout": "server.cli.login:logout",
        "whoami": "server.cli.login:whoami",
        "documents": "server.cli.documents:documents",
        "events": "server.cli.events:events",
        "dead-letters": "server.cli.dead_letters:dead_letters",
        "check": "server.cli.check:check",
        "rules": "server.cli.rules:rules",
        "sdl": "server.cli.sdl:command",
        "docs": "server.cli.docs:command",
    }
)
"""Names as typed, and the command of which module they run."""

_SPOKEN = (
    WrongSetting,
    StillStarting,
    UnreachableFolder,
    MissingNatives,
    AlreadyRunning,
    FailedStart,
    Refusal,
    LookupError,
)
"""What an operator is told in one sentence; anything else is a bug, and shows its stack."""


class LazyGroup(click.Group):
    """Commands by name; the module of one is imported when it is asked for, so `begrip check` needs no database driver."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or null when there is none of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        found: click.Command = getattr(importlib.import_module(module), name)
        return found


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version.current(), prog_name="begrip")
def group() -> None:
    """Keep, validate and establish definitions, and stream what happens to them."""


def main() -> None:
    """The command of the command line was carried out; else one sentence says what to do, and the exit code is 2."""
    try:
        group(prog_name="begrip")
    except _SPOKEN as err:
        click.echo(f"begrip: {err}", err=True)
        sys.exit(2)

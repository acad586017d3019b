"""`begrip sdl`: the schema as text; checks or renews the committed one."""

import click

from schema import build, sdl


@click.command()
@click.option("--check", "mode", flag_value="check", help="End with 1 when the committed file is outdated.")
@click.option("--write", "mode", flag_value="write", help="Renew the committed file.")
def command(mode: str | None) -> None:
    """Print the GraphQL schema, or check or renew schema/schema.graphql."""
    text = sdl.text(build.build())
    if mode == "write":
        sdl.COMMITTED.write_text(text, encoding="utf-8")
    elif mode == "check":
        _check(text)
    else:
        click.echo(text, nl=False)


def _check(text: str) -> None:
    committed = sdl.COMMITTED.read_text(encoding="utf-8") if sdl.COMMITTED.exists() else ""
    if committed != text:
        raise click.ClickException("schema/schema.graphql is outdated; run `begrip sdl --write`")

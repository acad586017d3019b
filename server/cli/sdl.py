"""`begrip sdl`: the schema as text, what changed of it since the last release, and the next release."""

from datetime import UTC, datetime

import click

from schema import build, changelog, history, sdl


@click.command()
@click.option("--check", "mode", flag_value="check", help="End with 1 when a committed file is outdated.")
@click.option("--write", "mode", flag_value="write", help="Renew the committed files.")
@click.option("--changes", "mode", flag_value="changes", help="Print what clients notice since the last release.")
@click.option("--release", "version", metavar="VERSION", help="Keep the schema as a release that clients rely on.")
def command(mode: str | None, version: str | None) -> None:
    """Print the GraphQL schema; or check, renew or release schema/schema.graphql and CHANGELOG-schema.md."""
    text = sdl.text(build.build())
    if version is not None:
        _release(version, text)
    elif mode == "write":
        _write(text)
    elif mode == "check":
        _check(text)
    else:
        click.echo(changelog.unreleased(text) if mode == "changes" else text, nl=False)


def _write(text: str) -> None:
    sdl.COMMITTED.write_text(text, encoding="utf-8")
    changelog.COMMITTED.write_text(changelog.page(text), encoding="utf-8")


def _check(text: str) -> None:
    for file, wanted in ((sdl.COMMITTED, text), (changelog.COMMITTED, changelog.page(text))):
        if not file.exists() or file.read_text(encoding="utf-8") != wanted:
            raise click.ClickException(f"{file.name} is outdated; run `begrip sdl --write`")


def _release(version: str, text: str) -> None:
    try:
        made = history.release(version, text, datetime.now(UTC).date())
    except history.Unreleasable as refused:
        raise click.ClickException(str(refused)) from refused
    _write(text)
    click.echo(f"{made.version} is released; commit schema/releases and CHANGELOG-schema.md")

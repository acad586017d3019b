"""`begrip documents`: the GraphQL documents that this installation trusts."""

from pathlib import Path

import click

from exchange import manifest
from exchange.manifest import BadManifest
from models import trusted_document_rows as rows
from models.trusted_document_rows import Trusted
from server.cli import inside

UNUSABLE = 2


class Unusable(click.ClickException):
    """The manifest cannot be used; the message says why."""

    exit_code = UNUSABLE


@click.group()
def documents() -> None:
    """Trust the documents of your frontends: load their manifests, list them, forget them."""


@documents.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path))
def load(file: Path) -> None:
    """Trust every document of the manifest FILE: JSON of id to text, or Apollo's persisted query manifest."""
    try:
        found = manifest.read(file.read_bytes())
    except BadManifest as err:
        raise Unusable(f"{file.name}: {err}") from err
    trusted = [Trusted(hash=one.hash, name=one.name, text=one.text) for one in found]
    new = inside.run(lambda: rows.keep(trusted))
    click.echo(f"{len(trusted)} documents are trusted, {new} of them new")


@documents.command(name="list")
def list_() -> None:
    """List the trusted documents: the id to call for, and the name where it has one."""
    for hash_, name in inside.run(rows.names):
        click.echo(f"sha256:{hash_}{'' if name is None else '  ' + name}")


@documents.command()
@click.argument("ids", nargs=-1, required=True)
def forget(ids: tuple[str, ...]) -> None:
    """Trust these documents no more; servers notice within half a minute."""
    gone = inside.run(lambda: rows.forget([one.removeprefix("sha256:") for one in ids]))
    click.echo(f"{gone} of {len(ids)} documents were forgotten")

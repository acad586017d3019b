"""`begrip login`, `logout`, `whoami`: a person at the command line, known to a server by their own sign-in."""

import json
import urllib.error
import urllib.request
import webbrowser

import click

from server import login, login_file

_URL = click.option(
    "--url",
    envvar="BEGRIP_PUBLIC_URL",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Address of the server.",
    callback=lambda _ctx, _option, value: value.rstrip("/"),
)
_WHO = "{ viewer { user { displayName email role } scopes } }"
_SECONDS = 10


@click.command()
@_URL
@click.option("--browser/--no-browser", default=True, help="Open the page, or only print its address.")
def command(url: str, *, browser: bool) -> None:
    """Sign in with your browser; a token that only you can read is kept for later."""

    def show(address: str) -> None:
        click.echo(f"Sign in at:\n{address}")
        if browser:
            webbrowser.open(address)

    login.sign_in(url, show)
    click.echo(f"Signed in; kept in {login_file.path()}")


@click.command()
@_URL
def logout(url: str) -> None:
    """Sign out: nothing is kept, and the server ends the session."""
    click.echo("Signed out." if login.sign_out(url) else "Nobody was signed in.")


@click.command()
@_URL
def whoami(url: str) -> None:
    """Print who is signed in, and what the command line may do for them."""
    request = urllib.request.Request(  # noqa: S310 - the address that signing in went to
        f"{url}/graphql",
        json.dumps({"query": _WHO}).encode(),
        {"content-type": "application/json", "authorization": f"Bearer {login.access_token(url)}"},
    )
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - as above
            viewer = json.load(answer)["data"]["viewer"]
    except urllib.error.HTTPError as err:
        raise login.LoginFailed(f"the server refused ({err.code}); `begrip login` starts anew") from err
    except OSError as err:
        raise login.LoginFailed(f"no answer from {url}: {err}") from err
    person = viewer["user"]
    click.echo(f"{person['displayName']} <{person['email']}> {person['role'].lower()}")
    click.echo(" ".join(viewer["scopes"]))

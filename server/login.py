"""A person of the command line, signed in by code and PKCE over a loopback port (RFC 8252), with the standard library alone."""

import base64
import hashlib
import hmac
import http.server
import json
import secrets
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from server import login_file
from server.login_file import Saved

CLIENT_ID = "begrip-cli"
_WELL_KNOWN = "/.well-known/oauth-authorization-server"
_SECONDS = 10
_MOST_BYTES = 1_000_000
_DONE = "<!doctype html><title>Begrip</title><p>Done. You can close this window and go back to the terminal."


class LoginFailed(LookupError):
    """The sign-in did not come about; the message says why."""


@dataclass(frozen=True, slots=True)
class _Server:
    issuer: str
    authorize: str
    token: str
    revoke: str


def sign_in(url: str, show: Callable[[str], object], *, patience: timedelta = timedelta(minutes=5)) -> Saved:
    """Tokens of whoever allows it in their browser, kept for later. `show` is given the address to open.

    Raises:
        LoginFailed: the server is no authorization server, the user refused, or nobody came in time.
    """
    server = _described(url)
    verifier, state = secrets.token_urlsafe(48), secrets.token_urlsafe(24)
    with _Door(patience) as door:
        back = f"http://127.0.0.1:{door.server_port}/callback"
        show(f"{server.authorize}?{urllib.parse.urlencode(_asked(back, verifier, state))}")
        answer = door.answer()
    if not hmac.compare_digest(answer.get("state", ""), state) or answer.get("iss") != server.issuer:
        raise LoginFailed("the answer did not come from this server; try again")
    if "code" not in answer:
        raise LoginFailed(f"not allowed: {answer.get('error_description') or answer.get('error') or 'no code came'}")
    form = {"grant_type": "authorization_code", "code": answer["code"], "redirect_uri": back, "code_verifier": verifier}
    return _saved(url, _posted(server.token, form))


def access_token(url: str) -> str:
    """An access token for the server: the one that was kept while it is good, else the next one.

    Raises:
        LoginFailed: nobody signed in, or the sign-in has ended.
    """
    with login_file.locked():
        saved = login_file.load(url)
        if saved is None:
            raise LoginFailed("nobody signed in here; `begrip login` does it")
        if saved.is_fresh:
            return saved.access_token
        form = {"grant_type": "refresh_token", "refresh_token": saved.refresh_token}
        return _saved(url, _posted(_described(url).token, form)).access_token


def sign_out(url: str) -> bool:
    """Whether somebody was signed in; nothing is kept of them, and the server knows (RFC 7009)."""
    saved = login_file.load(url)
    if saved is None:
        return False
    login_file.forget(url)
    _posted(_described(url).revoke, {"token": saved.refresh_token})
    return True


def _asked(back: str, verifier: str, state: str) -> dict[str, str]:
    digest = hashlib.sha256(verifier.encode()).digest()
    return {
        "response_type": "code",
        "client_id": CLIENT_ID,
        "redirect_uri": back,
        "state": state,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
    }


def _described(url: str) -> _Server:
    told = _fetched(urllib.request.Request(url + _WELL_KNOWN))  # noqa: S310 - the address that the user typed
    names = ("issuer", "authorization_endpoint", "token_endpoint", "revocation_endpoint")
    values = [str(told.get(name, "")) for name in names]
    if not all(values) or values[0] != url:
        raise LoginFailed(f"{url} calls itself {values[0] or 'nothing'}; sign in to that address")
    return _Server(*values)


def _posted(address: str, form: dict[str, str]) -> dict[str, object]:
    body = urllib.parse.urlencode({"client_id": CLIENT_ID, **form}).encode()
    return _fetched(urllib.request.Request(address, body))  # noqa: S310 - an address of the server


def _fetched(request: urllib.request.Request) -> dict[str, object]:
    if urllib.parse.urlsplit(request.full_url).scheme not in {"http", "https"}:
        raise LoginFailed(f"{request.full_url} is no address of a server")
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - http or https, seen above
            raw = answer.read(_MOST_BYTES)
    except urllib.error.HTTPError as err:
        raise LoginFailed(f"the server refused ({err.code}); `begrip login` starts anew") from err
    except OSError as err:
        raise LoginFailed(f"no answer from {request.full_url}: {err}") from err
    try:
        found = json.loads(raw or b"{}")
    except ValueError as err:
        raise LoginFailed(f"{request.full_url} is no authorization server") from err
    return found if isinstance(found, dict) else {}


def _saved(url: str, told: dict[str, object]) -> Saved:
    seconds = told.get("expires_in")
    saved = Saved.lasting(
        str(told.get("access_token", "")),
        str(told.get("refresh_token", "")),
        timedelta(seconds=seconds if isinstance(seconds, int) else 0),
    )
    login_file.keep(url, saved)
    return saved


class _Door(http.server.HTTPServer):
    """A port of the loopback address that takes one answer."""

    def __init__(self, patience: timedelta) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.timeout = patience.total_seconds()
        self.found: dict[str, str] | None = None

    def answer(self) -> dict[str, str]:
        """What the browser brought."""
        while self.found is None:
            self.handle_request()
        return self.found

    def handle_timeout(self) -> None:
        """Nobody came."""
        raise LoginFailed("nobody allowed it in time; try again")


class _Handler(http.server.BaseHTTPRequestHandler):
    """Reads the answer out of the address; whatever else a browser asks for is not there."""

    server: _Door

    def do_GET(self) -> None:
        """The page that says so, when this is the answer."""
        parts = urllib.parse.urlsplit(self.path)
        if parts.path != "/callback":
            self.send_error(404)
            return
        self.server.found = dict(urllib.parse.parse_qsl(parts.query))
        body = _DONE.encode()
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.send_header("content-security-policy", "default-src 'none'")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives
        """Nothing: the address holds a code."""

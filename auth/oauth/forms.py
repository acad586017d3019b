"""Forms of our own pages: proof that a form was filled in where it was shown, and cookies that only we set."""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

_FORM = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class Cookies:
    """Names and flags of our cookies. `__Host-` binds a cookie to this host and to HTTPS (RFC 6265bis 4.1.3.2)."""

    is_https: bool

    @property
    def browser(self) -> str:
        """Of the cookie that stands for who signed in."""
        return "__Host-begrip_browser" if self.is_https else "begrip_browser"

    @property
    def form(self) -> str:
        """Of the cookie that forms are tied to."""
        return "__Host-begrip_form" if self.is_https else "begrip_form"

    def put(self, response: Response, name: str, value: str, *, seconds: int | None = None) -> None:
        """The response sets the cookie: no script reads it, and other sites send it only when they lead here."""
        response.set_cookie(name, value, max_age=seconds, path="/", secure=self.is_https, httponly=True, samesite="lax")

    def drop(self, response: Response, name: str) -> None:
        """The browser forgets the cookie."""
        response.delete_cookie(name, path="/", secure=self.is_https, httponly=True, samesite="lax")


@dataclass(frozen=True, slots=True)
class Forms:
    """Tokens that make a form ours: nobody else knows the cookie they are made of, and none serves another request."""

    key: bytes

    def nonce(self, request: Request, cookies: Cookies) -> str:
        """The value of the cookie of this browser; a new one when it has none."""
        given = request.cookies.get(cookies.form, "")
        return given if _FORM.fullmatch(given) else secrets.token_urlsafe(32)

    def token(self, nonce: str, request: Request, cookies: Cookies) -> str:
        """What the form on the answer to this request carries."""
        about = "\n".join((nonce, request.cookies.get(cookies.browser, ""), request.url.query))
        return hmac.digest(self.key, about.encode(errors="replace"), hashlib.sha256).hex()

    def is_ours(self, request: Request, cookies: Cookies, token: str) -> bool:
        """Whether the form that was sent is one that this browser was shown for this very request."""
        # Browsers say where a request comes from; old ones do not.
        if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return False
        nonce = request.cookies.get(cookies.form, "")
        if not _FORM.fullmatch(nonce):
            return False
        return hmac.compare_digest(self.token(nonce, request, cookies), token)

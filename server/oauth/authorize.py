"""The authorization endpoint (RFC 6749 3.1): a person signs in, allows or refuses, and is sent back."""

from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from auth.errors import Forbidden, SignInRefused
from auth.oauth import authorization, pages, parameters, redirects
from auth.oauth.authorization import Asked, Destination
from auth.oauth.forms import Cookies, Forms
from auth.oauth.pages import Page
from auth.oauth.parameters import Parameters
from auth.oauth.refusals import Code, OauthRefusal
from auth.viewer import Viewer
from resolvers import browsers, identity, oauth_access, oauth_grants, sessions
from resolvers.browsers import Browser
from resolvers.context import Context
from resolvers.errors import LimitExceeded
from schema.gate import asker

_SEE_OTHER = 303  # RFC 9700 4.12: a 307 would carry the password along
_BAD_REQUEST = 400
_TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class _Visit:
    """One request of a browser, as far as it was understood."""

    request: Request
    ctx: Context
    to: Destination
    asked: Asked
    browser: Browser | None
    nonce: str
    """Of the forms of this browser: found in its cookie, or made for it just now."""


class Authorize:
    """GET shows what there is to decide, POST decides it. Both carry the whole request in their query: nothing is kept between."""

    def __init__(self, issuer: str, forms: Forms) -> None:
        self._issuer = issuer
        self._forms = forms
        self._cookies = Cookies(is_https=issuer.startswith("https:"))

    async def answer(self, request: Request) -> Response:
        """The page, or the way back to the application."""
        ctx = asker.of_scope(request.scope).context()
        ctx.viewer = Viewer(client=ctx.viewer.client)
        try:
            found, has_repetition = parameters.parse(request.url.query)
            client = await oauth_access.find(found.get("client_id", ""))
            repeats_these = has_repetition and _is_ambiguous(request.url.query)
            to = authorization.destination(client, found, is_ambiguous=repeats_these)
        except OauthRefusal:
            return _shown(pages.dead_end(ctx.locale), status=_BAD_REQUEST)
        try:
            return await self._decide(request, ctx, to, found=found, has_repetition=has_repetition)
        except OauthRefusal as refusal:
            return self._back(to, {"error": refusal.error.value, "error_description": refusal.message})

    async def _decide(
        self, request: Request, ctx: Context, to: Destination, *, found: Parameters, has_repetition: bool
    ) -> Response:
        client = await oauth_access.find(found["client_id"])
        if client is None:
            raise OauthRefusal(Code.ACCESS_DENIED, "the application is gone")
        asked = authorization.asked(
            client, to, found, resources=identity.current().options.resources, has_repetition=has_repetition
        )
        browser = await browsers.find(ctx, request.cookies.get(self._cookies.browser))
        visit = _Visit(
            request,
            replace(ctx, viewer=browser.viewer) if browser else ctx,
            to,
            asked,
            browser,
            self._forms.nonce(request, self._cookies),
        )
        return await (self._obey(visit) if request.method == "POST" else self._show(visit))

    async def _show(self, visit: _Visit) -> Response:
        if visit.browser is None:
            return self._sign_in_page(visit)
        offered = await oauth_grants.offer(visit.ctx, visit.asked)
        # Whoever listens on a loopback port need not be who listened last time (RFC 8252 8.6).
        if redirects.assures_identity(visit.to.uri) and await oauth_grants.is_remembered(
            visit.ctx, visit.asked, offered
        ):
            return await self._allow(visit)
        page = self._page(visit)
        host = redirects.origin(visit.to.uri)
        html = pages.consent(page, person=visit.browser.display_name, scopes=offered, host=host)
        return self._shown_form(visit, html)

    async def _obey(self, visit: _Visit) -> Response:
        raw = await visit.request.body()
        try:
            form = parameters.parse_form(raw, visit.request.headers.get("content-type", ""))
        except OauthRefusal:
            form = {}
        if not self._forms.is_ours(visit.request, self._cookies, form.get("form_token", "")):
            return self._sign_in_page(visit, fault="old_form", status=_BAD_REQUEST)
        deed = form.get("deed")
        if deed == "sign_in":
            return await self._sign_in(visit, form)
        if visit.browser is None:
            return self._sign_in_page(visit)
        if deed == "allow":
            return await self._allow(visit)
        if deed == "switch":
            return await self._switch(visit)
        raise OauthRefusal(Code.ACCESS_DENIED, "the user refused")

    async def _sign_in(self, visit: _Visit, form: Parameters) -> Response:
        ctx, email = visit.ctx, form.get("email", "")
        try:
            cookie = await browsers.sign_in(ctx, email, form.get("password", ""))
        except SignInRefused:
            return self._sign_in_page(visit, fault="refused", email=email, status=_BAD_REQUEST)
        except LimitExceeded:
            return self._sign_in_page(visit, fault="too_many", email=email, status=_TOO_MANY)
        except Forbidden:
            return self._sign_in_page(visit, fault="one_time", email=email, status=_BAD_REQUEST)
        response = self._again(visit)
        seconds = int(browsers.LIFETIME.total_seconds())
        self._cookies.put(response, self._cookies.browser, cookie, seconds=seconds)
        return response

    async def _allow(self, visit: _Visit) -> Response:
        offered = await oauth_grants.offer(visit.ctx, visit.asked)
        return self._back(visit.to, {"code": await oauth_grants.allow(visit.ctx, visit.asked, offered)})

    async def _switch(self, visit: _Visit) -> Response:
        await sessions.sign_out(visit.ctx)
        response = self._again(visit)
        self._cookies.drop(response, self._cookies.browser)
        return response

    def _sign_in_page(self, visit: _Visit, *, fault: str | None = None, email: str = "", status: int = 200) -> Response:
        page = self._page(visit)
        response = self._shown_form(visit, pages.sign_in(page, fault=fault, email=email), status=status)
        if status == _TOO_MANY:
            response.headers["retry-after"] = "900"
        return response

    def _page(self, visit: _Visit) -> Page:
        return Page(
            locale=visit.ctx.locale,
            application=visit.asked.client.name,
            token=self._forms.token(visit.nonce, visit.request, self._cookies),
        )

    def _shown_form(self, visit: _Visit, html: str, *, status: int = 200) -> Response:
        response = _shown(html, status=status, origin=redirects.origin(visit.to.uri))
        self._cookies.put(response, self._cookies.form, visit.nonce)
        return response

    def _again(self, visit: _Visit) -> Response:
        """The browser asks anew, by GET, so that going back sends no password twice."""
        address = f"{visit.request.url.path}?{visit.request.url.query}"
        return RedirectResponse(address, _SEE_OTHER, headers={"cache-control": "no-store"})

    def _back(self, to: Destination, answer: dict[str, str]) -> Response:
        state = {} if to.state is None else {"state": to.state}
        address = redirects.with_answer(to.uri, {**answer, **state, "iss": self._issuer})  # RFC 9207 2
        return Response(status_code=_SEE_OTHER, headers={"location": address, "cache-control": "no-store"})


def _shown(html: str, *, status: int, origin: str = "") -> Response:
    headers = {
        "content-security-policy": pages.policy(origin),
        "cache-control": "no-store",
        "vary": "Accept-Language, Cookie",
    }
    return HTMLResponse(html, status_code=status, headers=headers)


def _is_ambiguous(query: str) -> bool:
    """Whether client or address stand there twice: then nobody knows where an error would go."""
    return any(f"&{query}".count(f"&{name}=") > 1 for name in ("client_id", "redirect_uri"))

"""An authorization server under test: the real routes and layers over PostgreSQL and Redis, with a clock that the test moves."""

import base64
import hashlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
from redis.asyncio import Redis
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from auth import routes as auth_routes
from auth.middleware import Authentication
from models.kinds import Role
from models.oauth import OauthClient
from models.user import User
from resolvers import identity, oauth_clients
from resolvers.oauth_clients import NewApplication
from server.edge import Edge
from server.oauth import routes as oauth_routes
from tests import people

ISSUER = "https://begrip.test"
CALLBACK = "https://app.example/callback?from=begrip"
LOOPBACK = "http://127.0.0.1/callback"
VERIFIER = "a-verifier-of-more-than-forty-three-characters-0123"
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
SCOPES = ("definitions:read", "drafts:read", "definitions:write")


@dataclass
class Server:
    """The server, a browser and the applications that are registered there."""

    http: httpx.AsyncClient
    browser: httpx.AsyncClient
    clock: people.Clock
    ada: User
    web: OauthClient
    web_secret: str
    app: OauthClient
    robot: OauthClient
    robot_secret: str
    answers: list[int] = field(default_factory=list)

    def asked(self, **changes: str | None) -> dict[str, str]:
        """The parameters of an authorization request; null leaves one out."""
        given: dict[str, str | None] = {
            "response_type": "code",
            "client_id": self.web.client_id,
            "redirect_uri": CALLBACK,
            "scope": "definitions:read drafts:read",
            "state": "a state",
            "code_challenge": CHALLENGE,
            "code_challenge_method": "S256",
            **changes,
        }
        return {name: value for name, value in given.items() if value is not None}

    async def ask(self, **changes: str | None) -> httpx.Response:
        return await self.browser.get("/oauth/authorize", params=self.asked(**changes))

    async def fill(self, page: httpx.Response, **fields: str) -> httpx.Response:
        """The form on the page, sent with these values."""
        return await self.browser.post(page.request.url, data={"form_token": form_token(page), **fields})

    async def sign_in(self, *, email: str = "ada@example.org", password: str = people.PASSWORD) -> httpx.Response:
        page = await self.ask()
        return await self.fill(page, deed="sign_in", email=email, password=password)

    async def code(self, **changes: str | None) -> str:
        """A code that Ada allowed; she signs in when she did not yet."""
        if not [name for name in self.browser.cookies if name.endswith("browser")]:
            await self.sign_in()
        page = await self.ask(**changes)
        if page.status_code == 200:
            page = await self.fill(page, deed="allow")
        return answer_of(page)["code"]

    async def token(self, auth: tuple[str, str] | None = None, **form: str | None) -> httpx.Response:
        data = {name: value for name, value in form.items() if value is not None}
        return await self.http.post("/oauth/token", data=data, auth=auth or httpx.USE_CLIENT_DEFAULT)

    async def exchange(self, code: str, **changes: str | None) -> httpx.Response:
        """The code of the web application, exchanged as it should be but for the changes."""
        form: dict[str, str | None] = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": CALLBACK,
            "code_verifier": VERIFIER,
            **changes,
        }
        return await self.token(self.as_web, **form)

    async def tokens(self, **changes: str | None) -> dict[str, str]:
        """Tokens of the web application, for what Ada allowed."""
        answer = await self.exchange(await self.code(**changes))
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def refresh(self, token: str, **changes: str | None) -> httpx.Response:
        return await self.token(self.as_web, grant_type="refresh_token", refresh_token=token, **changes)

    async def introspect(self, token: str, auth: tuple[str, str] | None = None, **form: str) -> httpx.Response:
        return await self.http.post("/oauth/introspect", data={"token": token, **form}, auth=auth or self.as_web)

    async def revoke(self, token: str, auth: tuple[str, str] | None = None, **form: str) -> httpx.Response:
        return await self.http.post("/oauth/revoke", data={"token": token, **form}, auth=auth or self.as_web)

    async def viewer(self, access_token: str) -> httpx.Response:
        """Who the API takes the bearer of the token for; what was remembered of them is forgotten first."""
        identity.current().standings.forget()
        return await self.http.get("/viewer", headers={"authorization": f"Bearer {access_token}"})

    @property
    def as_web(self) -> tuple[str, str]:
        return self.web.client_id, self.web_secret

    @property
    def as_robot(self) -> tuple[str, str]:
        return self.robot.client_id, self.robot_secret


def form_token(page: httpx.Response) -> str:
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', page.text)
    assert found is not None, page.text
    return found[1]


def answer_of(response: httpx.Response) -> dict[str, str]:
    """What a redirect brings to the application."""
    assert response.status_code == 303, response.text
    return dict(parse_qsl(urlsplit(response.headers["location"]).query))


def query(**parameters: str) -> str:
    return urlencode(parameters)


def error(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["error"]


async def _viewer(request: Request) -> Response:
    viewer = request.state.viewer
    told = {"user": str(viewer.user_id), "application": viewer.application, "scopes": sorted(viewer.scopes)}
    return JSONResponse(told)


@asynccontextmanager
async def serving(redis: Redis, *, issuer: str = ISSUER) -> AsyncIterator[Server]:
    clock = people.clock()
    built = await people.configure(redis, clock, issuer=issuer)
    ada = await people.person(role=Role.EDITOR)
    routes = [Route("/viewer", _viewer), auth_routes.jwks(built.keys), *oauth_routes.routes(built)]
    layers = [Middleware(Authentication, authenticator=built.authenticator, elsewhere=oauth_routes.BY_CLIENTS)]
    asgi = Edge(Starlette(routes=routes, middleware=layers), is_https=True)
    transport = httpx.ASGITransport(asgi, raise_app_exceptions=False)
    web, web_secret = await oauth_clients.create(
        people.SYSTEM_CONTEXT,
        NewApplication(name="Web <b>", is_confidential=True, redirect_uris=[CALLBACK], scopes=SCOPES),
    )
    app, _ = await oauth_clients.create(
        people.SYSTEM_CONTEXT,
        NewApplication(name="App", redirect_uris=[LOOPBACK, "org.example.app:/callback"], scopes=SCOPES),
    )
    robot, robot_secret = await oauth_clients.create(
        people.SYSTEM_CONTEXT,
        NewApplication(name="Robot", is_confidential=True, scopes=[*SCOPES, "users:write"], owner_id=ada.id),
    )
    assert web_secret is not None
    assert robot_secret is not None
    async with (
        httpx.AsyncClient(transport=transport, base_url=issuer) as http,
        httpx.AsyncClient(transport=transport, base_url=issuer) as browser,
    ):
        yield Server(http, browser, clock, ada, web, web_secret, app, robot, robot_secret)

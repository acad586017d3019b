"""A client that we did not write: Authlib's, through the whole life of a grant, over sockets."""

import asyncio
import importlib
import socket
import warnings
from collections.abc import AsyncIterator
from types import ModuleType

import httpx
import pytest_asyncio
import uvicorn
from redis.asyncio import Redis
from starlette.applications import Starlette
from starlette.middleware import Middleware

from auth import routes as auth_routes
from auth.middleware import Authentication
from auth.oauth import metadata
from models import store as stores
from models.kinds import Role
from resolvers import oauth_clients
from resolvers.oauth_clients import NewApplication
from server.edge import Edge
from server.oauth import routes as oauth_routes
from tests import people
from tests.auth.oauth import flow


@pytest_asyncio.fixture
async def issuer(store: stores.Store, redis: Redis) -> AsyncIterator[str]:
    """The address of a server on a loopback port, which is the name of its issuer."""
    door = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{door.getsockname()[1]}"
    built = await people.configure(redis, issuer=address)
    await people.person(role=Role.EDITOR)
    layers = [Middleware(Authentication, authenticator=built.authenticator, elsewhere=oauth_routes.BY_CLIENTS)]
    routes = [auth_routes.jwks(built.keys), *oauth_routes.routes(built)]
    asgi = Edge(Starlette(routes=routes, middleware=layers), is_https=False)
    server = uvicorn.Server(uvicorn.Config(asgi, log_level="critical", lifespan="off", timeout_graceful_shutdown=1))
    running = asyncio.create_task(server.serve([door]))
    yield address
    server.should_exit = True
    await running
    door.close()


def authlib() -> ModuleType:
    """Authlib's client; that it calls httpx deprecated is its own affair."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("authlib.integrations.httpx_client")


async def test_authlib_gets_refreshes_introspects_and_revokes(issuer: str) -> None:
    row, secret = await oauth_clients.create(
        people.SYSTEM_CONTEXT,
        NewApplication(name="Web", is_confidential=True, redirect_uris=[flow.CALLBACK], scopes=flow.SCOPES),
    )
    client = authlib().AsyncOAuth2Client(
        row.client_id,
        secret,
        scope="definitions:read drafts:read",
        redirect_uri=flow.CALLBACK,
        code_challenge_method="S256",
    )
    async with client:
        told = (await _get(issuer + metadata.WELL_KNOWN)).json()
        url, state = client.create_authorization_url(told["authorization_endpoint"], code_verifier=flow.VERIFIER)
        back = await _allowed(issuer, url)

        token = await client.fetch_token(
            told["token_endpoint"], authorization_response=back, state=state, code_verifier=flow.VERIFIER
        )
        renewed = await client.refresh_token(told["token_endpoint"], refresh_token=token["refresh_token"])
        active = await client.introspect_token(told["introspection_endpoint"], token=renewed["access_token"])
        revoked = await client.revoke_token(told["revocation_endpoint"], token=renewed["refresh_token"])
        inactive = await client.introspect_token(told["introspection_endpoint"], token=renewed["access_token"])

    assert token["scope"] == "definitions:read drafts:read"
    assert renewed["refresh_token"] != token["refresh_token"]
    assert (active.json()["active"], revoked.status_code, inactive.json()) == (True, 200, {"active": False})


async def test_authlib_acts_on_its_own(issuer: str) -> None:
    owner = await people.person("robot@example.org")
    row, secret = await oauth_clients.create(
        people.SYSTEM_CONTEXT,
        NewApplication(name="Robot", is_confidential=True, scopes=flow.SCOPES, owner_id=owner.id),
    )
    async with authlib().AsyncOAuth2Client(row.client_id, secret) as client:
        token = await client.fetch_token(issuer + metadata.TOKEN, grant_type="client_credentials")

    assert (token["token_type"], token["expires_in"]) == ("Bearer", 600)


async def _get(address: str) -> httpx.Response:
    async with httpx.AsyncClient() as client:
        return await client.get(address)


async def _allowed(issuer: str, url: str) -> str:
    """Where the browser of Ada is sent, once she signed in and allowed it."""
    async with httpx.AsyncClient(base_url=issuer) as browser:
        page = await browser.get(url)
        fields = {"email": "ada@example.org", "password": people.PASSWORD}
        await browser.post(url, data={"deed": "sign_in", "form_token": flow.form_token(page), **fields})
        page = await browser.get(url)
        answer = await browser.post(url, data={"deed": "allow", "form_token": flow.form_token(page)})
    return str(answer.headers["location"])

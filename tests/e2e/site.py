"""The whole application on a loopback port: what `begrip serve` serves, and the rounds of a worker beside it."""

import asyncio
import contextlib
import functools
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import httpx
import uvicorn
from tortoise import context as tortoise_context

from auth.viewer import SYSTEM
from resolvers import accounts, job_work
from resolvers.context import Context
from server import app, settings, worker
from server.connections import Urls
from server.http import Server
from tests.e2e import operations
from tests.e2e.client import Client, calling

PASSWORD = "gnome lantern drift 8"
SECRET_KEY = "a secret of the tests that has 32 characters"


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who takes part, signed in."""

    author: Client
    editor: Client
    admin: Client
    anonymous: Client


@dataclass(frozen=True, slots=True)
class Site:
    """A running server: `host:port`, its people and one public glossary for them to work in."""

    address: str
    http: httpx.AsyncClient
    people: People
    glossary_id: str


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Only one store can be open in a process: the one that other tests share stands aside meanwhile."""
    shared = tortoise_context._global_context
    tortoise_context._global_context = None
    try:
        yield
    finally:
        tortoise_context._global_context = shared


@contextlib.asynccontextmanager
async def opened(urls: Urls, **environ: str) -> AsyncIterator[Site]:
    """A site over an emptied database: the people exist, the glossary `letting` too."""
    chosen = settings.read(
        {
            "DATABASE_URL": urls.database_url,
            "REDIS_URL": urls.redis_url,
            "BEGRIP_SECRET_KEY": SECRET_KEY,
            "BEGRIP_PUBLIC_URL": "http://begrip.test",
            **environ,
        }
    )
    with alone():
        async with _served(app.build(chosen, urls)) as address, _working(), calling(address) as http:
            people = await _people(http)
            made = await people.admin.ask(
                operations.CREATE_GLOSSARY,
                input={"slug": "letting", "name": "Letting", "isPublic": True, "locales": ["en", "nl"]},
            )
            yield Site(address, http, people, made.text("createGlossary.glossary.id"))


@contextlib.asynccontextmanager
async def _served(application: app.Application) -> AsyncIterator[str]:
    door = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        application.asgi,
        http="httptools",
        ws="websockets-sansio",
        lifespan="on",
        log_level="critical",
        access_log=False,
        timeout_graceful_shutdown=2,
    )
    server = Server(config, application.drain)
    running = asyncio.create_task(server.serve([door]))
    async with asyncio.timeout(20):
        while not server.started and not running.done():  # noqa: ASYNC110 - uvicorn offers nothing to wait for
            await asyncio.sleep(0.01)
    try:
        yield f"127.0.0.1:{door.getsockname()[1]}"
    finally:
        server.should_exit = True
        await running
        door.close()


@contextlib.asynccontextmanager
async def _working() -> AsyncIterator[None]:
    """Jobs and runs are carried out, by the rounds that `begrip worker` makes."""
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(worker.rounds(functools.partial(job_work.work_one, stop), stop))
        tasks.create_task(worker.carry_out_runs(stop))
        try:
            yield
        finally:
            stop.set()


@contextlib.asynccontextmanager
async def looked_after() -> AsyncIterator[None]:
    """Glossaries are looked after, as `begrip worker` does."""
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(worker.keep_glossaries(stop))
        try:
            yield
        finally:
            stop.set()


async def _people(http: httpx.AsyncClient) -> People:
    """The administrator came by the one-time secret, the others registered, and the administrator made one an editor."""
    anonymous = Client(http)
    secret = await accounts.first_administrator(Context(viewer=SYSTEM, request_id="bootstrap"))
    first = await Client(http).ask(
        operations.SIGN_IN, input={"email": accounts.FIRST_ADMINISTRATOR, "password": secret}
    )
    newcomer = Client(http, first.text("signIn.tokens.accessToken"))
    changed = await newcomer.ask(operations.CHANGE_PASSWORD, input={"currentPassword": secret, "newPassword": PASSWORD})
    admin = Client(http, changed.text("changePassword.tokens.accessToken"))
    author = await registered(http, "author@example.org")
    user = await registered(http, "editor@example.org")
    me = await user.ask(operations.VIEWER)
    await admin.ask(
        operations.UPDATE_USER,
        input={"id": me["viewer.user.id"], "expectedVersion": me["viewer.user.version"], "role": "EDITOR"},
    )
    editor = await signed_in(http, "editor@example.org")
    return People(author, editor, admin, anonymous)


async def registered(http: httpx.AsyncClient, email: str) -> Client:
    """Somebody who just made an account."""
    made = await Client(http).ask(
        operations.REGISTER, input={"email": email, "password": PASSWORD, "displayName": email.partition("@")[0]}
    )
    return Client(http, made.text("registerUser.tokens.accessToken"))


async def signed_in(http: httpx.AsyncClient, email: str) -> Client:
    """Somebody who has an account, with another session."""
    made = await Client(http).ask(operations.SIGN_IN, input={"email": email, "password": PASSWORD})
    return Client(http, made.text("signIn.tokens.accessToken"))

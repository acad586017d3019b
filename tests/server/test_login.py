"""`begrip login` against the real endpoints: a browser that allows it, a token kept where only its owner reads."""

import asyncio
import stat
import urllib.request
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
import pytest
import pytest_asyncio

from models.user import Session
from server import login, login_file
from server.login import LoginFailed
from server.login_file import Saved
from tests import people
from tests.auth.oauth import flow
from tests.auth.oauth.test_interoperability import issuer

__all__ = ["issuer"]


@pytest_asyncio.fixture
async def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Path]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    yield tmp_path / "begrip" / "login.json"


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


async def browse(issuer: str, url: str, deed: str) -> None:
    """Ada signs in and decides; her browser goes where it is sent."""
    async with httpx.AsyncClient(base_url=issuer) as browser:
        page = await browser.get(url)
        fields = {"email": "ada@example.org", "password": people.PASSWORD}
        await browser.post(url, data={"deed": "sign_in", "form_token": flow.form_token(page), **fields})
        page = await browser.get(url)
        answer = await browser.post(url, data={"deed": deed, "form_token": flow.form_token(page)})
        await browser.get(answer.headers["location"])


async def signed_in(issuer: str, deed: str = "allow") -> Saved:
    loop = asyncio.get_running_loop()
    seen: asyncio.Future[str] = loop.create_future()

    def show(url: str) -> None:
        loop.call_soon_threadsafe(seen.set_result, url)

    async with asyncio.TaskGroup() as tasks:
        done = tasks.create_task(asyncio.to_thread(login.sign_in, issuer, show, patience=timedelta(seconds=20)))
        await browse(issuer, await seen, deed)
    return done.result()


async def test_somebody_signs_in_and_a_file_of_their_own_keeps_it(issuer: str, home: Path) -> None:
    saved = await signed_in(issuer)

    assert login_file.load(issuer) == saved
    assert mode(home) == 0o600
    assert await asyncio.to_thread(login.access_token, issuer) == saved.access_token


async def test_a_token_that_ends_is_renewed(issuer: str, home: Path) -> None:
    saved = await signed_in(issuer)
    login_file.keep(issuer, Saved.lasting(saved.access_token, saved.refresh_token, timedelta(seconds=1)))

    await asyncio.to_thread(login.access_token, issuer)

    renewed = login_file.load(issuer)
    assert renewed is not None
    assert renewed.refresh_token != saved.refresh_token


async def test_signing_out_ends_the_session_and_forgets_it(issuer: str, home: Path) -> None:
    await signed_in(issuer)

    assert await asyncio.to_thread(login.sign_out, issuer) is True
    assert login_file.load(issuer) is None
    assert await Session.filter(client_id__isnull=False, revoked_at__isnull=True).count() == 0
    assert await asyncio.to_thread(login.sign_out, issuer) is False


async def test_a_refusal_is_told(issuer: str, home: Path) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        await signed_in(issuer, "deny")

    assert caught.group_contains(LoginFailed, match="the user refused")
    assert login_file.load(issuer) is None


async def test_an_answer_of_somebody_else_is_not_taken(issuer: str, home: Path) -> None:
    def show(url: str) -> None:
        asked = dict(parse_qsl(urlsplit(url).query))
        forged = urlencode({"code": "x", "state": "another", "iss": issuer})
        urllib.request.urlopen(f"{asked['redirect_uri']}?{forged}", timeout=5).close()  # noqa: S310 - our own loopback port

    with ThreadPoolExecutor(1) as pool, pytest.raises(LoginFailed, match="did not come from this server"):
        # From a thread of its own: the answer is read only after `show` came back.
        await asyncio.to_thread(
            login.sign_in, issuer, lambda url: pool.submit(show, url), patience=timedelta(seconds=20)
        )


async def test_nobody_signed_in_is_told(home: Path) -> None:
    with pytest.raises(LoginFailed, match="nobody signed in here"):
        login.access_token("http://127.0.0.1:1")


async def test_a_server_that_is_not_there_is_told(home: Path) -> None:
    with pytest.raises(LoginFailed, match="no answer from"):
        login.sign_in("http://127.0.0.1:1", print)


async def test_nobody_came_in_time(issuer: str, home: Path) -> None:
    with pytest.raises(LoginFailed, match="in time"):
        await asyncio.to_thread(login.sign_in, issuer, lambda _url: None, patience=timedelta(seconds=0.1))

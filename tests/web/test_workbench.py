"""The workbench in a real browser, without the rest of the world."""

import asyncio
import contextlib
import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.site import Site
from tests.web import browser, tools

RUN = "document.querySelector('.graphiql-execute-button')"
ANSWER = "document.querySelector('.result-window')?.innerText.replaceAll('\\u00a0', ' ') ?? ''"
EDITOR = "document.querySelector('.graphiql-query-editor .view-lines')?.innerText.replaceAll('\\u00a0', ' ') ?? ''"
TAB = "document.querySelectorAll('.graphiql-tab button.graphiql-tab-button, .graphiql-tab-button')"


def picture(tmp_path: Path, name: str) -> Path:
    return Path(os.environ.get("BEGRIP_PICTURES", tmp_path)) / name


async def run(page: browser.Page, text: str) -> None:
    """The operation of the tab was run, and its answer has the text.

    GraphiQL reads an editor's operations a moment after it shows them: a click before that runs what stood there before.
    """
    async with asyncio.timeout(60):
        while True:
            await page.evaluate(f"{RUN}?.getAttribute('aria-label')?.startsWith('Stop') || {RUN}?.click()")
            with contextlib.suppress(TimeoutError):
                await page.until(f"({ANSWER}).includes('{text}')", seconds=5)
                return


@pytest.fixture(scope="session")
def chromium() -> str:
    return tools.chromium()


async def test_query_runs(chromium: str, site: Site, tmp_path: Path) -> None:
    async with browser.opened(chromium, site.graphql) as page:
        await page.until(f"{RUN} !== null")

        await run(page, "ESTABLISHED")

        await page.screenshot(picture(tmp_path, "query.png"))
        assert page.complaints == []


async def test_subscription_starts_with_a_checkpoint(chromium: str, site: Site, tmp_path: Path) -> None:
    async with browser.opened(chromium, site.graphql) as page:
        await page.until(f"{TAB}.length >= 3")
        await page.evaluate(f"{TAB}[2].click()")
        await page.until(f"({EDITOR}).includes('subscription Watch')")

        await run(page, "StreamCheckpoint")

        await page.screenshot(picture(tmp_path, "subscription.png"))


async def test_every_request_stays_on_the_machine(chromium: str, site: Site) -> None:
    async with browser.opened(chromium, site.graphql) as page:
        await page.until(f"{TAB}.length >= 3")
        await run(page, "totalCount")

        hosts = {urlsplit(url).hostname for url in page.requests if not url.startswith(("data:", "blob:", "about:"))}

        assert hosts == {"127.0.0.1"}


async def test_sign_in_reaches_the_requests(chromium: str, site: Site, tmp_path: Path) -> None:
    fill = """(name, value) => {
        const field = document.querySelector(`.sign-in input[name=${name}]`);
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value);
        field.dispatchEvent(new Event('input', { bubbles: true }));
    }"""
    async with browser.opened(chromium, site.graphql) as page:
        await page.until("document.querySelector('.sign-in') !== null")
        await page.evaluate(f"({fill})('email', '{site.email}')")
        await page.evaluate(f"({fill})('password', '{site.password}')")
        await page.evaluate("document.querySelector('.sign-in button').click()")

        await page.until("document.querySelector('.sign-in [role=status]') !== null")

        await page.screenshot(picture(tmp_path, "signed-in.png"))
        stored = await page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie")
        assert "eyJ" not in str(stored)

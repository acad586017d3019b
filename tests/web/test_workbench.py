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
VARIABLES = (
    "document.querySelectorAll('.graphiql-editor-tool .view-lines')[0]?.innerText.replaceAll('\\u00a0', ' ') ?? ''"
)
SIGNED_IN = "document.querySelector('.sign-in [role=status]') !== null"
STORED = "JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie"
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
        assert str(await page.evaluate("document.querySelector('.foot').innerText")).startswith("200")
        assert page.complaints == []


async def test_subscription_starts_with_a_checkpoint(chromium: str, site: Site, tmp_path: Path) -> None:
    async with browser.opened(chromium, site.graphql) as page:
        await page.until(f"{TAB}.length >= 3")
        await page.evaluate(f"{TAB}[2].click()")
        await page.until(f"({EDITOR}).includes('subscription Watch')")

        await run(page, "StreamCheckpoint")

        await page.until("document.querySelector('[role=log]')?.innerText.includes('StreamCheckpoint')")
        await page.screenshot(picture(tmp_path, "subscription.png"))
        assert page.complaints == []


async def test_every_request_stays_on_the_machine(chromium: str, site: Site) -> None:
    async with browser.opened(chromium, site.graphql) as page:
        await page.until(f"{TAB}.length >= 3")
        await run(page, "totalCount")

        hosts = {urlsplit(url).hostname for url in page.requests if not url.startswith(("data:", "blob:", "about:"))}

        assert hosts == {"127.0.0.1"}


async def sign_in(page: browser.Page, site: Site, *, remember: bool = False) -> None:
    fill = """(name, value) => {
        const field = document.querySelector(`.sign-in input[name=${name}]`);
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value);
        field.dispatchEvent(new Event('input', { bubbles: true }));
    }"""
    await page.until("document.querySelector('.sign-in input') !== null")
    await page.evaluate(f"({fill})('email', '{site.email}')")
    await page.evaluate(f"({fill})('password', '{site.password}')")
    await page.evaluate(f"document.querySelector('.sign-in [name=remember]').checked = {str(remember).lower()}")
    await page.evaluate("document.querySelector('.sign-in button').click()")
    await page.until(SIGNED_IN)


async def reload(page: browser.Page) -> None:
    await page.evaluate("window.isOld = true")
    await page.call("Page.reload")
    await page.until("window.isOld !== true && document.querySelector('.sign-in') !== null")


async def press(page: browser.Page, key: str) -> None:
    for kind in ("keyDown", "keyUp"):
        await page.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=9)


async def test_sign_in_reaches_the_requests(chromium: str, site: Site, tmp_path: Path) -> None:
    async with browser.opened(chromium, site.graphql) as page:
        await sign_in(page, site)

        await page.screenshot(picture(tmp_path, "signed-in.png"))
        stored = await page.evaluate(STORED)
        assert "eyJ" not in str(stored)
        assert "refresh-token" not in str(stored)
        assert urlsplit(str(await page.evaluate("location.href"))).query == ""


async def test_reload_forgets_who_did_not_ask_to_be_remembered(chromium: str, site: Site) -> None:
    async with browser.opened(chromium, site.graphql) as page:
        await sign_in(page, site)

        await reload(page)

        assert not await page.evaluate(SIGNED_IN)


async def test_remembered_until_they_sign_out(chromium: str, site: Site) -> None:
    async with browser.opened(chromium, site.graphql) as page:
        await sign_in(page, site, remember=True)
        await reload(page)
        was_signed_in = await page.evaluate(SIGNED_IN)

        await page.evaluate("document.querySelector('.sign-in button').click()")
        await page.until("document.querySelector('.sign-in input') !== null")

        assert was_signed_in is True
        assert "refresh-token" not in str(await page.evaluate(STORED))


async def test_example_opens_in_a_tab_with_what_is_known_here(chromium: str, site: Site) -> None:
    async with browser.opened(chromium, site.graphql) as page:
        await page.until("document.querySelector('.examples') !== null")
        await page.evaluate(
            "(() => { const list = document.querySelector('.examples'); list.value = 'definitionEvents';"
            " list.dispatchEvent(new Event('change', { bubbles: true })); })()"
        )

        await page.until(f"({EDITOR}).includes('subscription DefinitionEvents')")

        variables = await page.until(f"({VARIABLES}).includes('Ids') && ({VARIABLES})")
        assert "_ID" not in str(variables)
        assert await page.evaluate(f"{TAB}.length") == 5


async def test_tab_key_leads_through_the_bar_in_order(chromium: str, site: Site) -> None:
    focused = "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.name ?? '')"
    async with browser.opened(chromium, site.graphql) as page:
        await page.until("document.querySelector('.sign-in') !== null")
        await page.evaluate("document.body.focus()")
        names = []
        for _ in range(5):
            await press(page, "Tab")
            names.append(await page.evaluate(f"{focused} || document.activeElement.innerText"))

        assert names == ["Open an example in a new tab", "E-mail", "Password", "remember", "Sign in"]


async def test_narrow_window_cuts_nothing_off(chromium: str, site: Site) -> None:
    async with browser.opened(chromium, site.graphql) as page:
        await page.until(f"{RUN} !== null")

        await page.call("Emulation.setDeviceMetricsOverride", width=600, height=900, deviceScaleFactor=1, mobile=False)

        await page.until("document.querySelector('.graphiql-response').getBoundingClientRect().right <= 600")
        assert await page.evaluate("document.querySelector('.bar').scrollWidth <= 600")

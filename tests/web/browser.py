"""A headless Chromium, driven over its DevTools protocol."""

import asyncio
import contextlib
import json
import subprocess
import tempfile
from base64 import b64decode
from collections.abc import AsyncIterator
from pathlib import Path

from websockets.asyncio.client import ClientConnection, connect

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-port=0",
    "--window-size=1440,900",
)


class Page:
    """One page. `requests` holds the address of everything that it asked for."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._count = 0
        self.requests: list[str] = []
        self.complaints: list[str] = []

    async def call(self, method: str, **parameters: object) -> dict[str, object]:
        """The result of a command."""
        self._count += 1
        await self._socket.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        async with asyncio.timeout(30):
            while True:
                message = json.loads(await self._socket.recv())
                if message.get("id") == self._count:
                    assert "error" not in message, message
                    result: dict[str, object] = message["result"]
                    return result
                self._note(message)

    def _note(self, message: dict[str, object]) -> None:
        parameters = message.get("params")
        assert isinstance(parameters, dict)
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(parameters["request"]["url"])
            case "Network.webSocketCreated":
                self.requests.append(parameters["url"])
            case "Log.entryAdded" if parameters["entry"]["level"] == "error":
                self.complaints.append(parameters["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(json.dumps(parameters["exceptionDetails"]))

    async def evaluate(self, expression: str) -> object:
        """The value of a JavaScript expression; promises are awaited."""
        result = await self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result
        value = result["result"]
        assert isinstance(value, dict)
        return value.get("value")

    async def until(self, expression: str, seconds: float = 30) -> object:
        """The first true value of an expression."""
        async with asyncio.timeout(seconds):
            while not (value := await self.evaluate(expression)):
                await asyncio.sleep(0.1)
        return value

    async def screenshot(self, path: Path) -> None:
        """A picture of the page."""
        result = await self.call("Page.captureScreenshot", format="png")
        path.write_bytes(b64decode(str(result["data"])))


@contextlib.asynccontextmanager
async def opened(chromium: str, url: str) -> AsyncIterator[Page]:
    """A page at the address, in a browser with an empty profile."""
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [chromium, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            async with connect(await _page_address(Path(profile)), max_size=None) as socket:
                page = Page(socket)
                for domain in ("Page", "Network", "Log", "Runtime"):
                    await page.call(f"{domain}.enable")
                await page.call("Page.navigate", url=url)
                yield page
        finally:
            process.terminate()
            await asyncio.to_thread(process.wait, 20)


async def _page_address(profile: Path) -> str:
    noted = profile / "DevToolsActivePort"
    async with asyncio.timeout(30):
        while not noted.exists() or not noted.read_text().strip():
            await asyncio.sleep(0.05)
    port, browser = noted.read_text().splitlines()[:2]
    async with connect(f"ws://127.0.0.1:{port}{browser}", max_size=None) as socket:
        await socket.send(json.dumps({"id": 1, "method": "Target.createTarget", "params": {"url": "about:blank"}}))
        while (message := json.loads(await socket.recv())).get("id") != 1:
            pass
    return f"ws://127.0.0.1:{port}/devtools/page/{message['result']['targetId']}"

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from schema.gate import endpoint, gate
from schema.gate.options import Options
from subscriptions import live
from tests.gate import sample


async def _page(_request: Request) -> Response:
    return PlainTextResponse("the page")


@pytest.mark.parametrize(
    ("accept", "parameters", "is_page"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", {}, True),
        ("text/html,*/*;q=0.8", {"query": "{hello}"}, False),
        ("*/*", {}, False),
        ("application/json", {}, False),
    ],
)
async def test_browser_that_navigates_gets_the_page(accept: str, parameters: dict[str, str], is_page: bool) -> None:  # noqa: FBT001 - an expected value
    made = gate.build(sample.SCHEMA, sample.message, live.Live(None), Options(page=_page))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(endpoint.Http(made)), base_url="http://x") as client:
        response = await client.get("/", params=parameters, headers={"accept": accept})

    assert (response.text == "the page") is is_page

"""The page around the workbench, without a browser."""

import urllib.error
import urllib.request

import pytest
from starlette.requests import Request

from benchmarks import site as sites
from server import graphiql

ASKED = Request({"type": "http", "method": "GET", "path": "/graphql", "headers": []})


def policy() -> dict[str, str]:
    parts = graphiql.page(ASKED).headers["content-security-policy"].split("; ")
    return {name: rest for name, _, rest in (part.partition(" ") for part in parts)}


def test_nothing_runs_that_is_not_ours() -> None:
    told = policy()

    assert (told["default-src"], told["script-src"], told["connect-src"]) == ("'none'", "'self'", "'self'")
    assert (told["frame-ancestors"], told["form-action"], told["base-uri"]) == ("'none'", "'none'", "'none'")


def test_only_attributes_may_hold_inline_styles() -> None:
    assert [name for name, rest in policy().items() if "unsafe" in rest] == ["style-src-attr"]


def test_each_page_has_a_nonce_of_its_own() -> None:
    assert policy()["style-src"] != policy()["style-src"]


def test_a_server_without_workbench_shows_no_page() -> None:
    with sites.started(BEGRIP_GRAPHIQL="off") as site:
        for address in (site.graphql, f"{site.url}/graphiql/workbench.js"):
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(urllib.request.Request(address, headers={"accept": "text/html"}), timeout=30)
            assert b"<html" not in refused.value.read()

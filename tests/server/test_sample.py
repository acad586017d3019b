"""The sample glossary."""

from collections import Counter

from auth.viewer import SYSTEM, Viewer
from models import store as stores
from models.definition import Definition
from resolvers import definitions
from resolvers.context import Context
from resolvers.paging import Slice
from server.sample import loading


def test_sample_is_bilingual_and_large_enough() -> None:
    locales = Counter(line["locale"] for line in loading.lines())

    assert set(locales) == {"en", "nl"}
    assert min(locales.values()) >= 20


async def test_sample_fills_an_empty_store(store: stores.Store) -> None:
    count = await loading.load(Context(viewer=SYSTEM, request_id="test"))

    statuses = Counter(row.status.value for row in await Definition.all())
    assert count == sum(statuses.values()) >= 40
    assert statuses["ESTABLISHED"] >= 25
    assert set(statuses) == {"DRAFT", "IN_REVIEW", "ESTABLISHED", "ARCHIVED"}


async def test_sample_is_loaded_once(store: stores.Store) -> None:
    await loading.load(Context(viewer=SYSTEM, request_id="test"))

    assert await loading.load(Context(viewer=SYSTEM, request_id="test")) == 0


async def test_anonymous_visitors_see_what_is_established(store: stores.Store) -> None:
    await loading.load(Context(viewer=SYSTEM, request_id="test"))

    page = await definitions.page(Context(viewer=Viewer(), request_id="test"), Slice(first=100))

    assert {edge.node.status.value for edge in page.edges} == {"ESTABLISHED"}
    assert len(page.edges) >= 25


async def test_established_texts_of_the_sample_have_no_open_error(store: stores.Store) -> None:
    await loading.load(Context(viewer=SYSTEM, request_id="test"))

    assert await Definition.filter(status="ESTABLISHED", verdict="REJECTED").count() == 0

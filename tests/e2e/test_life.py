"""The life of a definition, as three people lead it through the API."""

from tests.e2e import operations
from tests.e2e.site import Site


async def test_smoke(site: Site) -> None:
    made = await site.people.author.ask(
        operations.CREATE,
        input={"glossaryId": site.glossary_id, "term": "tenant", "text": "A tenant is a person.", "locale": "en"},
    )
    assert made["createDefinition.errors"] == []

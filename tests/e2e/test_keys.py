"""API keys through the whole server: made by a person, used by a machine, replaced, ended."""

from dataclasses import replace

from tests.e2e.client import until
from tests.e2e.site import Site

CREATE = """
mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id prefix } secret errors { code path } } }
"""
ROTATE = """
mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { apiKey { id } secret errors { code } } }
"""
REVOKE = """
mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { revokedAt } errors { code } } }
"""
WHO = "{ viewer { scopes user { id } apiKeys(first: 5) { nodes { prefix lastUsedAt } } } }"
WISH = {"name": "CI", "scopes": ["definitions:read", "drafts:read"]}


async def test_a_machine_reads_with_its_key_and_makes_none(site: Site) -> None:
    made = await site.people.editor.ask(CREATE, input=WISH)
    machine = replace(site.people.editor, token=made.text("createApiKey.secret"))

    seen = await machine.ask(WHO)
    refused = await machine.ask(CREATE, input=WISH)

    assert seen["viewer.scopes"] == ["definitions:read", "drafts:read"]
    assert seen["viewer.user.id"] == (await site.people.editor.ask(WHO))["viewer.user.id"]
    assert seen["viewer.apiKeys.nodes.0.prefix"] == made["createApiKey.apiKey.prefix"]
    assert refused.codes == ["FORBIDDEN"]


async def test_a_replaced_and_ended_key_is_turned_away(site: Site) -> None:
    editor = site.people.editor
    old = await editor.ask(CREATE, input=WISH)
    new = await editor.ask(ROTATE, input={"id": old["createApiKey.apiKey.id"], "overlapHours": 0})
    ended = await editor.ask(REVOKE, input={"id": new["rotateApiKey.apiKey.id"]})

    async def is_turned_away(secret: str) -> bool:
        return (await replace(editor, token=secret).ask("{ viewer { scopes } }")).status == 401

    assert ended["revokeApiKey.apiKey.revokedAt"] is not None
    await until(lambda: is_turned_away(old.text("createApiKey.secret")))
    await until(lambda: is_turned_away(new.text("rotateApiKey.secret")))

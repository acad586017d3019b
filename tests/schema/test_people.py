"""Who did it, as far as the caller may see people; and what a mutation lets rise."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from auth.errors import Overloaded
from auth.scopes import Scope
from auth.viewer import SYSTEM, KeyName
from models import store as stores
from models.kinds import Role
from resolvers import api_keys
from resolvers.api_keys import NewKey
from resolvers.context import Context
from schema import ids
from schema.account_payloads import SignInPayload
from schema.payload import Refusable
from tests import people
from tests.resolvers import writing
from tests.schema.asking import ask


async def test_what_no_person_did_the_server_did(store: stores.Store) -> None:
    owner = await writing.glossary()
    await writing.draft(Context(SYSTEM, "test"), owner.id)

    answer = await ask(
        "{ definitions { nodes { createdBy { __typename displayName } } } auditEntries { nodes { actor { displayName } } } }",
        await writing.somebody(Role.ADMIN),
    )

    assert answer["definitions.nodes.0.createdBy"] == {"__typename": "SystemActor", "displayName": "System"}
    assert answer["auditEntries.nodes.0.actor"] == {"displayName": "System"}


async def test_a_machine_is_named_and_shown_to_those_who_may(store: stores.Store) -> None:
    await people.configure(None)
    owner = await writing.somebody(Role.EDITOR)
    key = (await api_keys.create(owner, NewKey(name="CI", scopes=("definitions:write", "drafts:read")))).key
    viewer = replace(owner.viewer, api_key=KeyName(key.id, key.prefix))
    await writing.draft(Context(viewer, "test"), (await writing.glossary()).id)
    asked = """{ auditEntries(filter: { action: { eq: "definition.create" } }) { nodes {
        actor { __typename displayName ... on MachineActor { apiKey { prefix owner { id } } } } } } }"""
    auditor = replace((await writing.somebody()).viewer, scopes=frozenset({Scope.AUDIT_READ}))

    by_administrator = await ask(asked, await writing.somebody(Role.ADMIN))
    by_auditor = await ask(asked, Context(auditor, "test"))

    named = {"__typename": "MachineActor", "displayName": f"CI ({key.prefix})"}
    assert by_administrator["auditEntries.nodes.0.actor"] == named | {
        "apiKey": {"prefix": key.prefix, "owner": {"id": ids.encode("User", key.owner_id)}}
    }
    assert by_auditor["auditEntries.nodes.0.actor"] == named | {"apiKey": None}


async def test_an_address_is_for_its_owner_and_administrators(store: stores.Store) -> None:
    owner, author = await writing.glossary(), await writing.somebody()
    await writing.draft(author, owner.id)
    question = "{ definitions { nodes { createdBy { ... on User { email } } } } }"

    own = await ask(question, author)
    editor = await ask(question, await writing.somebody(Role.EDITOR))
    admin = await ask(question, await writing.somebody(Role.ADMIN))

    address = f"{author.viewer.user_id}@x.nl"
    assert [one["definitions.nodes.0.createdBy.email"] for one in (own, editor, admin)] == [address, None, address]


async def test_being_too_busy_is_no_answer_for_a_form() -> None:
    async def busy(*_: object, **__: object) -> object:
        raise Overloaded

    info = SimpleNamespace(context=Context(SYSTEM, "test"))

    with pytest.raises(Overloaded):
        await Refusable(SignInPayload).resolve_async(busy, None, info)  # type: ignore[arg-type]

"""Who did it, as far as the caller may see people; and what a mutation lets rise."""

from types import SimpleNamespace

import pytest

from auth.errors import Overloaded
from auth.viewer import SYSTEM
from models import store as stores
from models.kinds import Role
from resolvers.context import Context
from schema.account_payloads import SignInPayload
from schema.payload import Refusable
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

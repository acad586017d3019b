"""Every root field, and every field that not everybody may see, has a policy; and the policy holds."""

import pytest
from graphql import GraphQLField
from strawberry.permission import PermissionExtension
from strawberry.types.field import StrawberryField

from auth.scopes import OF_ROLE, Scope
from auth.viewer import Viewer
from models.keys import uuid7
from models.kinds import Role
from resolvers.context import Context
from schema.directives import RequiresScopes
from schema.payload import Refusable
from schema.permissions import Holding
from tests.schema.asking import ask, schema

SENSITIVE = [("User", "email"), ("Viewer", "sessions"), ("Viewer", "consents"), ("Definition", "auditEntries")]
"""Fields whose answer is for some only, whoever may see the object around them."""

ROOTS = [(kind, name) for kind in ("Query", "Mutation", "Subscription") for name in schema().type_map[kind].fields]  # type: ignore[attr-defined]


def field(kind: str, name: str) -> GraphQLField:
    found: GraphQLField = schema().type_map[kind].fields[name]  # type: ignore[attr-defined]
    return found


def written(kind: str, name: str) -> StrawberryField:
    found: StrawberryField = field(kind, name).extensions["strawberry-definition"]
    return found


@pytest.mark.parametrize(("kind", "name"), [*ROOTS, *SENSITIVE])
def test_every_root_and_sensitive_field_has_a_policy(kind: str, name: str) -> None:
    assert len(written(kind, name).permission_classes) == 1
    assert isinstance(written(kind, name).extensions[-1], PermissionExtension)


@pytest.mark.parametrize(("kind", "name"), [*ROOTS, *SENSITIVE])
def test_the_scopes_in_the_sdl_are_those_that_are_checked(kind: str, name: str) -> None:
    declared = [one.scopes for one in written(kind, name).directives if isinstance(one, RequiresScopes)]
    (policy,) = written(kind, name).permission_classes
    checked = (
        [scope.value for scope in policy.scopes if scope is not Scope.DEFINITIONS_READ]
        if issubclass(policy, Holding)
        else []
    )

    assert declared == ([[checked]] if checked else [])


@pytest.mark.parametrize("name", [name for kind, name in ROOTS if kind == "Mutation"])
def test_every_mutation_turns_refusals_into_data(name: str) -> None:
    refusable = [one for one in written("Mutation", name).extensions if isinstance(one, Refusable)]

    assert [one.payload.__name__ for one in refusable] == [str(field("Mutation", name).type).removesuffix("!")]


async def test_a_credential_without_the_scope_is_forbidden() -> None:
    narrow = Context(Viewer(user_id=uuid7(), role=Role.ADMIN, scopes=frozenset()), "test")

    answer = await ask("{ definitions { nodes { id } } }", narrow)

    assert answer.code == "FORBIDDEN"
    assert (answer.errors[0].extensions or {})["requiredScopes"] == ["definitions:read"]


async def test_who_is_not_signed_in_is_asked_to() -> None:
    jobs = await ask("{ jobs { nodes { id } } }", Context(Viewer(), "test"))
    users = await ask("{ users { nodes { id } } }", Context(Viewer(), "test"))

    assert (jobs.code, users.code) == ("UNAUTHENTICATED", "UNAUTHENTICATED")


async def test_a_policy_stands_before_arguments_are_looked_at() -> None:
    user = Context(Viewer(user_id=uuid7(), role=Role.USER, scopes=OF_ROLE[Role.USER]), "test")

    answer = await ask('{ auditEntries(filter: { actorId: { eq: "nonsense" } }) { nodes { id } } }', user)

    assert answer.code == "FORBIDDEN"

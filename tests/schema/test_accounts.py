from collections.abc import AsyncIterator

import pytest_asyncio
from redis.asyncio import Redis

from models import store as stores
from models.kinds import Role
from resolvers.identity import Identity
from schema import ids
from tests import people
from tests.resolvers import writing
from tests.schema.asking import ask

REGISTER = """
mutation ($input: RegisterUserInput!) { registerUser(input: $input) {
  user { id displayName email role isActive version } tokens { accessToken accessTokenExpiresAt refreshToken }
  errors { __typename code path ... on TakenError { existing { id } } } } }
"""
SIGN_IN = """
mutation ($input: SignInInput!) { signIn(input: $input) {
  user { id email } tokens { accessToken refreshToken } errors { code message } } }
"""
REFRESH = """
mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) {
  user { id } tokens { accessToken refreshToken } errors { code } } }
"""
SIGN_OUT = "mutation ($input: SignOutInput!) { signOut(input: $input) { revokedCount errors { code } } }"
CHANGE = """
mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
  user { id } tokens { accessToken } errors { code path constraint: code } } }
"""
REVOKE = "mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { revokedId errors { code } } }"
UPDATE = """
mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { role isActive version } errors { code path } } }
"""


@pytest_asyncio.fixture
async def identity(store: stores.Store, redis: Redis) -> AsyncIterator[Identity]:
    yield await people.configure(redis)


async def test_somebody_registers(identity: Identity) -> None:
    wish = {"email": "eve@example.org", "password": people.PASSWORD, "displayName": "Eve"}

    answer = await ask(REGISTER, people.context(), input=wish)
    again = await ask(REGISTER, people.context(), input=wish)

    assert answer["registerUser.user.email"] is None
    assert answer["registerUser.user.role"] == "USER"
    assert str(answer["registerUser.tokens.accessTokenExpiresAt"]).endswith("Z")
    assert again["registerUser.errors"] == [
        {"__typename": "TakenError", "code": "TAKEN", "path": ["email"], "existing": None}
    ]


async def test_wrong_credentials_are_told_as_data(identity: Identity) -> None:
    await people.person()

    answer = await ask(SIGN_IN, people.context(), input={"email": "ada@example.org", "password": "wrong wrong wrong"})

    assert answer["signIn.user"] is None
    assert answer["signIn.errors.0.code"] == "UNAUTHENTICATED"


async def test_a_session_lives_from_sign_in_to_sign_out(identity: Identity) -> None:
    user = await people.person()
    signed_in = await ask(SIGN_IN, people.context(), input={"email": "ada@example.org", "password": people.PASSWORD})

    refreshed = await ask(REFRESH, people.context(), input={"refreshToken": signed_in["signIn.tokens.refreshToken"]})
    ended = await ask(
        SIGN_OUT, people.context(), input={"refreshToken": refreshed["refreshSession.tokens.refreshToken"]}
    )
    late = await ask(REFRESH, people.context(), input={"refreshToken": refreshed["refreshSession.tokens.refreshToken"]})

    assert refreshed["refreshSession.user.id"] == ids.of(user)
    assert ended["signOut"] == {"revokedCount": 1, "errors": []}
    assert late["refreshSession.errors.0.code"] == "UNAUTHENTICATED"


async def test_the_viewer_sees_own_sessions_and_address(identity: Identity) -> None:
    user = await people.person()
    signed_in = await ask(SIGN_IN, people.context(), input={"email": "ada@example.org", "password": people.PASSWORD})
    viewer, _ = await identity.authenticator.authenticate(str(signed_in["signIn.tokens.accessToken"]))
    ctx = people.context(viewer)

    answer = await ask(
        "{ viewer { user { id email } scopes sessions { id createdAt lastUsedAt userAgent isCurrent } } }", ctx
    )
    revoked = await ask(REVOKE, ctx, input={"id": answer["viewer.sessions.0.id"]})

    assert answer["viewer.user"] == {"id": ids.of(user), "email": "ada@example.org"}
    assert answer["viewer.sessions.0.isCurrent"] is True
    assert answer["viewer.sessions.0.userAgent"] == "test"
    assert "definitions:write" in answer["viewer.scopes"]  # type: ignore[operator]
    assert revoked["revokeSession"] == {"revokedId": answer["viewer.sessions.0.id"], "errors": []}


async def test_anonymous_callers_have_no_viewer(store: stores.Store) -> None:
    answer = await ask("{ viewer { scopes } }", writing.ANONYMOUS)

    assert answer.data == {"viewer": None}


async def test_a_password_changes(identity: Identity) -> None:
    await people.person()
    signed_in = await ask(SIGN_IN, people.context(), input={"email": "ada@example.org", "password": people.PASSWORD})
    viewer, _ = await identity.authenticator.authenticate(str(signed_in["signIn.tokens.accessToken"]))
    ctx = people.context(viewer)

    short = await ask(CHANGE, ctx, input={"currentPassword": people.PASSWORD, "newPassword": "short"})
    done = await ask(CHANGE, ctx, input={"currentPassword": people.PASSWORD, "newPassword": "marble otter sings 9"})

    assert short["changePassword.errors.0.code"] == "INVALID_INPUT"
    assert done["changePassword.errors"] == []
    assert done["changePassword.tokens.accessToken"]


async def test_administrators_change_roles(store: stores.Store) -> None:
    admin, other = await writing.somebody(Role.ADMIN), await writing.somebody()
    assert other.viewer.user_id is not None
    wish = {"id": ids.encode("User", other.viewer.user_id), "expectedVersion": 1, "role": "EDITOR"}

    refused = await ask(UPDATE, other, input=wish)
    done = await ask(UPDATE, admin, input=wish)

    assert refused.code == "FORBIDDEN"
    assert done["updateUser.user"] == {"role": "EDITOR", "isActive": True, "version": 2}


async def test_only_administrators_list_people_and_acts(store: stores.Store) -> None:
    admin, other = await writing.somebody(Role.ADMIN), await writing.somebody()
    assert admin.viewer.user_id is not None
    owner = await writing.glossary()
    record = await writing.draft(admin, owner.id)

    refused = await ask("{ users { nodes { id } } }", other)
    hidden = await ask("{ auditEntries { nodes { id } } }", other)
    listed = await ask("{ users { nodes { displayName email } totalCount { value } } }", admin)
    acts = await ask(
        """query ($actor: ID, $subject: ID) {
             auditEntries(filter: { actorId: { eq: $actor }, subjectId: { in: [$subject] }, action: { startsWith: "definition" } })
               { nodes { action actor { displayName } subject { id } subjectId changes { path } requestId occurredAt } }
             definitions { nodes { auditEntries { nodes { action } } } } }""".replace(
            "$subject: ID)", "$subject: ID!)"
        ),
        admin,
        actor=ids.encode("User", admin.viewer.user_id),
        subject=ids.of(record),
    )

    assert (refused.code, hidden.code) == ("FORBIDDEN", "FORBIDDEN")
    assert listed["users.totalCount.value"] == 2
    assert acts["auditEntries.nodes.0.action"] == "definition.create"
    assert acts["auditEntries.nodes.0.subject.id"] == acts["auditEntries.nodes.0.subjectId"] == ids.of(record)
    assert acts["definitions.nodes.0.auditEntries.nodes.0.action"] == "definition.create"

"""Mutations of accounts and sessions."""

from typing import Annotated

import strawberry

from auth.scopes import Scope
from resolvers import sessions, users
from schema import ids, parsing, permissions
from schema.account_inputs import (
    ChangePasswordInput,
    RefreshSessionInput,
    RegisterUserInput,
    RevokeSessionInput,
    SignInInput,
    SignOutInput,
    UpdateUserInput,
)
from schema.account_payloads import (
    ChangePasswordPayload,
    RefreshSessionPayload,
    RegisterUserPayload,
    RevokeSessionPayload,
    SignInPayload,
    SignOutPayload,
    UpdateUserPayload,
)
from schema.directives import Cost, scopes
from schema.info import Info
from schema.payload import Refusable

Told = strawberry.argument(description="What to do.")


@strawberry.type(description="Mutations of accounts and sessions.")
class AccountMutations:
    """Part of the type Mutation."""

    @strawberry.mutation(
        description="A new account, signed in. Anybody may, unless the operator has switched this off. Refused with "
        "FORBIDDEN (switched off), TAKEN (the address has an account), LIMIT_EXCEEDED (20 an hour from one "
        "network).",
        permission_classes=[permissions.Open],
        extensions=[Refusable(RegisterUserPayload)],
        directives=[Cost(weight=50)],
    )
    async def register_user(
        self,
        info: Info,
        input: Annotated[RegisterUserInput, Told],
    ) -> RegisterUserPayload:
        """The new account, signed in."""
        done = await users.register(
            info.context, email=input.email, password=input.password, display_name=input.display_name
        )
        return RegisterUserPayload(user=done.user, tokens=done.tokens)

    @strawberry.mutation(
        description="A new session for these credentials. Anybody may. After a one-time password the session may only "
        "`changePassword`. Refused with UNAUTHENTICATED (unknown address, wrong password and disabled account"
        " look alike), LIMIT_EXCEEDED (from ten failures in 15 minutes on).",
        permission_classes=[permissions.Open],
        extensions=[Refusable(SignInPayload)],
        directives=[Cost(weight=50)],
    )
    async def sign_in(
        self,
        info: Info,
        input: Annotated[SignInInput, Told],
    ) -> SignInPayload:
        """The person and the new session."""
        done = await sessions.sign_in(info.context, input.email, input.password)
        return SignInPayload(user=done.user, tokens=done.tokens)

    @strawberry.mutation(
        description="The next pair of tokens; no access token is needed. A refresh token that comes again within 10 "
        "seconds brings the same next one; later it ends its session. Refused with UNAUTHENTICATED.",
        permission_classes=[permissions.Open],
        extensions=[Refusable(RefreshSessionPayload)],
        directives=[Cost(weight=10)],
    )
    async def refresh_session(
        self,
        info: Info,
        input: Annotated[RefreshSessionInput, Told],
    ) -> RefreshSessionPayload:
        """The person and the next pair of tokens."""
        done = await sessions.refresh(info.context, input.refresh_token)
        return RefreshSessionPayload(user=done.user, tokens=done.tokens)

    @strawberry.mutation(
        description="Ends this session, that of a refresh token, or every one. A token suffices; an unknown one ends "
        "nothing. Refused with UNAUTHENTICATED (neither a session nor a token), FORBIDDEN (`everywhere` by an"
        " API key or an application).",
        permission_classes=[permissions.Open],
        extensions=[Refusable(SignOutPayload)],
        directives=[Cost(weight=5)],
    )
    async def sign_out(
        self,
        info: Info,
        input: Annotated[SignOutInput, Told],
    ) -> SignOutPayload:
        """How many sessions ended."""
        ended = await sessions.sign_out(
            info.context, refresh_token=parsing.given(input.refresh_token), everywhere=input.everywhere
        )
        return SignOutPayload(revoked_count=ended)

    @strawberry.mutation(
        description="Ends one of the caller's own sessions. For signed-in people. Refused with NOT_FOUND (also when it "
        "has ended), FORBIDDEN (an API key or an application asks).",
        permission_classes=[permissions.SignedIn],
        extensions=[Refusable(RevokeSessionPayload)],
        directives=[Cost(weight=5)],
    )
    async def revoke_session(
        self,
        info: Info,
        input: Annotated[RevokeSessionInput, Told],
    ) -> RevokeSessionPayload:
        """The session that ended."""
        ended = await sessions.revoke(info.context, ids.decode("Session", input.id, "id"))
        return RevokeSessionPayload(revoked_id=strawberry.ID(ids.encode("Session", ended)))

    @strawberry.mutation(
        description="Another password; every other session of the caller ends. For signed-in people. Refused with "
        "INVALID_INPUT (the current one is wrong, or the new one will not do), LIMIT_EXCEEDED (from ten "
        "failures in 15 minutes on), CONFLICT (changed meanwhile), FORBIDDEN (an API key or an application "
        "asks).",
        permission_classes=[permissions.SignedIn],
        extensions=[Refusable(ChangePasswordPayload)],
        directives=[Cost(weight=50)],
    )
    async def change_password(
        self,
        info: Info,
        input: Annotated[ChangePasswordInput, Told],
    ) -> ChangePasswordPayload:
        """The person and the next pair of tokens."""
        done = await users.change_password(info.context, current=input.current_password, new=input.new_password)
        return ChangePasswordPayload(user=done.user, tokens=done.tokens)

    @strawberry.mutation(
        description="Another role for a person, or an end to signing in. The last active administrator stays one. Needs "
        "`users:write`. Refused with NOT_FOUND, CONFLICT (changed meanwhile, or nobody would be left to "
        "administer).",
        permission_classes=[permissions.holding(Scope.USERS_WRITE)],
        extensions=[Refusable(UpdateUserPayload)],
        directives=[scopes(Scope.USERS_WRITE), Cost(weight=10)],
    )
    async def update_user(
        self,
        info: Info,
        input: Annotated[UpdateUserInput, Told],
    ) -> UpdateUserPayload:
        """The account as it is now."""
        changed = await users.update(
            info.context,
            ids.decode("User", input.id, "id"),
            expected_version=input.expected_version,
            role=parsing.given(input.role),
            is_active=parsing.given(input.is_active),
        )
        return UpdateUserPayload(user=changed)

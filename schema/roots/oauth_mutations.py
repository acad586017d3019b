"""Mutations of applications and of what people allowed them."""

from typing import Annotated

import strawberry

from auth.scopes import Scope
from resolvers import oauth_clients, oauth_grants
from schema import ids, oauth_inputs, parsing, permissions
from schema.directives import Cost, scopes
from schema.info import Info
from schema.oauth_inputs import (
    CreateOauthClientInput,
    RetireOauthClientInput,
    RevokeConsentInput,
    RotateOauthClientSecretInput,
    UpdateOauthClientInput,
)
from schema.oauth_payloads import (
    CreateOauthClientPayload,
    RetireOauthClientPayload,
    RevokeConsentPayload,
    RotateOauthClientSecretPayload,
    UpdateOauthClientPayload,
)
from schema.payload import Refusable

Administers = permissions.holding(Scope.USERS_WRITE)
Told = strawberry.argument(description="What to do.")


@strawberry.type(description="Mutations of applications and of what people allowed them.")
class OauthMutations:
    """Part of the type Mutation."""

    @strawberry.mutation(
        description="Registers an application. The secret of a confidential one is shown this once. Needs `users:write`. "
        "Refused with TAKEN (an application has or had this client id).",
        permission_classes=[Administers],
        extensions=[Refusable(CreateOauthClientPayload)],
        directives=[scopes(Scope.USERS_WRITE), Cost(weight=10)],
    )
    async def create_oauth_client(
        self, info: Info, input: Annotated[CreateOauthClientInput, Told]
    ) -> CreateOauthClientPayload:
        """The new application."""
        client, secret = await oauth_clients.create(info.context, oauth_inputs.created(input))
        return CreateOauthClientPayload(client=client, secret=secret)

    @strawberry.mutation(
        description="Changes an application. Scopes taken away are gone from its tokens within a second. Needs "
        "`users:write`. Refused with NOT_FOUND, CONFLICT (changed meanwhile).",
        permission_classes=[Administers],
        extensions=[Refusable(UpdateOauthClientPayload)],
        directives=[scopes(Scope.USERS_WRITE), Cost(weight=10)],
    )
    async def update_oauth_client(
        self, info: Info, input: Annotated[UpdateOauthClientInput, Told]
    ) -> UpdateOauthClientPayload:
        """The application as it is now."""
        changes = oauth_clients.Changes(
            name=parsing.given(input.name),
            redirect_uris=parsing.given(input.redirect_uris),
            scopes=parsing.given(input.scopes),
            may_introspect=parsing.given(input.may_introspect),
        )
        client = await oauth_clients.update(
            info.context,
            ids.decode("OauthClient", input.id, "id"),
            changes,
            expected_version=input.expected_version,
        )
        return UpdateOauthClientPayload(client=client)

    @strawberry.mutation(
        description="Another secret for a confidential application, shown this once; the former one ends at once. Needs "
        "`users:write`. Refused with NOT_FOUND, CONFLICT (a public application has no secret).",
        permission_classes=[Administers],
        extensions=[Refusable(RotateOauthClientSecretPayload)],
        directives=[scopes(Scope.USERS_WRITE), Cost(weight=10)],
    )
    async def rotate_oauth_client_secret(
        self, info: Info, input: Annotated[RotateOauthClientSecretInput, Told]
    ) -> RotateOauthClientSecretPayload:
        """The application and its new secret."""
        client, secret = await oauth_clients.rotate_secret(info.context, ids.decode("OauthClient", input.id, "id"))
        return RotateOauthClientSecretPayload(client=client, secret=secret)

    @strawberry.mutation(
        description="Retires an application: it may do nothing any more, and its client id stays taken. A second time "
        "changes nothing. Needs `users:write`. Refused with NOT_FOUND.",
        permission_classes=[Administers],
        extensions=[Refusable(RetireOauthClientPayload)],
        directives=[scopes(Scope.USERS_WRITE), Cost(weight=10)],
    )
    async def retire_oauth_client(
        self, info: Info, input: Annotated[RetireOauthClientInput, Told]
    ) -> RetireOauthClientPayload:
        """The application, retired."""
        return RetireOauthClientPayload(
            client=await oauth_clients.retire(info.context, ids.decode("OauthClient", input.id, "id"))
        )

    @strawberry.mutation(
        description="Takes back what the viewer allowed an application; its tokens for them end within a second. For "
        "signed-in people. Refused with NOT_FOUND, FORBIDDEN (an API key or an application asks).",
        permission_classes=[permissions.SignedIn],
        extensions=[Refusable(RevokeConsentPayload)],
        directives=[Cost(weight=5)],
    )
    async def revoke_consent(self, info: Info, input: Annotated[RevokeConsentInput, Told]) -> RevokeConsentPayload:
        """The consent that ended."""
        ended = await oauth_grants.take_back(info.context, ids.decode("OauthConsent", input.id, "id"))
        return RevokeConsentPayload(revoked_id=strawberry.ID(ids.encode("OauthConsent", ended)))

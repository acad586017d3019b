"""Who an OAuth client is: found by name, and proved by its secret."""

from types import MappingProxyType

from auth.oauth import opaque
from auth.oauth.credentials import Credentials
from auth.oauth.refusals import ClientRefused
from auth.scopes import Scope
from models import oauth_client_rows
from models.oauth import OauthClient
from models.oauth_client_rows import NewClient
from resolvers import throttles
from resolvers.context import Context

COMMAND = "begrip-cli"
_LONGEST = 64

BUILT_IN = MappingProxyType(
    {
        COMMAND: NewClient(
            client_id=COMMAND,
            name="begrip (command line)",
            secret_hash=None,
            redirect_uris=("http://127.0.0.1/callback", "http://[::1]/callback"),
            grant_types=("authorization_code", "refresh_token"),
            scopes=tuple(scope.value for scope in Scope),
        )
    }
)
"""Clients of our own: their rows are made when they are first asked for. An operator may retire them."""


async def find(client_id: str) -> OauthClient | None:
    """The client of this name, retired or not."""
    if len(client_id) > _LONGEST or "\0" in client_id:
        return None
    found = await oauth_client_rows.by_client_id(client_id)
    if found is None and client_id in BUILT_IN:
        return await oauth_client_rows.insert(BUILT_IN[client_id]) or await oauth_client_rows.by_client_id(client_id)
    return found


async def authenticate(ctx: Context, credentials: Credentials) -> OauthClient:
    """The client, proved by its secret when it has one. Failures count, as those of people do; a right secret always passes.

    Raises:
        ClientRefused: unknown, retired, a wrong secret, none where there should be one, or one where there is none.
        LimitExceeded: too many failures of late.
    """
    client = await find(credentials.client_id)
    stored = client.secret_hash if client else None
    is_right = opaque.is_secret(credentials.secret or "", stored)
    is_public = client is not None and stored is None and credentials.secret is None
    if client is None or client.retired_at is not None or not (is_right or is_public):
        # Counted afterwards: 256 bits cannot be guessed, and fifty requests at once of a right client must not stop one another.
        await throttles.count_client_failure(ctx, credentials.client_id)
        raise ClientRefused
    return client

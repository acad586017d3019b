"""How often passwords may be tried.

Sign-in (documented for OWASP ASVS 5.0 6.1.1; only failures count):
- one account from one address: 10 in 15 minutes;
- one address, whatever the account: 100 in 15 minutes;
- one account from all addresses: 100 in an hour (NIST SP 800-63B-4: at most 100), except from an address where that
  account signed in during the last 30 days, so that no third party can lock anybody out of where they usually are.
OAuth clients: one client from one address 10 failures in 15 minutes, one address, whatever the client, 100.
Registration: 20 attempts an hour from one address, successful or not. Change of password: 10 failures in 15 minutes.
An IPv6 address counts by its /64, since a household has all of one. Accounts appear hashed.
"""

import hashlib
from datetime import timedelta
from uuid import UUID

from cache.attempts import Attempt, Window
from models import user_reads
from models.sentences import say
from resolvers import errors, identity
from resolvers.context import Context

_QUARTER = timedelta(minutes=15)
_HOUR = timedelta(hours=1)
_FAMILIAR = timedelta(days=30)
_LONGEST = 400  # code points of what was typed as an address; a megabyte is not worth normalising


async def begin_sign_in(ctx: Context, email: str) -> Attempt:
    """The attempt, counted until it succeeds.

    Raises:
        LimitExceeded: too many failed of late.
    """
    account, address = _account(email), ctx.viewer.client.network
    windows = [Window(f"sign-in:{account}:{address}", 10, _QUARTER), Window(f"sign-in:{address}", 100, _QUARTER)]
    if not await identity.current().attempts.is_marked(f"familiar:{account}:{address}"):
        windows.append(Window(f"sign-in:{account}", 100, _HOUR))
    return await _begin(windows)


async def end_sign_in(ctx: Context, email: str, attempt: Attempt) -> None:
    """The attempt succeeded: it counts no more, and the address is familiar."""
    attempts = identity.current().attempts
    await attempts.forget(attempt)
    await attempts.mark(f"familiar:{_account(email)}:{ctx.viewer.client.network}", _FAMILIAR)


async def count_client_failure(ctx: Context, client_id: str) -> None:
    """The failure of an OAuth client to prove who it is, counted.

    Raises:
        LimitExceeded: too many failed of late.
    """
    address = ctx.viewer.client.network
    named = hashlib.sha256(client_id[:_LONGEST].encode(errors="replace")).hexdigest()[:32]
    await _begin([Window(f"client:{named}:{address}", 10, _QUARTER), Window(f"client:{address}", 100, _QUARTER)])


async def begin_registration(ctx: Context) -> None:
    """The attempt, counted for good.

    Raises:
        LimitExceeded: too many were made of late.
    """
    await _begin([Window(f"register:{ctx.viewer.client.network}", 20, _HOUR)])


async def begin_password_change(user_id: UUID) -> Attempt:
    """The attempt, counted until it succeeds.

    Raises:
        LimitExceeded: too many failed of late.
    """
    return await _begin([Window(f"change:{user_id}", 10, _QUARTER)])


async def _begin(windows: list[Window]) -> Attempt:
    attempt = await identity.current().attempts.begin(windows)
    if attempt is None:
        raise errors.LimitExceeded(say("too-many-attempts"))
    return attempt


def _account(email: str) -> str:
    return hashlib.sha256(user_reads.email_key(email[:_LONGEST]).encode(errors="replace")).hexdigest()[:32]

"""People for tests: an identity with cheap hashes and a clock that the test moves, and accounts to sign in to."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from redis.asyncio import Redis

from auth import passwords
from auth.viewer import SYSTEM, Client, Viewer
from models import user_reads
from models.kinds import Role
from models.user import User
from resolvers import identity
from resolvers.context import Context
from resolvers.session_tokens import SignedIn

SECRET = b"a secret of 32 bytes, for tests."
PASSWORD = "gnome lantern drift 8"
CHEAP = passwords.Cost(argon2_kibibytes=8, argon2_rounds=1, bcrypt_log_rounds=4)


@dataclass(slots=True)
class Clock:
    """The time, for everything about identity. Starts now, because PostgreSQL has a clock of its own."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at

    def advance(self, by: timedelta) -> None:
        self.at += by


def clock() -> Clock:
    return Clock(datetime.now(UTC).replace(microsecond=0))


def options(now: Clock, **changes: object) -> identity.Options:
    given = {
        "secret_key": SECRET,
        "issuer": "https://begrip.test",
        "audience": "begrip",
        "hash_cost": CHEAP,
        "now": now,
    }
    return identity.Options(**{**given, **changes})  # type: ignore[arg-type]


async def configure(redis: Redis | None, now: Clock | None = None, **changes: object) -> identity.Identity:
    """An identity in use, with signing keys in the database."""
    built = identity.build(options(now or clock(), **changes), redis)
    identity.configure(built)
    await built.keys.start()
    return built


async def person(email: str = "ada@example.org", *, role: Role = Role.USER, password: str = PASSWORD) -> User:
    """Somebody with an account."""
    stored = await identity.current().passwords.hash(password)
    user = await user_reads.insert(user_reads.NewUser(display_name="Ada", email=email, password_hash=stored, role=role))
    assert user is not None
    return user


def context(viewer: Viewer | None = None, *, address: str = "192.0.2.1", user_agent: str | None = "test") -> Context:
    """The context of an anonymous request, or of the viewer's."""
    return Context(viewer=viewer or Viewer(client=Client(address, user_agent)), request_id="test")


SYSTEM_CONTEXT = Context(viewer=SYSTEM, request_id="test")


async def context_of(signed_in: SignedIn) -> Context:
    """The context of a request with the access token."""
    viewer, _ = await identity.current().authenticator.authenticate(signed_in.tokens.access_token)
    return context(viewer)

import base64
import hmac
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from joserfc import jwe, jws
from joserfc.jwk import ECKey, RSAKey

from auth import errors, sealing, tokens
from auth.scopes import Scope
from auth.tokens import Grant
from models import key_rows
from models import store as stores
from resolvers import identity
from tests import people

GRANT = Grant(UUID(int=7), UUID(int=8), frozenset({Scope.DEFINITIONS_READ, Scope.KEYS_WRITE}), 3)
Members = dict[str, object]


@pytest_asyncio.fixture
async def clock(store: stores.Store) -> people.Clock:
    clock = people.clock()
    await people.configure(None, clock)
    return clock


async def _key() -> ECKey:
    return await identity.current().keys.signer()


def _claims(now: datetime) -> Members:
    at = int(now.timestamp())
    return {
        "iss": "https://begrip.test", "aud": "begrip", "sub": str(GRANT.user_id), "client_id": "begrip",
        "scope": "definitions:read keys:write", "jti": "x", "iat": at, "exp": at + 600, "sid": str(GRANT.session_id), "perm_ver": 3,
    }  # fmt: skip


def _part(value: object) -> str:
    text = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


def _signed(key: ECKey, header: Members, payload: object) -> str:
    """A token with any header at all, whose signature by the key is right."""
    head, body = _part({"typ": "at+jwt", "alg": "ES256", "kid": key.kid, **header}), _part(payload)
    raw = jws.serialize_compact({"alg": "ES256"}, "", key, ["ES256"])
    model = jws.JWSRegistry.algorithms["ES256"]
    assert raw
    return f"{head}.{body}.{_part(model.sign(f'{head}.{body}'.encode(), key))}"


async def _verify(token: str) -> tokens.Claims:
    return await identity.current().tokens.verify(token)


async def _assert_refused(token: str) -> None:
    with pytest.raises(errors.InvalidToken, match="the access token is not valid") as refusal:
        await _verify(token)
    assert refusal.value.args == errors.InvalidToken().args


async def test_issued_token_says_what_rfc_9068_asks_for(clock: people.Clock) -> None:
    token, expires_at = await identity.current().tokens.issue(GRANT)

    header, claims, _ = token.split(".")
    key = await _key()
    assert json.loads(base64.urlsafe_b64decode(header + "==")) == {
        "typ": "at+jwt",
        "alg": "ES256",
        "kid": key.thumbprint(),
    }
    found = json.loads(base64.urlsafe_b64decode(claims + "=="))
    assert len(found.pop("jti")) == 22
    assert found == {name: value for name, value in _claims(clock()).items() if name != "jti"}
    assert expires_at == clock() + timedelta(minutes=10)


async def test_issued_token_is_verified(clock: people.Clock) -> None:
    token, expires_at = await identity.current().tokens.issue(GRANT)

    claims = await _verify(token)

    assert (claims.grant, claims.expires_at) == (GRANT, expires_at)


async def test_our_own_forged_helper_makes_valid_tokens(clock: people.Clock) -> None:
    key = await _key()

    assert (await _verify(_signed(key, {}, _claims(clock())))).grant == GRANT
    assert (await _verify(_signed(key, {"typ": "application/AT+JWT"}, _claims(clock())))).grant == GRANT


FOREIGN = ECKey.generate_key("P-256", private=True)


@pytest.mark.parametrize(
    "header",
    [
        {"typ": "JWT"},
        {"typ": None},
        {"typ": 5},
        {"typ": "at+jwt "},
        {"alg": "none"},
        {"alg": "None"},
        {"alg": "HS256"},
        {"alg": "ES384"},
        {"alg": "EdDSA"},
        {"alg": None},
        {"alg": ["ES256"]},
        {"kid": "unknown"},
        {"kid": None},
        {"kid": 7},
        {"kid": ""},
        {"kid": "../../etc/passwd"},
        {"kid": "' OR 1=1 --"},
        {"kid": "\0"},
        {"jwk": FOREIGN.as_dict(private=False)},
        {"jku": "https://evil.example/jwks.json"},
        {"x5u": "https://evil.example/cert.pem"},
        {"x5c": ["MIIB"]},
        {"crit": ["exp"]},
        {"crit": ["b64"], "b64": False},
        {"cty": "JWT"},
        {"zip": "DEF"},
    ],
    ids=",".join,
)
async def test_other_header_is_refused_even_when_rightly_signed(clock: people.Clock, header: Members) -> None:
    await _assert_refused(_signed(await _key(), header, _claims(clock())))


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://begrip.test/"},
        {"iss": ["https://begrip.test"]},
        {"iss": None},
        {"aud": "other"},
        {"aud": ["begrip", "other"]},
        {"aud": None},
        {"client_id": ""},
        {"client_id": None},
        {"jti": ""},
        {"jti": None},
        {"sub": "ada"},
        {"sub": None},
        {"sub": 7},
        {"sid": "session"},
        {"sid": None},
        {"scope": None},
        {"scope": ["definitions:read"]},
        {"perm_ver": "3"},
        {"perm_ver": None},
        {"perm_ver": True},
        {"perm_ver": 3.0},
        {"exp": None},
        {"exp": "9999999999"},
        {"exp": 1e300},
        {"exp": 10**400},
        {"exp": -1},
        {"exp": True},
        {"iat": None},
        {"iat": "0"},
        {"iat": 0},
        {"nbf": None},
        {"nbf": "soon"},
    ],
    ids=str,
)
async def test_other_claim_is_refused_even_when_rightly_signed(clock: people.Clock, changes: Members) -> None:
    await _assert_refused(_signed(await _key(), {}, {**_claims(clock()), **changes}))


@pytest.mark.parametrize("missing", ["iss", "aud", "sub", "client_id", "scope", "jti", "iat", "exp", "sid", "perm_ver"])
async def test_every_claim_is_needed(clock: people.Clock, missing: str) -> None:
    await _assert_refused(_signed(await _key(), {}, {k: v for k, v in _claims(clock()).items() if k != missing}))


@pytest.mark.parametrize(
    ("iat", "exp", "nbf"),
    [(-601, -1, None), (-600, 0, None), (6, 606, None), (0, 601, None), (0, 600, 6), (0, 0, None), (10, 5, None)],
)
async def test_token_for_another_time_is_refused(clock: people.Clock, iat: int, exp: int, nbf: int | None) -> None:
    at = int(clock().timestamp())
    start = {} if nbf is None else {"nbf": at + nbf}

    await _assert_refused(_signed(await _key(), {}, {**_claims(clock()), "iat": at + iat, "exp": at + exp, **start}))


@pytest.mark.parametrize("ahead", [0, 5])
async def test_clock_of_the_issuer_may_run_five_seconds_ahead(clock: people.Clock, ahead: int) -> None:
    at = int(clock().timestamp()) + ahead

    assert await _verify(_signed(await _key(), {}, {**_claims(clock()), "iat": at, "nbf": at, "exp": at + 600}))


async def test_token_ends_at_the_second_it_says(clock: people.Clock) -> None:
    token, _ = await identity.current().tokens.issue(GRANT)
    clock.advance(timedelta(seconds=599))
    assert await _verify(token)

    clock.advance(timedelta(seconds=1))

    await _assert_refused(token)


@pytest.mark.parametrize(
    "payload",
    [b"", b"[]", b"null", b'"text"', b"{", b"\xff\xfe", b"[" * 3000, b'{"exp": 1, "exp": 2}', b"NaN", b"1" * 5000],
    ids=lambda payload: payload[:10].decode("latin-1"),
)
async def test_payload_that_is_no_object_is_refused(clock: people.Clock, payload: bytes) -> None:
    await _assert_refused(_signed(await _key(), {}, payload))


MALFORMED: dict[str, Callable[[str], str]] = {
    "empty": lambda _: "",
    "word": lambda _: "token",
    "two segments": lambda token: token.rpartition(".")[0],
    "four segments": lambda token: token + ".x",
    "no signature": lambda token: token.rpartition(".")[0] + ".",
    "no header": lambda token: token[token.index(".") :],
    "no payload": lambda token: token.split(".")[0] + ".." + token.split(".")[2],
    "blank in front": lambda token: " " + token,
    "line end behind": lambda token: token + "\n",
    "padded": lambda token: token + "=",
    "unused bits set": lambda token: token[:-1] + chr(ord(token[-1]) + 1),
    "standard alphabet": lambda token: token.replace("-", "+").replace("_", "/") + "+",
    "first letter changed": lambda token: "f" + token[1:],
    "payload changed": lambda token: ".".join((token.split(".")[0], _part({"sub": "x"}), token.split(".")[2])),
    "signature of zeros": lambda token: token.rpartition(".")[0] + "." + _part(bytes(64)),
    "signature of 0 bytes": lambda token: token.rpartition(".")[0] + "." + _part(b""),
    "signature too long": lambda token: token + "AAAA",
    "oversized": lambda token: token.split(".")[0] + "." + "A" * 5000 + "." + token.split(".")[2],
    "huge": lambda _: "A" * 1_000_000,
    "NUL": lambda token: token[:10] + "\0" + token[11:],
    "surrogate": lambda token: token[:10] + "\ud800" + token[11:],
    "not ASCII": lambda token: "é" + token,
    "header is a list": lambda token: _part([]) + token[token.index(".") :],
    "header is no JSON": lambda token: _part(b"{") + token[token.index(".") :],
    "header deep": lambda token: _part(b"[" * 2500) + token[token.index(".") :],
    "header twice alg": lambda token: _part(b'{"alg":"none","alg":"ES256"}') + token[token.index(".") :],
    "JSON serialization": lambda token: json.dumps(
        dict(zip(("protected", "payload", "signature"), token.split("."), strict=True))
    ),
    "quoted": lambda token: f'"{token}"',
    "Bearer twice": lambda token: f"Bearer {token}",
}


@pytest.mark.parametrize("name", MALFORMED)
async def test_malformed_token_is_refused(clock: people.Clock, name: str) -> None:
    token, _ = await identity.current().tokens.issue(GRANT)

    await _assert_refused(MALFORMED[name](token))


async def test_unsigned_token_is_refused(clock: people.Clock) -> None:
    header = {"alg": "none", "typ": "at+jwt", "kid": (await _key()).kid}

    await _assert_refused(f"{_part(header)}.{_part(_claims(clock()))}.")


async def _hmac_forgery(clock: people.Clock, secret: bytes) -> str:
    header = {"alg": "HS256", "typ": "at+jwt", "kid": (await _key()).kid}
    text = f"{_part(header)}.{_part(_claims(clock()))}"
    return f"{text}.{_part(hmac.digest(secret, text.encode(), 'sha256'))}"


async def test_public_key_used_as_hmac_secret_is_refused(clock: people.Clock) -> None:
    key = await _key()

    await _assert_refused(await _hmac_forgery(clock, key.as_pem(private=False)))
    await _assert_refused(await _hmac_forgery(clock, json.dumps(sealing.published(key)).encode()))
    await _assert_refused(await _hmac_forgery(clock, b""))


async def test_foreign_key_under_our_name_is_refused(clock: people.Clock) -> None:
    foreign = ECKey.import_key({**FOREIGN.as_dict(private=True), "kid": (await _key()).thumbprint()})

    await _assert_refused(_signed(foreign, {}, _claims(clock())))
    await _assert_refused(_signed(foreign, {"jwk": FOREIGN.as_dict(private=False)}, _claims(clock())))


async def test_rsa_signature_under_our_name_is_refused(clock: people.Clock) -> None:
    header = {"alg": "RS256", "typ": "at+jwt", "kid": str((await _key()).kid)}
    rsa = RSAKey.generate_key(2048, private=True)

    await _assert_refused(jws.serialize_compact(header, json.dumps(_claims(clock())), rsa, ["RS256"]))


async def test_encrypted_token_is_refused(clock: people.Clock) -> None:
    header = {"alg": "ECDH-ES", "enc": "A256GCM", "kid": str((await _key()).kid)}

    await _assert_refused(jwe.encrypt_compact(header, json.dumps(_claims(clock())), FOREIGN))


async def test_token_of_another_installation_is_refused(clock: people.Clock) -> None:
    token, _ = await identity.current().tokens.issue(GRANT)
    other = tokens.Tokens(tokens.Issuer("https://other.test", "begrip"), identity.current().keys, now=clock)

    with pytest.raises(errors.InvalidToken):
        await other.verify(token)


async def test_key_that_was_dropped_takes_its_tokens_along(clock: people.Clock) -> None:
    token, _ = await identity.current().tokens.issue(GRANT)
    claims = await _verify(token)
    await key_rows.delete(claims.kid)
    await identity.current().keys.start()

    assert not await identity.current().tokens.holds(claims)
    await _assert_refused(token)


async def test_unknown_scopes_grant_nothing(clock: people.Clock) -> None:
    claims = {**_claims(clock()), "scope": "everything definitions:read root"}

    assert (await _verify(_signed(await _key(), {}, claims))).grant.scopes == {Scope.DEFINITIONS_READ}


@pytest.mark.parametrize("lifetime", [timedelta(0), timedelta(minutes=10, seconds=1), timedelta(days=-1)])
async def test_issuer_cannot_issue_longer_than_ten_minutes(clock: people.Clock, lifetime: timedelta) -> None:
    with pytest.raises(ValueError, match="at most"):
        tokens.Tokens(tokens.Issuer("i", "a", lifetime=lifetime), identity.current().keys)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(text=st.text(max_size=200) | st.binary(max_size=100).map(lambda raw: f"{_part(raw)}.{_part(raw)}.{_part(raw)}"))
async def test_nothing_made_up_is_a_token(clock: people.Clock, text: str) -> None:
    await _assert_refused(text)


def test_epoch_is_utc() -> None:
    assert tokens._instant({"exp": 0}, "exp") == datetime(1970, 1, 1, tzinfo=UTC)

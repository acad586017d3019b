"""Over eighty ways in which a token can be wrong, each sent to the server: 401 with one body, never 500.

Classes of the CVEs that Authlib had in 2026 are among them: embedded jwk (27962), alg none (28802), JSON without a signature
(96760), a public key as HMAC secret (114615), an empty HMAC secret (114616). The others do not concern access tokens:
hash binding (28498) and nonce (114617) are of id tokens, open redirect (44681) is in `oauth/test_rfc6749.py`.
"""

import base64
import hmac
import json
from collections.abc import Iterable

import pytest
import pytest_asyncio
from joserfc import jwe, jws
from joserfc.jwk import ECKey, RSAKey
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from auth import sealing
from auth.middleware import Authentication
from models import store as stores
from resolvers import identity, session_tokens, sessions
from server.edge import Edge
from tests import people
from tests.auth import test_tokens
from tests.auth.test_middleware import BODY
from tests.auth.test_tokens import _claims, _part, _signed
from tests.server import asgi

AT_LEAST = 120
TRIMMED = {"blank in front", "line end behind"}
"""Blanks around the value of a header are none of it (RFC 9110 5.5)."""
Token = str
Table = dict[str, Token]


def listed(test: object, place: int = 0) -> list[object]:
    """The cases of a parametrized test."""
    marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
    return list(marks[place].args[1])


def made(kind: str, cases: Iterable[tuple[object, Token]]) -> Table:
    return {f"{kind}: {str(name)[:80]}": token for name, token in cases}


def signed_wrongly(key: ECKey, claims: dict[str, object]) -> Table:
    """Signatures by something else than the key that is named."""
    foreign = test_tokens.FOREIGN
    named = ECKey.import_key({**foreign.as_dict(private=True), "kid": key.thumbprint()})
    payload = json.dumps(claims)
    text = f"{_part({'alg': 'HS256', 'typ': 'at+jwt', 'kid': key.kid})}.{_part(claims)}"
    secrets = {"PEM": key.as_pem(private=False), "JWK": json.dumps(sealing.published(key)).encode(), "empty": b""}
    rsa = {"alg": "RS256", "typ": "at+jwt", "kid": str(key.kid)}
    sealed = {"alg": "ECDH-ES", "enc": "A256GCM", "kid": str(key.kid)}
    return {
        "foreign key under our name": _signed(named, {}, claims),
        "foreign key that comes along": _signed(named, {"jwk": foreign.as_dict(private=False)}, claims),
        "unsigned": f"{_part({'alg': 'none', 'typ': 'at+jwt', 'kid': key.kid})}.{_part(claims)}.",
        "RSA": jws.serialize_compact(rsa, payload, RSAKey.generate_key(2048, private=True), ["RS256"]),
        "encrypted": jwe.encrypt_compact(sealed, payload, foreign),
        **made(
            "HMAC",
            ((name, f"{text}.{_part(hmac.digest(key_, text.encode(), 'sha256'))}") for name, key_ in secrets.items()),
        ),
    }


async def table(now: people.Clock) -> Table:
    """Every bad token, with what is wrong with it. The one that they are made of is good, and its session goes on."""
    key, right = await identity.current().keys.signer(), await good()
    parts = right.split(".")
    claims = {**_claims(now()), **json.loads(base64.urlsafe_b64decode(parts[1] + "=="))}
    at = int(claims["iat"])
    headers = listed(test_tokens.test_other_header_is_refused_even_when_rightly_signed)
    changes = listed(test_tokens.test_other_claim_is_refused_even_when_rightly_signed)
    missing = listed(test_tokens.test_every_claim_is_needed)
    payloads = listed(test_tokens.test_payload_that_is_no_object_is_refused)
    times = [(-601, -1), (-600, 0), (6, 606), (0, 601), (0, 0), (10, 5)]
    return {
        **made("header", ((one, _signed(key, one, claims)) for one in headers)),  # type: ignore[arg-type]
        **made("claim", ((one, _signed(key, {}, {**claims, **one})) for one in changes)),  # type: ignore[dict-item]
        **made("missing", ((one, _signed(key, {}, {k: v for k, v in claims.items() if k != one})) for one in missing)),
        **made("time", ((one, _signed(key, {}, {**claims, "iat": at + one[0], "exp": at + one[1]})) for one in times)),
        **made("payload", ((one, _signed(key, {}, one)) for one in payloads)),
        **made("form", ((name, bend(right)) for name, bend in test_tokens.MALFORMED.items() if name not in TRIMMED)),
        **signed_wrongly(key, claims),
        "another client": _signed(key, {}, {**claims, "client_id": "other"}),
        "another session": _signed(key, {}, {**claims, "sid": claims["sub"]}),
        "another person": _signed(key, {}, {**claims, "sub": claims["sid"]}),
        "rights of yesterday": _signed(key, {}, {**claims, "perm_ver": 0}),
    }


async def good() -> Token:
    signed_in = await sessions.sign_in(people.context(), "ada@example.org", people.PASSWORD)
    assert isinstance(signed_in, session_tokens.SignedIn)
    return signed_in.tokens.access_token


async def answer(_request: Request) -> Response:
    return JSONResponse({})


@pytest_asyncio.fixture
async def clock(store: stores.Store) -> people.Clock:
    now = people.clock()
    await people.configure(None, now)
    await people.person()
    return now


def served() -> ASGIApp:
    layers = [Middleware(Authentication, authenticator=identity.current().authenticator)]
    return Edge(Starlette(routes=[Route("/", answer)], middleware=layers), is_https=True)


async def sent(token: Token) -> asgi.Answer:
    request = asgi.scope(method="GET")
    request["headers"] = [(b"authorization", b"Bearer " + token.encode("utf-8", "surrogatepass"))]
    return await asgi.call(served(), request)


async def test_every_bad_token_is_answered_alike(clock: people.Clock) -> None:
    bad = await table(clock)

    answers = {name: await sent(token) for name, token in bad.items()}

    assert len(bad) >= AT_LEAST
    assert {name: one.status for name, one in answers.items() if one.status != 401} == {}
    assert {one.body for one in answers.values()} == {answers["unsigned"].body}
    assert json.loads(answers["unsigned"].body) == BODY


async def test_the_token_that_they_are_made_of_is_good(clock: people.Clock) -> None:
    assert (await sent(await good())).status == 200


@pytest.mark.parametrize("value", [b"", b"Bearer", b"Bearer ", b"Basic YTpi", b"Bearer a b", b"\xff\xfe", b"bearer\tx"])
async def test_a_header_that_holds_no_token_is_answered_alike(clock: people.Clock, value: bytes) -> None:
    request = asgi.scope(method="GET")
    request["headers"] = [(b"authorization", value)]

    found = await asgi.call(served(), request)

    assert (found.status, json.loads(found.body)) == (401, BODY)

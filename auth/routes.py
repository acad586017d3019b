"""Routes of this room: the public keys that tokens are verified with."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from auth.keys import KeyRing

_CACHE_SECONDS = 300


def jwks(key_ring: KeyRing) -> Route:
    """GET `/.well-known/jwks.json`: keys in use, keys to come, keys just retired (RFC 7517)."""

    async def answer(_request: Request) -> JSONResponse:
        return JSONResponse(
            await key_ring.document(),
            headers={"cache-control": f"public, max-age={_CACHE_SECONDS}"},
            media_type="application/jwk-set+json",
        )

    return Route("/.well-known/jwks.json", answer, methods=["GET"])

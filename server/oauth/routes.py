"""Where the authorization server is reached."""

import logging
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from auth.oauth import metadata, style
from auth.oauth.forms import Forms
from resolvers.identity import Identity
from server.oauth import tokens
from server.oauth.authorize import Authorize

_LOG = logging.getLogger("begrip.oauth")
_CACHED = {"cache-control": "public, max-age=300"}

BY_CLIENTS = frozenset({metadata.TOKEN, metadata.REVOKE, metadata.INTROSPECT})
"""Paths on which the Authorization header is the client's, not a person's."""


def routes(identity: Identity) -> list[Route]:
    """Every route; none where the issuer is neither https nor on this machine: OAuth needs TLS (RFC 6749 3.1.2.1)."""
    issuer = identity.options.issuer
    try:
        document = metadata.document(issuer)
    except ValueError as err:
        _LOG.warning("no authorization server at %s: %s", issuer, err)
        return []
    authorize = Authorize(issuer, Forms(identity.form_key))

    async def described(_request: Request) -> Response:
        return JSONResponse(document, headers={**_CACHED, "access-control-allow-origin": "*"})

    async def styled(_request: Request) -> Response:
        return Response(style.SHEET, media_type="text/css", headers=_CACHED)

    known_at = {metadata.WELL_KNOWN, metadata.WELL_KNOWN + urlsplit(issuer).path}  # RFC 8414 3.1
    return [
        *(Route(path, described, methods=["GET"]) for path in sorted(known_at)),
        Route(metadata.AUTHORIZE, authorize.answer, methods=["GET", "POST"]),
        Route(metadata.TOKEN, tokens.endpoint(tokens.token), methods=["POST"]),
        Route(metadata.REVOKE, tokens.endpoint(tokens.revoke), methods=["POST"]),
        Route(metadata.INTROSPECT, tokens.endpoint(tokens.introspect), methods=["POST"]),
        Route(style.PATH, styled, methods=["GET"]),
    ]

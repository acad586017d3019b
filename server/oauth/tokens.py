"""Endpoints that clients call directly: token (RFC 6749 3.2), revocation (RFC 7009), introspection (RFC 7662)."""

import logging
from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from auth.oauth import authorization, credentials, parameters
from auth.oauth.parameters import Parameters
from auth.oauth.refusals import STATUS, Code, OauthRefusal
from auth.viewer import Viewer
from models.errors import Refusal
from models.oauth import OauthClient
from resolvers import identity, oauth_access, oauth_grants, oauth_tokens
from resolvers.context import Context
from resolvers.errors import LimitExceeded
from resolvers.oauth_tokens import Issued
from schema.gate import asker

_LOG = logging.getLogger("begrip.oauth")
_FRESH = {"cache-control": "no-store", "pragma": "no-cache"}  # RFC 6749 5.1
_BASIC = {"www-authenticate": 'Basic realm="begrip", charset="UTF-8"'}
_WAIT = {"retry-after": "900"}
_BAD_REQUEST = 400

Act = Callable[[Context, OauthClient, Parameters], Awaitable[Response]]


def endpoint(act: Act) -> Callable[[Request], Awaitable[Response]]:
    """What serves a path: the form is read and the client proved before the act is carried out."""

    async def answer(request: Request) -> Response:
        given = request.headers.getlist("authorization")
        ctx = asker.of_scope(request.scope).context()
        ctx.viewer = Viewer(client=ctx.viewer.client)
        try:
            form = parameters.parse_form(await request.body(), request.headers.get("content-type", ""))
            client = await oauth_access.authenticate(ctx, credentials.read(given, form))
            return await act(ctx, client, form)
        except LimitExceeded as refusal:
            return refused(OauthRefusal(Code.TEMPORARILY_UNAVAILABLE, "too many attempts"), _WAIT, refusal)
        except OauthRefusal as refusal:
            return refused(refusal, _BASIC if refusal.error is Code.INVALID_CLIENT else {}, refusal)

    return answer


def refused(refusal: OauthRefusal, headers: Mapping[str, str], cause: Refusal) -> Response:
    """The error as a client reads it (RFC 6749 5.2)."""
    _LOG.info("an OAuth request was refused: %s", cause.message)
    body = {"error": refusal.error.value, "error_description": refusal.message}
    return JSONResponse(body, STATUS.get(refusal.error, _BAD_REQUEST), headers={**_FRESH, **headers})


async def token(ctx: Context, client: OauthClient, form: Parameters) -> Response:
    """Tokens for a code, a refresh token, or the client itself."""
    kind = parameters.needed(form, "grant_type")
    if kind not in _GRANTS:
        raise OauthRefusal(Code.UNSUPPORTED_GRANT_TYPE, "this grant is not supported")
    if kind not in client.grant_types:
        raise OauthRefusal(Code.UNAUTHORIZED_CLIENT, "this client may not use this grant")
    issued = await _GRANTS[kind](ctx, client, form)
    body: dict[str, object] = {
        "access_token": issued.access_token,
        "token_type": oauth_tokens.TOKEN_TYPE,
        "expires_in": int(issued.expires_in.total_seconds()),
        "scope": " ".join(sorted(issued.scopes)),
    }
    if issued.refresh_token is not None:
        body["refresh_token"] = issued.refresh_token
    return JSONResponse(body, headers=_FRESH)


async def revoke(ctx: Context, client: OauthClient, form: Parameters) -> Response:
    """Nothing: the token ended, or never was one."""
    await oauth_tokens.revoke_token(ctx, client, parameters.needed(form, "token"))
    return Response(status_code=200, headers=_FRESH)


async def introspect(ctx: Context, client: OauthClient, form: Parameters) -> Response:
    """What a token says, to those whom it concerns."""
    told = await oauth_tokens.introspect(ctx, client, parameters.needed(form, "token"))
    if told is None:
        return JSONResponse({"active": False}, headers=_FRESH)
    body = {
        "active": True,
        "iss": identity.current().options.issuer,
        "client_id": told.client_id,
        "scope": " ".join(sorted(told.scopes)),
        "sub": str(told.subject),
        "exp": told.expires_at,
        "iat": told.issued_at,
        "aud": told.audience,
        "jti": told.jti,
        "token_type": oauth_tokens.TOKEN_TYPE if told.jti else None,
    }
    return JSONResponse({name: value for name, value in body.items() if value is not None}, headers=_FRESH)


async def _of_code(ctx: Context, client: OauthClient, form: Parameters) -> Issued:
    return await oauth_grants.exchange(
        ctx,
        client,
        parameters.needed(form, "code"),
        redirect_uri=form.get("redirect_uri"),
        verifier=parameters.needed(form, "code_verifier"),
        audience=authorization.audience(form, identity.current().options.resources),
    )


async def _of_refresh(ctx: Context, client: OauthClient, form: Parameters) -> Issued:
    narrowed = authorization.wanted_scopes(form, authorization.of_client(client)) if "scope" in form else None
    return await oauth_grants.renew(ctx, client, parameters.needed(form, "refresh_token"), narrowed)


async def _of_client(ctx: Context, client: OauthClient, form: Parameters) -> Issued:
    wanted = authorization.wanted_scopes(form, authorization.of_client(client))
    audience = authorization.audience(form, identity.current().options.resources)
    return await oauth_grants.act_alone(ctx, client, wanted, audience)


_GRANTS: Mapping[str, Callable[[Context, OauthClient, Parameters], Awaitable[Issued]]] = {
    "authorization_code": _of_code,
    "refresh_token": _of_refresh,
    "client_credentials": _of_client,
}

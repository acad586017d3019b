"""What this server is and can, for programs (RFC 8414)."""

from authlib.oauth2.rfc8414 import AuthorizationServerMetadata

from auth.oauth import pkce
from auth.scopes import Scope

AUTHORIZE = "/oauth/authorize"
TOKEN = "/oauth/token"  # noqa: S105 - a path
REVOKE = "/oauth/revoke"
INTROSPECT = "/oauth/introspect"
JWKS = "/.well-known/jwks.json"
WELL_KNOWN = "/.well-known/oauth-authorization-server"
BY_SECRET = ("client_secret_basic", "client_secret_post")
GRANT_TYPES = ("authorization_code", "refresh_token", "client_credentials")


def document(issuer: str) -> dict[str, object]:
    """The document of this issuer, whole and valid by Authlib's reading of the RFC.

    Raises:
        ValueError: the issuer is neither https nor on this machine, or has a query or fragment.
    """
    methods = [*BY_SECRET, "none"]
    made: dict[str, object] = {
        "issuer": issuer,
        "authorization_endpoint": issuer + AUTHORIZE,
        "token_endpoint": issuer + TOKEN,
        "revocation_endpoint": issuer + REVOKE,
        "introspection_endpoint": issuer + INTROSPECT,
        "jwks_uri": issuer + JWKS,
        "scopes_supported": [scope.value for scope in Scope],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": list(GRANT_TYPES),
        "code_challenge_methods_supported": [pkce.METHOD],
        "token_endpoint_auth_methods_supported": methods,
        "revocation_endpoint_auth_methods_supported": methods,
        "introspection_endpoint_auth_methods_supported": list(BY_SECRET),
        "authorization_response_iss_parameter_supported": True,
        "ui_locales_supported": ["en", "nl"],
    }
    AuthorizationServerMetadata(made).validate()
    return made

"""Why an OAuth request is turned down, in the words that its RFCs give."""

from enum import StrEnum
from types import MappingProxyType

from models.errors import Refusal


class Code(StrEnum):
    """Error codes of RFC 6749 4.1.2.1 and 5.2, RFC 8707 2, RFC 7009 2.2.1."""

    INVALID_REQUEST = "invalid_request"
    INVALID_CLIENT = "invalid_client"
    INVALID_GRANT = "invalid_grant"
    UNAUTHORIZED_CLIENT = "unauthorized_client"
    UNSUPPORTED_GRANT_TYPE = "unsupported_grant_type"
    UNSUPPORTED_RESPONSE_TYPE = "unsupported_response_type"
    INVALID_SCOPE = "invalid_scope"
    INVALID_TARGET = "invalid_target"
    ACCESS_DENIED = "access_denied"
    TEMPORARILY_UNAVAILABLE = "temporarily_unavailable"


STATUS = MappingProxyType({Code.INVALID_CLIENT: 401, Code.TEMPORARILY_UNAVAILABLE: 429})
"""Of answers to clients; 400 for every other code (RFC 6749 5.2)."""


class OauthRefusal(Refusal):
    """The request is turned down. The message holds only characters that `error_description` may (RFC 6749 5.2)."""

    def __init__(self, error: Code, message: str) -> None:
        super().__init__(message)
        self.error = error


class UnknownClient(OauthRefusal):
    """No such client, a redirect address that is not its own, or one that retired: from outside these look the same.

    The user is told; nobody is sent anywhere (RFC 6749 4.1.2.1).
    """

    def __init__(self) -> None:
        super().__init__(Code.INVALID_REQUEST, "this application is not known here, or its return address is not")


class ClientRefused(OauthRefusal):
    """The client did not prove who it is: unknown, wrong secret, wrong method, retired look the same."""

    def __init__(self) -> None:
        super().__init__(Code.INVALID_CLIENT, "client authentication failed")


class GrantRefused(OauthRefusal):
    """The code or token is unknown, used, expired, revoked, or somebody else's: from outside these look the same."""

    def __init__(self) -> None:
        super().__init__(Code.INVALID_GRANT, "the code or token is not valid, or was issued to another client")

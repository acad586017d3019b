"""Parameters of a request: each at most once, without a value as good as absent."""

from urllib.parse import parse_qsl

from auth.oauth.refusals import Code, OauthRefusal

_MOST_CHARACTERS = 16_000
_MOST_PARAMETERS = 50
Parameters = dict[str, str]


def parse(text: str) -> tuple[Parameters, bool]:
    """What stands in a query or form body, and whether something stands there twice (of which the first is kept).

    Blank ones are left out, unknown ones stay: nobody reads them (RFC 6749 3.1, 3.2).

    Raises:
        OauthRefusal: too long, or no text.
    """
    if len(text) > _MOST_CHARACTERS:
        raise OauthRefusal(Code.INVALID_REQUEST, "the request is too long")
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS)
    except ValueError as err:
        raise OauthRefusal(Code.INVALID_REQUEST, "the request holds something that is no text") from err
    if any("\0" in value for _, value in pairs):
        raise OauthRefusal(Code.INVALID_REQUEST, "the request holds something that is no text")
    names = [name for name, _ in pairs]
    found = {name: value for name, value in reversed(pairs) if value}
    return found, len(set(names)) < len(names)


def parse_form(body: bytes, content_type: str) -> Parameters:
    """The parameters of a POST by a client.

    Raises:
        OauthRefusal: another media type, a parameter that comes twice, or no text.
    """
    if content_type.partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        raise OauthRefusal(Code.INVALID_REQUEST, "send application/x-www-form-urlencoded")
    found, has_repetition = parse(body.decode("latin-1"))
    if has_repetition:
        raise OauthRefusal(Code.INVALID_REQUEST, "a parameter stands there twice")
    return found


def needed(found: Parameters, name: str) -> str:
    """The value of a parameter that must be there.

    Raises:
        OauthRefusal: it is not.
    """
    if name not in found:
        raise OauthRefusal(Code.INVALID_REQUEST, f"the parameter {name} is missing")
    return found[name]

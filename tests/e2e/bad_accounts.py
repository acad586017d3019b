"""What nobody may do without rights, and mutations of glossaries and accounts that nobody should send."""

from uuid import UUID

from schema import ids
from tests.e2e import operations as ops
from tests.e2e.bad_case import MEGABYTE, Case, of_document, of_input
from tests.e2e.site import PASSWORD

GLOSSARY = {"slug": "another", "name": "Another", "locales": ["en"]}

SIGNED_OUT = [
    of_document(
        "creating without a token",
        ops.CREATE,
        lambda s: {"input": {"glossaryId": s.glossary, "term": "x", "text": "x", "locale": "en"}},
        "UNAUTHENTICATED",
        who="anonymous",
    ),
    of_document(
        "users without a token", "{ users { nodes { id } } }", lambda _: {}, "UNAUTHENTICATED", who="anonymous"
    ),
    of_document(
        "the audit trail without a token",
        "{ auditEntries { nodes { id } } }",
        lambda _: {},
        "UNAUTHENTICATED",
        who="anonymous",
    ),
    of_document(
        "the audit trail by an author", "{ auditEntries { nodes { id } } }", lambda _: {}, "FORBIDDEN", who="author"
    ),
    of_document("users by an author", "{ users { nodes { id } } }", lambda _: {}, "FORBIDDEN", who="author"),
    of_document(
        "a glossary by an author", ops.CREATE_GLOSSARY, lambda _: {"input": GLOSSARY}, "FORBIDDEN", who="author"
    ),
    of_document(
        "a role by an editor",
        ops.UPDATE_USER,
        lambda s: {"input": {"id": s.user, "expectedVersion": 1, "role": "ADMIN"}},
        "FORBIDDEN",
    ),
    of_document(
        "deleting by an editor", ops.DELETE, lambda s: {"input": {"id": s.in_force, "expectedVersion": 3}}, "FORBIDDEN"
    ),
]
GLOSSARIES = [
    of_input("a slug that is taken", ops.CREATE_GLOSSARY, lambda _: {**GLOSSARY, "slug": "letting"}, "TAKEN", "slug"),
    of_input(
        "a slug of capitals", ops.CREATE_GLOSSARY, lambda _: {**GLOSSARY, "slug": "Another!"}, "INVALID_INPUT", "slug"
    ),
    of_input("a name of 1 MB", ops.CREATE_GLOSSARY, lambda _: {**GLOSSARY, "name": MEGABYTE}, "INVALID_INPUT", "name"),
    of_input("no languages", ops.CREATE_GLOSSARY, lambda _: {**GLOSSARY, "locales": []}, "INVALID_INPUT", "locales"),
    of_input(
        "an unknown profile", ops.CREATE_GLOSSARY, lambda _: {**GLOSSARY, "profile": "x"}, "INVALID_INPUT", "profile"
    ),
    of_document(
        "no base for URIs",
        ops.CREATE_GLOSSARY,
        lambda _: {"input": {**GLOSSARY, "baseUri": "no uri"}},
        "BAD_USER_INPUT",
        who="admin",
    ),
    of_input(
        "a stale glossary",
        ops.UPDATE_GLOSSARY,
        lambda s: {"id": s.glossary, "expectedVersion": 9, "name": "x"},
        "CONFLICT",
        "expectedVersion",
    ),
    of_input(
        "a glossary of nowhere",
        ops.UPDATE_GLOSSARY,
        lambda _: {"id": ids.encode("Glossary", UUID(int=7)), "expectedVersion": 1},
        "NOT_FOUND",
        "id",
    ),
    of_input(
        "a demand that is none",
        ops.GATE_RULES,
        lambda s: {"glossaryId": s.glossary, "expectedVersion": 1, "rules": [{"transition": "APPROVE", "code": "x"}]},
        "INVALID_INPUT",
        "rules",
        "0",
        "code",
    ),
    of_input(
        "a demand that is fixed",
        ops.GATE_RULES,
        lambda s: {
            "glossaryId": s.glossary,
            "expectedVersion": 1,
            "rules": [{"transition": "APPROVE", "code": "not-circular", "isEnabled": False}],
        },
        "INVALID_INPUT",
        "rules",
        "0",
        "isEnabled",
    ),
]
ACCOUNTS = [
    Case(
        "a password that is short",
        "anonymous",
        ops.REGISTER,
        lambda _: {"input": {"email": "new@example.org", "password": "short", "displayName": "x"}},
        "INVALID_INPUT",
        ["password"],
    ),
    Case(
        "no address",
        "anonymous",
        ops.REGISTER,
        lambda _: {"input": {"email": "nobody", "password": PASSWORD, "displayName": "x"}},
        "INVALID_INPUT",
        ["email"],
    ),
    Case(
        "an address that is taken",
        "anonymous",
        ops.REGISTER,
        lambda _: {"input": {"email": "author@example.org", "password": PASSWORD, "displayName": "x"}},
        "TAKEN",
        ["email"],
    ),
    Case(
        "a password of 1 MB less",
        "anonymous",
        ops.REGISTER,
        lambda _: {"input": {"email": "new@example.org", "password": "x" * 200_000, "displayName": "x"}},
        "INVALID_INPUT",
        ["password"],
    ),
    Case(
        "a refresh token that is forged",
        "anonymous",
        ops.REFRESH,
        lambda _: {"input": {"refreshToken": "x.y"}},
        "UNAUTHENTICATED",
    ),
    Case("signing out with nothing", "anonymous", ops.SIGN_OUT, lambda _: {"input": {}}, "UNAUTHENTICATED"),
    of_input(
        "a session of nobody",
        ops.REVOKE_SESSION,
        lambda _: {"id": ids.encode("Session", UUID(int=7))},
        "NOT_FOUND",
        "id",
    ),
    of_input(
        "a user at a stale version",
        ops.UPDATE_USER,
        lambda s: {"id": s.user, "expectedVersion": 9, "role": "EDITOR"},
        "CONFLICT",
        "expectedVersion",
    ),
    of_input(
        "a user of nowhere",
        ops.UPDATE_USER,
        lambda _: {"id": ids.encode("User", UUID(int=7)), "expectedVersion": 1},
        "NOT_FOUND",
        "id",
    ),
]

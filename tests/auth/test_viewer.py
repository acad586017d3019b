from uuid import UUID

import pytest

from auth import errors, secret
from auth.scopes import ANONYMOUS, OF_ROLE, Scope, granted
from auth.secret import Purpose
from auth.viewer import SYSTEM, Client, Viewer
from models.kinds import Role
from models.visibility import Reader

ADA = UUID(int=7)
SIGNED_IN = (
    "definitions:export",
    "definitions:read",
    "definitions:write",
    "drafts:read",
    "keys:write",
    "validations:write",
)


def test_anonymous_may_read_definitions_only() -> None:
    assert {"definitions:read"} == ANONYMOUS


@pytest.mark.parametrize(
    ("role", "more"),
    [
        (Role.USER, ()),
        (Role.EDITOR, ("definitions:approve", "schema:read")),
        (
            Role.ADMIN,
            (
                "audit:read", "definitions:approve", "definitions:delete", "glossaries:write", "operations:write", "rules:write", "schema:read",
                "users:read", "users:write",
            ),
        ),
    ],
)  # fmt: skip
def test_role_grants_the_scopes_of_the_table(role: Role, more: tuple[str, ...]) -> None:
    assert sorted(OF_ROLE[role]) == sorted({*SIGNED_IN, *more})


def test_extra_scopes_come_on_top_and_unknown_ones_are_nothing() -> None:
    assert granted(Role.USER, ["audit:read", "root", ""]) - OF_ROLE[Role.USER] == {"audit:read"}


def test_anonymous_is_asked_to_sign_in_for_what_is_missing() -> None:
    with pytest.raises(errors.Unauthenticated, match="sign in first"):
        Viewer().must(Scope.DEFINITIONS_READ, Scope.AUDIT_READ)


def test_signed_in_viewer_hears_which_scopes_are_missing() -> None:
    viewer = Viewer(user_id=ADA, role=Role.USER, scopes=OF_ROLE[Role.USER])

    with pytest.raises(errors.Forbidden) as refusal:
        viewer.must(Scope.AUDIT_READ, Scope.DRAFTS_READ, Scope.USERS_READ)

    assert refusal.value.required == (Scope.AUDIT_READ, Scope.USERS_READ)


def test_granted_scope_is_enough() -> None:
    Viewer().must(Scope.DEFINITIONS_READ)
    SYSTEM.must(*Scope)

    assert (Viewer().is_anonymous, SYSTEM.is_anonymous) == (True, False)


def test_where_a_viewer_sits_makes_no_other_viewer() -> None:
    assert Viewer(client=Client("192.0.2.1", "a")) == Viewer(client=Client("192.0.2.2"))
    assert hash(Viewer(client=Client("192.0.2.1", "a"))) == hash(Viewer())


@pytest.mark.parametrize(
    ("viewer", "reader"),
    [
        (Viewer(), Reader()),
        (SYSTEM, Reader(user_id=None, is_signed_in=True, sees_all_drafts=True)),
        (Viewer(user_id=SYSTEM.user_id, is_system=True), Reader(is_signed_in=True)),
    ],
)
def test_reader_follows_from_the_scopes(viewer: Viewer, reader: Reader) -> None:
    assert viewer.reader == reader


@pytest.mark.parametrize(("role", "sees_all"), [(Role.USER, False), (Role.EDITOR, True), (Role.ADMIN, True)])
def test_editors_see_all_drafts_and_users_their_own(role: Role, sees_all: bool) -> None:  # noqa: FBT001 - a table
    user_id = ADA

    reader = Viewer(user_id=user_id, role=role, scopes=OF_ROLE[role]).reader

    assert reader == Reader(user_id=user_id, is_signed_in=True, sees_all_drafts=sees_all)


def test_key_narrowed_to_reading_sees_no_drafts() -> None:
    reader = Viewer(user_id=ADA, role=Role.ADMIN, scopes=ANONYMOUS).reader

    assert reader == Reader(user_id=None, is_signed_in=True, sees_all_drafts=False)


def test_derived_keys_differ_by_purpose_and_secret() -> None:
    keys = {secret.derive(given, purpose) for given in (b"a" * 32, b"b" * 32) for purpose in Purpose}

    assert len(keys) == 2 * len(Purpose)
    assert {len(key) for key in keys} == {32}


def test_short_secret_is_no_secret() -> None:
    with pytest.raises(ValueError, match="at least 32 bytes"):
        secret.derive(b"short", Purpose.PEPPER)

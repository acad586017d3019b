from auth.oauth import texts
from auth.scopes import Scope


def test_every_scope_is_told_in_both_languages() -> None:
    assert set(texts.OF_SCOPES) == set(Scope)
    assert all(len(told) == len(texts.LOCALES) for told in texts.OF_SCOPES.values())


def test_both_languages_say_the_same_things() -> None:
    assert texts.TEXTS["en"].keys() == texts.TEXTS["nl"].keys()

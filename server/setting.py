"""One setting: its variable, how its text is read, and what it means."""

from dataclasses import dataclass, field
from typing import TypeVar, cast

from server.kinds import Kind

T = TypeVar("T")


class WrongSetting(ValueError):
    """A variable holds what it may not hold, or lacks what it must."""

    def __init__(self, variable: str, reason: str) -> None:
        super().__init__(f"{variable}: {reason}")
        self.variable = variable


@dataclass(frozen=True, slots=True)
class Setting:
    """What the table of settings says about one variable."""

    variable: str
    kind: Kind[object]
    about: str
    default: object
    production_default: object
    is_secret: bool


def setting(variable: str, kind: Kind[T], default: T, about: str, *, is_secret: bool = False) -> T:
    """A field of the settings; typed as the value it will hold."""
    facts = Setting(variable, cast("Kind[object]", kind), about, default, default, is_secret)
    return field(default=default, metadata={"setting": facts})


def setting_by_environment(variable: str, kind: Kind[T], about: str, *, development: T, production: T) -> T:
    """A field whose default differs between development and production."""
    facts = Setting(variable, cast("Kind[object]", kind), about, development, production, is_secret=False)
    return field(default=development, metadata={"setting": facts})

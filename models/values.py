"""The values of one statement, in the order of their placeholders."""

from typing import Self


class Values:
    """Collects values while a statement is written: `values.add(5)` answers `$1`."""

    def __init__(self, *values: object) -> None:
        self._values = list(values)

    def add(self, value: object) -> str:
        """The placeholder of the value."""
        self._values.append(value)
        return f"${len(self._values)}"

    @property
    def all(self) -> tuple[object, ...]:
        """Every value, `$1` first."""
        return tuple(self._values)

    def copy(self) -> Self:
        """The same values; adding to one leaves the other as it is."""
        return type(self)(*self._values)

"""Lists of arguments: how long the longest one is, written out in the document or handed over in variables."""

from collections.abc import Iterable, Mapping

from graphql import ListValueNode, ObjectValueNode, ValueNode


def in_values(values: Iterable[ValueNode | None]) -> tuple[int, int]:
    """Items of the longest list in these literals, and fields of the largest object; 0 where there is none."""
    longest, largest, waiting = 0, 0, list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, ListValueNode):
            longest = max(longest, len(value.values))
            waiting.extend(value.values)
        elif isinstance(value, ObjectValueNode):
            largest = max(largest, len(value.fields))
            waiting.extend(part.value for part in value.fields)
    return longest, largest


def is_longer(variables: Mapping[str, object], most: int) -> bool:
    """Whether a list in the variables has more than `most` items."""
    waiting = list(variables.values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            if len(value) > most:
                return True
            waiting.extend(value)
        elif isinstance(value, dict):
            waiting.extend(value.values())
    return False

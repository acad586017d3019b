"""Rules that a glossary wrote itself: an RE2 pattern and a question, made into a rule like any other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

import re2

from rules.kit import Confidence, RuleScope, RuleStatus, Severity
from rules.marks import Hit, Span
from rules.reading import Reading
from rules.rule import Example, Rule

LENGTH = 500
"""Code points of a pattern."""
MOST_SIZE = 4_000
"""Instructions of one compiled pattern. Measured: 9,000 cost 0.3 s on 10,000 characters; `\\pL+` has 1,200."""
MOST_HITS = 50
MOST_EMPTY = 1_000
"""Matches of nothing after which a text is not searched further: each may cost a pass over the rest of the text."""
NAME, QUESTION = "name", "question"
"""Arguments of every finding: what the rule is called and asks, for its message."""

_MEMORY = 512 * 1024  # bytes that RE2 may use for one pattern, its cache of states included
_CODE = re.compile(r"X-[A-Z0-9]+(?:-[A-Z0-9]+)*")
CODE_LENGTH = 60
# RE2 matches single bytes with \C; a span could then end inside a character.
_BYTE = re.compile(r"(?<!\\)(?:\\\\)*\\C")


class BadPattern(ValueError):
    """The text is no pattern that a rule can have; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What a glossary says of one rule of its own. `locale` nl: also entries in nl-BE."""

    code: str
    name: str
    question: str
    severity: Severity
    locale: str
    pattern: str


def is_code(text: str) -> bool:
    """Whether a rule of a glossary may have this code: `X-` and groups of capitals and digits, as no built-in rule has."""
    return len(text) <= CODE_LENGTH and _CODE.fullmatch(text) is not None


def size(pattern: str) -> int:
    """The instructions of the compiled pattern.

    Raises:
        BadPattern: it is too long or too large, no RE2, matches single bytes, or matches nothing, which every text has.
    """
    return int(_compiled(pattern).programsize)


def spans(pattern: str, text: str) -> list[Span]:
    """Where the pattern matches, in code points, without overlap; at most 50, none empty."""
    return list(_spans(_compiled(pattern), text))


def holds(pattern: str, example: Example) -> bool:
    """Whether the pattern marks the example exactly when it is not compliant."""
    return bool(spans(pattern, example.text)) is not example.is_compliant


def rule(
    given: Pattern, *, examples: tuple[Example, ...] = (), owner: UUID | None = None, is_retired: bool = False
) -> Rule:
    """The rule that the pattern makes. Its name, question and messages are in the words of its author.

    Nothing is compiled before the first text is judged; a pattern that `size` refuses fails then.
    """
    return Rule(
        code=given.code,
        name=given.name,
        question=given.question,
        rationale="",
        severity=given.severity,
        confidence=Confidence.LIKELY,
        scope=RuleScope.TEXT,
        examples=examples,
        check=_Check(given),
        locales=(given.locale,),
        status=RuleStatus.RETIRED if is_retired else RuleStatus.STABLE,
        pattern=given.pattern,
        owner=owner,
    )


def covers(wanted: str, locale: str) -> bool:
    """Whether a rule for `wanted` judges entries of `locale`: the same tag, or one that narrows it (RFC 4647 3.3.1)."""
    tag, narrowed = wanted.casefold(), locale.replace("_", "-").casefold()
    return narrowed == tag or narrowed.startswith(f"{tag}-")


@dataclass(frozen=True)
class _Check:
    """Marks every match of the pattern."""

    given: Pattern

    def __call__(self, reading: Reading) -> Iterator[Hit]:
        """A hit on every match."""
        arguments = {NAME: self.given.name, QUESTION: self.given.question}
        return (Hit(span=span, arguments=arguments) for span in _spans(self._compiled, reading.text))

    @cached_property
    def _compiled(self) -> re2._Regexp:
        return _compiled(self.given.pattern)


def _compiled(pattern: str) -> re2._Regexp:
    if len(pattern) > LENGTH:
        raise BadPattern(f"is longer than {LENGTH} characters")
    if _BYTE.search(pattern):
        raise BadPattern(r"matches single bytes with \C")
    try:
        compiled = re2.compile(pattern, _options())
    except UnicodeEncodeError as error:
        raise BadPattern("contains half of a surrogate pair") from error
    except re2.error as error:
        raise BadPattern(f"is no RE2 pattern: {_reason(error)}") from error
    if compiled.programsize > MOST_SIZE:
        raise BadPattern(f"is too large: {compiled.programsize} instructions, at most {MOST_SIZE}")
    if compiled.search("") is not None:
        raise BadPattern("also matches nothing, which every text contains")
    return compiled


def _options() -> re2.Options:
    options = re2.Options()
    options.max_mem = _MEMORY
    options.never_capture = True  # only the whole match matters, and without groups RE2 needs no slower engine
    options.log_errors = False
    return options


def _reason(error: re2.error) -> str:
    said = error.args[0]
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def _spans(compiled: re2._Regexp, text: str) -> Iterator[Span]:
    # RE2 reads UTF-8, in which half of a surrogate pair cannot be written; a question mark keeps every place.
    legible = text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
    hits = empty = 0
    for match in compiled.finditer(legible):
        start, end = match.span()
        if start < end:
            hits += 1
            yield Span(start, end)
        else:
            empty += 1
        if hits >= MOST_HITS or empty >= MOST_EMPTY:
            return

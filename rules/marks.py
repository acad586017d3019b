"""Where and what: the places that a rule marks, and what it says of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rules.kit import Confidence, Outcome, Severity, Verdict


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text: `start` included, `end` not, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replace the characters of the span by `replacement`."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a finding rests on: a word, or another definition."""

    excerpt: str
    definition_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a rule has to say, before the engine gives it severity and identity.

    `span` lies in the text; None when the entry as a whole is meant. `anchor` is what stays the same when the text
    changes elsewhere; omitted: the excerpt. A mild hit weighs one severity less than its rule.
    """

    span: Span | None = None
    arguments: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    fix: TextEdit | None = None
    anchor: str | None = None
    about: str = "text"
    is_mild: bool = False
    outcome: Outcome = Outcome.VIOLATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule has against one entry. `excerpt` is the text under the span."""

    rule_code: str
    outcome: Outcome
    severity: Severity
    confidence: Confidence
    fingerprint: str
    arguments: Mapping[str, str]
    span: Span | None
    excerpt: str | None
    evidence: tuple[Evidence, ...] = ()
    fix: TextEdit | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one rule adds to the score: `earned` of `weight` points. A rule that only informs weighs nothing."""

    code: str
    weight: float
    earned: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What all rules together say: findings most severe first, contributions by code, score 0 to 100."""

    findings: tuple[Finding, ...]
    contributions: tuple[Contribution, ...]
    score: int
    verdict: Verdict
    rule_count: int
    profile_fingerprint: str

"""The words in which a rule is written: what it reads, what it says, how sure it is."""

from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is. INFO never counts in a score (NL-SBB's scale: suggestion, warning, violation)."""

    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


class Confidence(StrEnum):
    """How sure a rule is of its own findings."""

    CERTAIN = "CERTAIN"
    LIKELY = "LIKELY"
    HINT = "HINT"


class RuleScope(StrEnum):
    """What a rule must see: the text alone, the entry, its neighbours, or the whole glossary."""

    TEXT = "TEXT"
    ENTRY = "ENTRY"
    NEIGHBOURS = "NEIGHBOURS"
    GLOSSARY = "GLOSSARY"


class RuleStatus(StrEnum):
    """Where a rule stands in its life. PREVIEW is off by default."""

    PREVIEW = "PREVIEW"
    STABLE = "STABLE"
    RETIRED = "RETIRED"


class Outcome(StrEnum):
    """What a finding is: a fault, a question for a person, or a failure of the rule itself."""

    VIOLATED = "VIOLATED"
    NEEDS_JUDGEMENT = "NEEDS_JUDGEMENT"
    ERRORED = "ERRORED"


class Verdict(StrEnum):
    """What a finished run says of a text."""

    ACCEPTED = "ACCEPTED"
    ACCEPTED_WITH_WARNINGS = "ACCEPTED_WITH_WARNINGS"
    REJECTED = "REJECTED"


class Style(StrEnum):
    """How definitions are written: a phrase that can replace the term (ISO 704), whole sentences (NL-SBB), or either."""

    PHRASE = "PHRASE"
    SENTENCE = "SENTENCE"
    FREE = "FREE"


class Category(StrEnum):
    """What kind of thing a definition defines (ASTRA ESS-02)."""

    TYPE = "TYPE"
    PROCESS = "PROCESS"
    RESULT = "RESULT"
    INSTANCE = "INSTANCE"


class ContextKind(StrEnum):
    """What kind of setting a definition holds in."""

    ORGANISATIONAL = "ORGANISATIONAL"
    LEGAL = "LEGAL"
    STATUTORY = "STATUTORY"


class DesignationKind(StrEnum):
    """How a further designation may be used (ISO 1087 admitted, deprecated; SKOS hiddenLabel)."""

    ADMITTED = "ADMITTED"
    DEPRECATED = "DEPRECATED"
    HIDDEN = "HIDDEN"


class DesignationForm(StrEnum):
    """What kind of word a designation is (TBX termType)."""

    FULL_FORM = "FULL_FORM"
    SHORT_FORM = "SHORT_FORM"
    ABBREVIATION = "ABBREVIATION"
    SYMBOL = "SYMBOL"


class RelationKind(StrEnum):
    """How one concept stands to another, seen from one end (SKOS, ISO 25964 for the three kinds of hierarchy)."""

    BROADER = "BROADER"
    NARROWER = "NARROWER"
    RELATED = "RELATED"
    BROADER_GENERIC = "BROADER_GENERIC"
    NARROWER_GENERIC = "NARROWER_GENERIC"
    BROADER_PARTITIVE = "BROADER_PARTITIVE"
    NARROWER_PARTITIVE = "NARROWER_PARTITIVE"
    BROADER_INSTANTIAL = "BROADER_INSTANTIAL"
    NARROWER_INSTANTIAL = "NARROWER_INSTANTIAL"
    EXACT_MATCH = "EXACT_MATCH"
    CLOSE_MATCH = "CLOSE_MATCH"
    BROAD_MATCH = "BROAD_MATCH"
    NARROW_MATCH = "NARROW_MATCH"
    RELATED_MATCH = "RELATED_MATCH"
    REPLACES = "REPLACES"
    REPLACED_BY = "REPLACED_BY"

    @property
    def inverse(self) -> "RelationKind":
        """The same relation seen from the other end; of a symmetric one, itself."""
        return RelationKind(_INVERSES.get(self.value, self.value))


_PAIRS = (
    ("BROADER", "NARROWER"),
    ("BROADER_GENERIC", "NARROWER_GENERIC"),
    ("BROADER_PARTITIVE", "NARROWER_PARTITIVE"),
    ("BROADER_INSTANTIAL", "NARROWER_INSTANTIAL"),
    ("BROAD_MATCH", "NARROW_MATCH"),
    ("REPLACES", "REPLACED_BY"),
)
_INVERSES = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}

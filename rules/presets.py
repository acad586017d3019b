"""The profiles that are shipped: a style each, and what they change about the rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rules.kit import Severity, Style

INFO, WARNING, ERROR, OFF = Severity.INFO, Severity.WARNING, Severity.ERROR, None


@dataclass(frozen=True, slots=True)
class Preset:
    """What a shipped profile changes: its style, and per rule a severity, or None for off.

    A rule that is named with a severity is on, also when it is a preview or opt-in.
    """

    style: Style
    severities: Mapping[str, Severity | None]


DEFAULT = "default"
PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        DEFAULT: Preset(Style.PHRASE, MappingProxyType({})),
        # ISO 704 and the ISO/IEC Directives: a phrase that can replace the term; no article, one clause.
        "iso704": Preset(
            Style.PHRASE,
            MappingProxyType(
                {
                    "ASK-03": INFO,
                    "FRM-05": ERROR,
                    "FRM-06": INFO,
                    "FRM-14": INFO,
                    "FRM-10": ERROR,
                    "CNT-02": ERROR,
                    "CNT-05": ERROR,
                    "CNT-09": ERROR,
                    "CNT-11": WARNING,
                    "TRM-07": ERROR,
                    "TRM-16": INFO,
                }
            ),
        ),
        # ISO/IEC 11179-4: what its requirements R1 to R5 ask is an error, its recommendations a warning at most.
        "iso11179": Preset(
            Style.PHRASE,
            MappingProxyType(
                {
                    "ASK-02": INFO,
                    "ASK-03": INFO,
                    "FRM-02": ERROR,
                    "CNT-02": ERROR,
                    "CNT-05": ERROR,
                    "CNT-10": INFO,
                    "CNT-11": WARNING,
                    "CNT-13": INFO,
                    "CNT-23": WARNING,
                    "TRM-07": INFO,
                }
            ),
        ),
        # NL-SBB: whole sentences ("Een X is een Y die …"), so a second sentence or a longer one is no fault by itself.
        "nl-sbb": Preset(
            Style.SENTENCE,
            MappingProxyType(
                {
                    "ENT-06": INFO,
                    "FRM-04": INFO,
                    "FRM-05": INFO,
                    "CNT-08": INFO,
                    "FRM-09": WARNING,
                    "ENT-02": INFO,
                    "REL-01": INFO,
                    "REL-11": WARNING,
                    "TRM-16": INFO,
                }
            ),
        ),
        # ASTRA: CON-02 source, INT-02 no decision rule, ESS-01 essence before purpose, INT-03 clear pronouns.
        "astra": Preset(
            Style.PHRASE,
            MappingProxyType(
                {
                    "ASK-01": INFO,
                    "ASK-02": INFO,
                    "ASK-03": INFO,
                    "ASK-04": INFO,
                    "ASK-05": INFO,
                    "ASK-06": INFO,
                    "ASK-07": INFO,
                    "ASK-08": INFO,
                    "ASK-09": INFO,
                    "CNT-27": INFO,
                    "CNT-28": INFO,
                    "ENT-20": WARNING,
                    "ENT-21": WARNING,
                    "ENT-22": INFO,
                    "ENT-23": WARNING,
                    "CNT-05": ERROR,
                    "CNT-09": ERROR,
                    "CNT-10": INFO,
                    "CNT-11": WARNING,
                    "CNT-13": WARNING,
                    "CNT-21": WARNING,
                    "CNT-24": INFO,
                    "ENT-02": ERROR,
                }
            ),
        ),
        # Drafting guides: no norm inside, closed lists, exact references; exclusions are ordinary there.
        "legal": Preset(
            Style.PHRASE,
            MappingProxyType(
                {
                    "ASK-10": INFO,
                    "ENT-23": WARNING,
                    "LEG-04": WARNING,
                    "LEG-08": INFO,
                    "FRM-16": ERROR,
                    "CNT-06": OFF,
                    "CNT-09": ERROR,
                    "CNT-11": WARNING,
                    "CNT-14": WARNING,
                    "CNT-21": WARNING,
                    "ENT-02": ERROR,
                    "ENT-03": ERROR,
                    "GLO-07": WARNING,
                    "GLO-15": WARNING,
                    "LEG-01": ERROR,
                    "LEG-02": INFO,
                }
            ),
        ),
        # SKOS and its quality checkers look at labels; the style of the text is the publisher's affair.
        "skos-strict": Preset(
            Style.FREE,
            MappingProxyType(
                {
                    "ENT-03": ERROR,
                    "REL-01": INFO,
                    "REL-06": INFO,
                    "REL-14": INFO,
                    "TRM-07": ERROR,
                    "TRM-15": WARNING,
                    "TRM-16": INFO,
                    "TRM-17": ERROR,
                }
            ),
        ),
    }
)

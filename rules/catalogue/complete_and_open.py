"""`Means` closes a definition and `includes` opens it; a text cannot do both.

Fix: choose `means` and list all, or `includes` and only add.
"""

from rules import phrases
from rules.kit import Confidence, RuleScope, Severity
from rules.rule import Rule, bad, good

RULE = Rule(
    code="LEG-01",
    name="Complete and open at once",
    question="Is it clear whether the definition is complete?",
    rationale="Drafting guides forbid the pair: a court cannot tell whether what is not named falls under the term.",
    severity=Severity.ERROR,
    confidence=Confidence.LIKELY,
    scope=RuleScope.TEXT,
    references=(
        "EU Joint Practical Guide 14",
        "US House style manual",
    ),
    locales=("en", "nl"),
    lexicons=("means_and_includes",),
    needs_phrase=True,
    is_opt_in=True,
    examples=(
        good("lease means a contract on the use of land", "en"),
        bad(
            "lease means a contract on land and includes a licence",
            "en",
            marked="means a contract on land and includes",
        ),
        good("onder huur wordt verstaan een contract over grond", "nl"),
        bad(
            "onder huur wordt verstaan een contract alsmede een licentie",
            "nl",
            marked="wordt verstaan een contract alsmede",
        ),
    ),
    check=phrases.marking("means_and_includes"),
)

"""Closed sets about definitions: status, origin, steps, kinds of context and designation, orders."""

from models.definition_filters import Direction, OrderField
from models.kinds import DefinitionOrigin, DefinitionStatus, Transition
from resolvers.bulk_results import BulkOutcome
from resolvers.conditions import Action, GateOutcome
from resolvers.inputs import OnError
from resolvers.text_changes import TextChangeKind
from rules.kit import Category, ContextKind, DesignationForm, DesignationKind
from schema.enums import described

__all__ = [
    "Action",
    "BulkOutcome",
    "Category",
    "ContextKind",
    "DefinitionOrigin",
    "DefinitionStatus",
    "DesignationForm",
    "DesignationKind",
    "Direction",
    "GateOutcome",
    "OnError",
    "OrderField",
    "TextChangeKind",
    "Transition",
]

described(
    DefinitionStatus,
    "DefinitionStatus",
    "Where the working text of a definition stands.",
    {
        "DRAFT": "Being written.",
        "IN_REVIEW": "Submitted; waits for a decision.",
        "ESTABLISHED": "The working text is the one in force.",
        "ARCHIVED": "Out of use; nothing is in force.",
    },
)
described(
    DefinitionOrigin,
    "DefinitionOrigin",
    "How the text came to be. An import never changes the status rules: it arrives as a draft.",
    {
        "WRITTEN": "By a person, here.",
        "IMPORTED": "From a file.",
        "GENERATED": "By a model; see `generation`.",
    },
)
described(
    ContextKind,
    "ContextKind",
    "What kind of setting a definition holds in.",
    {
        "ORGANISATIONAL": "An organisation or chain that uses the meaning.",
        "LEGAL": "A field of law.",
        "STATUTORY": "A concrete law or regulation.",
    },
)
described(
    DesignationKind,
    "DesignationKind",
    "How a further designation may be used.",
    {
        "ADMITTED": "May be used beside the preferred term.",
        "DEPRECATED": "Understood, but not to be used; also superseded terms.",
        "HIDDEN": "Found by search, never shown as a term: misspellings, inflections (SKOS hiddenLabel).",
    },
)
described(
    DesignationForm,
    "DesignationForm",
    "What kind of word a designation is.",
    {
        "FULL_FORM": "The whole word or phrase.",
        "SHORT_FORM": "A shorter form of the whole phrase.",
        "ABBREVIATION": "Initials or another abbreviation.",
        "SYMBOL": "A sign or formula.",
    },
)
described(
    Category,
    "DefinitionCategory",
    "What kind of thing a definition defines.",
    {
        "TYPE": "A kind of thing.",
        "PROCESS": "An activity.",
        "RESULT": "What an activity yields.",
        "INSTANCE": "One individual thing.",
    },
)
described(
    Transition,
    "DefinitionTransition",
    "A step of the workflow.",
    {
        "SUBMIT": "DRAFT to IN_REVIEW.",
        "WITHDRAW": "IN_REVIEW to DRAFT, by the author.",
        "APPROVE": "IN_REVIEW to ESTABLISHED; the working text becomes the one in force.",
        "REJECT": "IN_REVIEW to DRAFT, by a reviewer; needs a note.",
        "DISCARD_DRAFT": "Drops the successor being drafted or reviewed; the version in force stays.",
        "ARCHIVE": "Any status to ARCHIVED; nothing is in force afterwards.",
        "RESTORE": "ARCHIVED to DRAFT.",
    },
)
described(
    Action,
    "DefinitionAction",
    "What a caller may do with a definition, steps of the workflow aside.",
    {
        "UPDATE": "Change what it says.",
        "VALIDATE": "Start a validation run.",
        "WAIVE": "Accept a finding with a reason.",
        "DELETE": "Delete it for ever.",
    },
)
described(
    GateOutcome,
    "GateOutcome",
    "Whether a step may be taken.",
    {
        "PASS": "Nothing stands in the way.",
        "OVERRIDE_REQUIRED": "An `overrideReason` would let it pass.",
        "BLOCKED": "A condition that cannot be overridden is not met.",
    },
)
described(
    TextChangeKind,
    "TextChangeKind",
    "What happened to a piece of text.",
    {"SAME": "It is in both.", "INSERTED": "It came.", "DELETED": "It went."},
)
described(
    OrderField,
    "DefinitionOrderField",
    "What definitions are sorted by.",
    {
        "TERM": "The term, regardless of letter case.",
        "STATUS": "The status, in the order of the workflow.",
        "CREATED_AT": "When they came to be.",
        "UPDATED_AT": "When they last changed.",
        "VALIDATION_SCORE": "The score of the latest finished run; those without one come last.",
        "RELEVANCE": "Only with `search`.",
    },
)
described(
    Direction,
    "OrderDirection",
    "Which end comes first.",
    {"ASC": "The lowest value first.", "DESC": "The highest value first."},
)
described(
    OnError,
    "BulkErrorPolicy",
    "What a refused item does to the others.",
    {"ALL_OR_NOTHING": "One refusal, and nothing is applied.", "SKIP_FAILED": "The others are applied."},
)
described(
    BulkOutcome,
    "BulkOutcome",
    "What happened to one item.",
    {
        "CREATED": "A definition came to be.",
        "UPDATED": "A definition changed.",
        "UNCHANGED": "It already was like this.",
        "REFUSED": "It was turned down; see `errors`.",
    },
)

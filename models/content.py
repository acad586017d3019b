"""What a definition says: the columns shared by the working text, the text in force and every version."""

from tortoise import fields
from tortoise.models import Model

from models.kinds import DefinitionOrigin
from rules.kit import Category

TERM_LENGTH = 200  # code points
TEXT_LENGTH = 10_000  # code points
READ_BY_RULES = (
    "term",
    "text",
    "locale",
    "category",
    "contexts",
    "designations",
    "sources",
    "explanation",
    "examples",
    "notes",
)
"""What a validation run reads, and so what `text_hash` covers."""


class Content(Model):
    """The content columns.

    JSON shapes: contexts `[{"kind", "name"}]`, designations `[{"text", "kind", "form"}]`,
    sources `[{"title", "url", "locator"}]`, examples and notes `[str]`, generation `{"model", "prompt", "parameters"}`.
    `context_key` is the same for two sets of contexts that are equal regardless of order and letter case; "" for none.
    `text_hash` is the hash of everything that a validation run reads; a run with another hash is stale.
    """

    term = fields.CharField(max_length=TERM_LENGTH)
    term_key = fields.TextField()
    text = fields.TextField()
    locale = fields.CharField(max_length=35)
    category = fields.CharEnumField(Category, max_length=10, null=True)
    contexts: fields.Field[list[dict[str, str]]] = fields.JSONField(default=list)
    context_key = fields.TextField(default="")
    designations: fields.Field[list[dict[str, str]]] = fields.JSONField(default=list)
    sources: fields.Field[list[dict[str, str | None]]] = fields.JSONField(default=list)
    explanation = fields.TextField(null=True)
    examples: fields.Field[list[str]] = fields.JSONField(default=list)
    notes: fields.Field[list[str]] = fields.JSONField(default=list)
    origin = fields.CharEnumField(DefinitionOrigin, max_length=10, default=DefinitionOrigin.WRITTEN)
    generation: fields.Field[dict[str, str | None] | None] = fields.JSONField(null=True)
    text_hash = fields.CharField(max_length=64)

    class Meta:
        abstract = True

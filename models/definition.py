"""Definitions: the working text, the text in force, and every version there ever was."""

from uuid import UUID

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

from models.content import Content
from models.glossary import Glossary
from models.keys import uuid7
from models.kinds import DefinitionStatus
from models.user import User


class Concept(Model):
    """A unit of thought (ISO 1087); its definitions are one meaning in several languages."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    glossary_id: UUID
    glossary: fields.ForeignKeyRelation[Glossary] = fields.ForeignKeyField(
        "models.Glossary", on_delete=fields.CASCADE, related_name=False
    )
    notation = fields.CharField(max_length=100, null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "concepts"


class Definition(Content):
    """The working text. At most one per concept and locale that is not archived."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    glossary_id: UUID
    glossary: fields.ForeignKeyRelation[Glossary] = fields.ForeignKeyField(
        "models.Glossary", on_delete=fields.RESTRICT, related_name=False
    )
    concept_id: UUID
    concept: fields.ForeignKeyRelation[Concept] = fields.ForeignKeyField(
        "models.Concept", on_delete=fields.RESTRICT, related_name=False
    )
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)
    slug = fields.CharField(max_length=120)
    label_keys: fields.Field[list[str]] = ArrayField("text", default=list)
    """The term and every designation but misspellings, folded: equal labels have equal keys."""
    label_starts: fields.Field[list[str]] = ArrayField("text", default=list)
    """How each label begins, by keys that all forms of a word share; these three are made by `models.lemma_keys`."""
    text_lemmas: fields.Field[list[str]] = ArrayField("text", default=list)
    """The different words of the text."""
    text_pairs: fields.Field[list[str]] = ArrayField("text", default=list)
    """Content words of the text that follow each other."""
    keyed_as = fields.CharField(max_length=32, default="")
    """Which word tables the keys were made with; another value than today's means that they are made anew."""
    status = fields.CharEnumField(DefinitionStatus, max_length=12, default=DefinitionStatus.DRAFT)
    established_version = fields.IntField(null=True)
    """The number in force; null when nothing is in force."""
    was_established = fields.BooleanField(default=False)
    """Once established, never deletable."""
    latest_run_id = fields.UUIDField(null=True)
    score = fields.SmallIntField(null=True)
    """Of the latest finished run of the current text."""
    verdict = fields.CharField(max_length=25, null=True)
    created_by_id: UUID | None
    created_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )
    updated_by_id: UUID | None
    updated_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )

    class Meta:
        table = "definitions"
        unique_together = (("glossary", "slug"),)


class DefinitionInForce(Content):
    """The established content as a row of its own, so that SQL for readers never touches a draft.

    `created_at` is the definition's; `version`, `updated_at` and `updated_by` are those of the step that put it in force.
    """

    definition_id: UUID
    definition: fields.OneToOneRelation[Definition] = fields.OneToOneField(
        "models.Definition", primary_key=True, on_delete=fields.CASCADE, related_name=False
    )
    glossary_id: UUID
    glossary: fields.ForeignKeyRelation[Glossary] = fields.ForeignKeyField(
        "models.Glossary", on_delete=fields.RESTRICT, related_name=False
    )
    concept_id: UUID
    concept: fields.ForeignKeyRelation[Concept] = fields.ForeignKeyField(
        "models.Concept", on_delete=fields.RESTRICT, related_name=False
    )
    version = fields.IntField()
    created_at = fields.DatetimeField()
    updated_at = fields.DatetimeField()
    slug = fields.CharField(max_length=120)
    label_keys: fields.Field[list[str]] = ArrayField("text", default=list)
    """The term and every designation but misspellings, folded: equal labels have equal keys."""
    label_starts: fields.Field[list[str]] = ArrayField("text", default=list)
    """How each label begins, by keys that all forms of a word share; these three are made by `models.lemma_keys`."""
    text_lemmas: fields.Field[list[str]] = ArrayField("text", default=list)
    """The different words of the text."""
    text_pairs: fields.Field[list[str]] = ArrayField("text", default=list)
    """Content words of the text that follow each other."""
    keyed_as = fields.CharField(max_length=32, default="")
    """Which word tables the keys were made with; another value than today's means that they are made anew."""
    latest_run_id = fields.UUIDField(null=True)
    score = fields.SmallIntField(null=True)
    verdict = fields.CharField(max_length=25, null=True)
    created_by_id: UUID | None
    created_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )
    updated_by_id: UUID | None
    updated_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )

    class Meta:
        table = "definitions_in_force"


class DefinitionVersion(Content):
    """An immutable snapshot: one per change, changes of status included.

    A trigger refuses UPDATE; only the cascade from a definition that was never established deletes.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    definition_id: UUID
    definition: fields.ForeignKeyRelation[Definition] = fields.ForeignKeyField(
        "models.Definition", on_delete=fields.CASCADE, related_name=False
    )
    number = fields.IntField()
    """`Definition.version` at that time."""
    status = fields.CharEnumField(DefinitionStatus, max_length=12)
    concept_id = fields.UUIDField()
    note = fields.TextField(null=True)
    changes: fields.Field[list[dict[str, object]]] = fields.JSONField(default=list)
    """`[{"path": [str], "before": str | None, "after": str | None}]` against the version before."""
    created_at = fields.DatetimeField(auto_now_add=True)
    created_by_id: UUID | None
    created_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )

    class Meta:
        table = "definition_versions"
        unique_together = (("definition", "number"),)

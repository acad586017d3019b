"""How concepts stand to each other: every relation as two rows, one seen from each end that lives here."""

from uuid import UUID

from tortoise import fields
from tortoise.models import Model

from models.definition import Concept
from models.keys import uuid7
from models.user import User
from rules.kit import RelationKind


class ConceptRelation(Model):
    """A relation seen from `concept`. A target inside has a row of its own, of the inverse kind; one outside is a URI."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    concept_id: UUID
    concept: fields.ForeignKeyRelation[Concept] = fields.ForeignKeyField(
        "models.Concept", on_delete=fields.CASCADE, related_name=False
    )
    kind = fields.CharEnumField(RelationKind, max_length=20)
    target_id: UUID | None
    target: fields.ForeignKeyNullableRelation[Concept] = fields.ForeignKeyField(
        "models.Concept", null=True, on_delete=fields.CASCADE, related_name=False
    )
    target_uri = fields.TextField(null=True)
    """Null exactly when `target_id` is not."""
    created_at = fields.DatetimeField(auto_now_add=True)
    created_by_id: UUID | None
    created_by: fields.ForeignKeyNullableRelation[User] = fields.ForeignKeyField(
        "models.User", null=True, on_delete=fields.SET_NULL, related_name=False
    )

    class Meta:
        table = "concept_relations"

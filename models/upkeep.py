"""Upkeep of what is known across a glossary: changes that wait to be looked at, and who looks at them."""

from uuid import UUID

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

from models.glossary import Glossary
from models.keys import uuid7


class GlossaryChange(Model):
    """What one transaction changed in a glossary. Ids are not keys: what they name may be gone by now."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    glossary_id: UUID
    glossary: fields.ForeignKeyRelation[Glossary] = fields.ForeignKeyField(
        "models.Glossary", on_delete=fields.CASCADE, related_name=False
    )
    definition_ids: fields.Field[list[UUID]] = ArrayField("uuid", default=list)
    concept_ids: fields.Field[list[UUID]] = ArrayField("uuid", default=list)
    """Concepts whose relations changed."""
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "glossary_changes"


class GlossaryUpkeep(Model):
    """Who looks at the changes of a glossary. `generation` grows whenever it becomes somebody else."""

    glossary_id: UUID
    glossary: fields.OneToOneRelation[Glossary] = fields.OneToOneField(
        "models.Glossary", primary_key=True, on_delete=fields.CASCADE, related_name=False
    )
    holder = fields.UUIDField(null=True)
    """A worker process; it alone looks while `lease_until` lies ahead."""
    generation = fields.BigIntField(default=0)
    lease_until = fields.DatetimeField(null=True)

    class Meta:
        table = "glossary_upkeep"

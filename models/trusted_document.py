"""GraphQL documents that an operator trusts: those of his own frontends."""

from tortoise import fields
from tortoise.models import Model


class TrustedDocument(Model):
    """A row of `trusted_documents`."""

    hash = fields.CharField(primary_key=True, max_length=64)
    """Lower-case hexadecimal SHA-256 of the text."""
    name = fields.CharField(max_length=200, null=True, unique=True)
    """The id that the frontend's own build gave it, where that is not the hash."""
    text = fields.TextField()
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "trusted_documents"

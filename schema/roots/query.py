"""The type Query."""

import strawberry

from schema.roots.definition_queries import DefinitionQueries
from schema.roots.general_queries import GeneralQueries
from schema.roots.validation_queries import ValidationQueries


@strawberry.type(description="What can be read. Absence is null and means: not there, or not yours to see.")
class Query(ValidationQueries, DefinitionQueries, GeneralQueries):
    """Every query, by noun."""

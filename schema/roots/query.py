"""The type Query."""

import strawberry

from schema.roots.definition_queries import DefinitionQueries
from schema.roots.general_queries import GeneralQueries
from schema.roots.oauth_queries import OauthQueries
from schema.roots.operation_queries import OperationQueries
from schema.roots.validation_queries import ValidationQueries


@strawberry.type(description="What can be read. Absence is null and means: not there, or not yours to see.")
class Query(ValidationQueries, DefinitionQueries, GeneralQueries, OperationQueries, OauthQueries):
    """Every query, by noun."""

"""The type Query."""

import strawberry

from schema.roots.definition_queries import DefinitionQueries
from schema.roots.general_queries import GeneralQueries
from schema.roots.oauth_queries import OauthQueries
from schema.roots.operation_queries import OperationQueries
from schema.roots.validation_queries import ValidationQueries


@strawberry.type(
    description="What can be read. Absence is null and means: not there, or not yours to see. What says nothing else "
    "needs `definitions:read`, which anonymous callers hold too: they see what is in force in public "
    "glossaries. A missing scope is an error UNAUTHENTICATED or FORBIDDEN with "
    "`extensions.requiredScopes`; an argument out of bounds is BAD_USER_INPUT or LIMIT_EXCEEDED."
)
class Query(ValidationQueries, DefinitionQueries, GeneralQueries, OperationQueries, OauthQueries):
    """Every query, by noun."""

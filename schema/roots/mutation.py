"""The type Mutation."""

import strawberry

from schema.roots.account_mutations import AccountMutations
from schema.roots.concept_mutations import ConceptMutations
from schema.roots.definition_mutations import DefinitionMutations
from schema.roots.glossary_mutations import GlossaryMutations
from schema.roots.key_mutations import KeyMutations
from schema.roots.oauth_mutations import OauthMutations
from schema.roots.operation_mutations import OperationMutations
from schema.roots.rule_mutations import RuleMutations
from schema.roots.validation_mutations import ValidationMutations


@strawberry.type(
    description="What can be done. Every mutation answers with a payload: the object, or `errors` that the client can"
    " act on. Any of them may be refused with INVALID_INPUT, and one with an `idempotencyKey` with "
    "IDEMPOTENCY_KEY_REUSED; other codes are named at each. A scope that is missing is an error of the "
    "request instead: UNAUTHENTICATED without a credential, else FORBIDDEN, with "
    "`extensions.requiredScopes`."
)
class Mutation(
    AccountMutations,
    KeyMutations,
    ValidationMutations,
    RuleMutations,
    GlossaryMutations,
    ConceptMutations,
    DefinitionMutations,
    OperationMutations,
    OauthMutations,
):
    """Every mutation, by noun."""

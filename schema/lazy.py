"""Types that refer to each other across modules, by name; Strawberry looks them up when the schema is built."""

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from schema.api_key import ApiKey
    from schema.audit import AuditEntry
    from schema.concept import Concept
    from schema.definition import Definition
    from schema.definition_connection import DefinitionConnection
    from schema.finding import Finding
    from schema.glossary import Glossary
    from schema.job import Job
    from schema.oauth import OauthClient
    from schema.rule import Rule
    from schema.transition_gate import TransitionGate
    from schema.user import User
    from schema.validation import ValidationRun
    from schema.version import DefinitionVersion

LazyApiKey = Annotated["ApiKey", strawberry.lazy("schema.api_key")]
LazyAuditEntry = Annotated["AuditEntry", strawberry.lazy("schema.audit")]
LazyConcept = Annotated["Concept", strawberry.lazy("schema.concept")]
LazyDefinition = Annotated["Definition", strawberry.lazy("schema.definition")]
LazyDefinitionConnection = Annotated["DefinitionConnection", strawberry.lazy("schema.definition_connection")]
LazyFinding = Annotated["Finding", strawberry.lazy("schema.finding")]
LazyGlossary = Annotated["Glossary", strawberry.lazy("schema.glossary")]
LazyJob = Annotated["Job", strawberry.lazy("schema.job")]
LazyOauthClient = Annotated["OauthClient", strawberry.lazy("schema.oauth")]
LazyRule = Annotated["Rule", strawberry.lazy("schema.rule")]
LazyRun = Annotated["ValidationRun", strawberry.lazy("schema.validation")]
LazyTransitionGate = Annotated["TransitionGate", strawberry.lazy("schema.transition_gate")]
LazyUser = Annotated["User", strawberry.lazy("schema.user")]
LazyVersion = Annotated["DefinitionVersion", strawberry.lazy("schema.version")]

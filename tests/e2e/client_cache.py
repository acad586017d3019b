"""A normalised cache as a client keeps it: one read, then nothing but events. The rules are those of docs/live-events.md."""

from dataclasses import dataclass, field
from typing import Any

from tests.e2e.client import Client

STANDARD = "latestValidation { id verdict score }"
FINDING = "id severity outcome message waiver { reason } rule { code }"
DEFINITION = f"""id version status term text slug establishedVersion {{ number }} {STANDARD}
  findings(first: 50, filter: {{}}) {{ nodes {{ {FINDING} }} }}"""
READ = f"""query ($glossary: ID!) {{ eventCursor
  definitions(first: 100, filter: {{ glossaryId: {{ eq: $glossary }} }}) {{ nodes {{ {DEFINITION} }} }} }}"""
DEFINITION_EVENTS = f"""subscription ($glossary: ID!, $after: EventCursor!) {{
  definitionEvents(filter: {{ glossaryIds: [$glossary] }}, after: $after) {{ cursor event {{ __typename
    ... on DefinitionCreated {{ definition {{ {DEFINITION} }} }}
    ... on DefinitionUpdated {{ definition {{ {DEFINITION} }} }}
    ... on DefinitionStatusChanged {{ definition {{ {DEFINITION} }} }}
    ... on DefinitionRemoved {{ definitionId }} }} }} }}"""
VALIDATION_EVENTS = f"""subscription ($glossary: ID!, $after: EventCursor!) {{
  validationEvents(filter: {{ glossaryIds: [$glossary] }}, after: $after) {{ cursor event {{ __typename
    ... on ValidationStatusChanged {{ to run {{ id definition {{ id {STANDARD} }} }} }}
    ... on FindingOpened {{ finding {{ {FINDING} definition {{ id {STANDARD} }} }} }}
    ... on FindingChanged {{ previousFindingId finding {{ {FINDING} definition {{ id {STANDARD} }} }} }}
    ... on FindingResolved {{ findingId definition {{ id {STANDARD} }} }} }} }} }}"""

Row = dict[str, Any]


@dataclass(slots=True)
class Cache:
    """Definitions and their findings, by id."""

    cursor: str
    definitions: dict[str, Row] = field(default_factory=dict)
    findings: dict[str, Row] = field(default_factory=dict)
    """With `definition`, the id of theirs."""

    @property
    def content(self) -> dict[str, Row]:
        """Everything there is to see."""
        return {id_: {**row, "findings": self._findings_of(id_)} for id_, row in self.definitions.items()}

    def put_definition(self, given: Row) -> None:
        """The definition with all its findings."""
        row = dict(given)
        found = row.pop("findings")["nodes"]
        self.drop_definition(row["id"])
        self.definitions[row["id"]] = row
        for finding in found:
            self.put_finding(finding, row["id"])

    def drop_definition(self, id_: str) -> None:
        """The definition is gone, with what was found in it."""
        self.definitions.pop(id_, None)
        self.findings = {key: row for key, row in self.findings.items() if row["definition"] != id_}

    def put_finding(self, given: Row, definition_id: str) -> None:
        """The finding as it is now."""
        if definition_id in self.definitions:
            self.findings[given["id"]] = {**given, "definition": definition_id}

    def put_standard(self, definition: Row) -> None:
        """How the definition was judged last."""
        known = self.definitions.get(definition["id"])
        if known is not None:
            known["latestValidation"] = definition["latestValidation"]

    def hear(self, told: Row) -> None:
        """What an event means for the cache."""
        match told["__typename"]:
            case "DefinitionCreated" | "DefinitionUpdated" | "DefinitionStatusChanged":
                self.put_definition(told["definition"])
            case "DefinitionRemoved":
                self.drop_definition(told["definitionId"])
            case "ValidationStatusChanged":
                self.put_standard(told["run"]["definition"])
            case "FindingResolved":
                self.findings.pop(told["findingId"], None)
                self.put_standard(told["definition"])
            case "FindingOpened" | "FindingChanged":
                self.findings.pop(told.get("previousFindingId", ""), None)
                self._hear_finding(dict(told["finding"]))

    def _hear_finding(self, finding: Row) -> None:
        definition = finding.pop("definition")
        self.put_finding(finding, definition["id"])
        self.put_standard(definition)

    def _findings_of(self, id_: str) -> list[Row]:
        return sorted(
            (row for row in self.findings.values() if row["definition"] == id_), key=lambda row: str(row["id"])
        )


async def read(client: Client, glossary: str) -> Cache:
    """The cache after one query."""
    found = await client.ask(READ, glossary=glossary)
    cache = Cache(found.text("eventCursor"))
    for row in found["definitions.nodes"]:
        cache.put_definition(row)
    return cache

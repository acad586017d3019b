// What a newcomer finds: one tab per thing the server is for.
export const tabs = [
  {
    query: `# Definitions in force, and how each was judged.
# Press the play button, or Ctrl+Enter.
query Definitions {
  definitions(first: 5, search: "huur OR rent") {
    totalCount { value isExact }
    nodes {
      slug
      term
      text
      locale
      status
      glossary { name }
      latestValidation { verdict score }
    }
  }
}
`,
  },
  {
    query: `# Check a text while it is being written; nothing is stored.
# The id of the glossary stands below, under Variables.
query Preview($glossaryId: ID!) {
  validationPreview(
    input: { glossaryId: $glossaryId, term: "tenant", text: "Is a tenant who rents a house etc.", locale: "en" }
  ) {
    verdict
    score
    findings {
      severity
      rule { code name }
      message
      span { start end excerpt }
    }
  }
}
`,
    variables: '{\n  "glossaryId": "GLOSSARY_ID"\n}\n',
  },
  {
    query: `# Live: sign in above, leave this running,
# and change a definition in another window.
subscription Watch {
  validationEvents {
    cursor
    occurredAt
    event {
      __typename
      ... on StreamCheckpoint { isFirst }
      ... on ValidationStatusChanged { to run { score verdict definition { term } } }
      ... on FindingOpened { finding { severity message rule { code } } }
      ... on FindingResolved { fingerprint rule { code } }
    }
  }
}
`,
  },
  {
    query: `# Write a definition (sign in first).
# Its validation run is in the answer.
mutation Create($input: CreateDefinitionInput!) {
  createDefinition(input: $input) {
    definition {
      id
      version
      status
      latestValidation { verdict score }
      findings(first: 10) { nodes { severity message } }
    }
    errors { code message path }
  }
}
`,
    variables:
      '{\n  "input": {\n    "glossaryId": "GLOSSARY_ID",\n    "term": "house swap",\n    "text": "exchange of dwellings between two tenants with the consent of both landlords",\n    "locale": "en"\n  }\n}\n',
  },
];

"""Documents that the tests of several modules send."""

REGISTER = """
mutation Register($input: RegisterUserInput!) { registerUser(input: $input) {
  user { id role } tokens { accessToken accessTokenExpiresAt refreshToken } errors { __typename code message path } } }
"""
SIGN_IN = """
mutation SignIn($input: SignInInput!) { signIn(input: $input) {
  user { id role } tokens { accessToken accessTokenExpiresAt refreshToken } errors { __typename code message path } } }
"""
CHANGE_PASSWORD = """
mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) {
  user { id role } tokens { accessToken refreshToken } errors { __typename code message path } } }
"""
REFRESH = """
mutation Refresh($input: RefreshSessionInput!) { refreshSession(input: $input) {
  user { id } tokens { accessToken refreshToken } errors { __typename code message path } } }
"""
SIGN_OUT = """
mutation SignOut($input: SignOutInput!) { signOut(input: $input) { revokedCount errors { code path } } }
"""
REVOKE_SESSION = """
mutation RevokeSession($input: RevokeSessionInput!) { revokeSession(input: $input) { revokedId errors { code path } } }
"""
UPDATE_USER = """
mutation UpdateUser($input: UpdateUserInput!) { updateUser(input: $input) {
  user { id version role isActive } errors { __typename code message path } } }
"""
VIEWER = "{ viewer { user { id version role email } scopes sessions { id isCurrent } } }"
CREATE_GLOSSARY = """
mutation CreateGlossary($input: CreateGlossaryInput!) { createGlossary(input: $input) {
  glossary { id version slug isPublic } errors { __typename code message path } } }
"""
UPDATE_GLOSSARY = """
mutation UpdateGlossary($input: UpdateGlossaryInput!) { updateGlossary(input: $input) {
  glossary { id version name isPublic } errors { __typename code message path } } }
"""
GATE_RULES = """
mutation GateRules($input: UpdateGateRulesInput!) { updateGateRules(input: $input) {
  glossary { id version gateRules { transition code isEnabled isOverridable required } }
  errors { __typename code message path } } }
"""
RULE_PROFILE = """
mutation RuleProfile($input: UpdateRuleProfileInput!) { updateRuleProfile(input: $input) {
  glossary { id version profile { fingerprint } } job { id totalCount } eventCursor
  errors { __typename code message path } } }
"""
CREATE_RULE = """
mutation CreateRule($input: CreatePatternRuleInput!) { createPatternRule(input: $input) {
  rule { id code status glossary { id } } glossary { id version } errors { __typename code message path } } }
"""
RETIRE_RULE = """
mutation RetireRule($input: RetirePatternRuleInput!) { retirePatternRule(input: $input) {
  rule { id code status } glossary { id version } errors { __typename code message path } } }
"""
CREATE = """
mutation Create($input: CreateDefinitionInput!) { createDefinition(input: $input) {
  definition { id version term text status slug concept { id }
    findings(first: 50) { nodes { id severity rule { code } span { start end excerpt } fix { replacement } } }
    latestValidation { verdict score } }
  errors { __typename code message path } } }
"""
UPDATE = """
mutation Update($input: UpdateDefinitionInput!) { updateDefinition(input: $input) {
  definition { id version term text status
    findings(first: 50) { nodes { severity rule { code } } } latestValidation { verdict score } }
  errors { __typename code message path
    ... on VersionConflictError { current { id version ... on Definition { text } } changes { path before after } } } } }
"""
STEP = """
mutation Step($input: TransitionDefinitionInput!) { transitionDefinition(input: $input) {
  definition { id version status establishedVersion { number } viewerTransitions }
  errors { __typename code message path
    ... on InvalidTransitionError { from allowed }
    ... on GateError { gate { outcome conditions { code isMet isOverridable } } }
    ... on ForbiddenError { requiredScopes } } } }
"""
RESTORE_VERSION = """
mutation RestoreVersion($input: RestoreDefinitionVersionInput!) { restoreDefinitionVersion(input: $input) {
  definition { id version text status } errors { __typename code path } } }
"""
DELETE = """
mutation Delete($input: DeleteDefinitionInput!) { deleteDefinition(input: $input) {
  deletedId errors { __typename code path } } }
"""
BULK_UPSERT = """
mutation BulkUpsert($input: BulkUpsertDefinitionsInput!) { bulkUpsertDefinitions(input: $input) {
  results { index outcome definition { id version term } errors { code path } } appliedCount
  errors { __typename code message path } } }
"""
BULK_STEP = """
mutation BulkStep($input: BulkTransitionDefinitionsInput!) { bulkTransitionDefinitions(input: $input) {
  results { index outcome definition { id version status } errors { code path } } appliedCount
  errors { __typename code message path } } }
"""
START = """
mutation Start($input: StartValidationInput!) { startValidation(input: $input) {
  run { id status } eventCursor errors { __typename code message path } } }
"""
START_BULK = """
mutation StartBulk($input: StartBulkValidationInput!) { startBulkValidation(input: $input) {
  job { id status kind } eventCursor errors { __typename code message path } } }
"""
CANCEL_RUN = """
mutation CancelRun($input: CancelValidationInput!) { cancelValidation(input: $input) {
  run { id status } errors { __typename code message path } } }
"""
CANCEL_JOB = """
mutation CancelJob($input: CancelJobInput!) { cancelJob(input: $input) {
  job { id status } errors { __typename code message path } } }
"""
WAIVE = """
mutation Waive($input: WaiveFindingInput!) { waiveFinding(input: $input) {
  finding { id waiver { reason } } definition { id latestValidation { verdict } } errors { __typename code message path } } }
"""
REVOKE_WAIVER = """
mutation RevokeWaiver($input: RevokeWaiverInput!) { revokeWaiver(input: $input) {
  finding { id waiver { reason } } definition { id } errors { __typename code message path } } }
"""
NODE = "query Node($id: ID!) { node(id: $id) { __typename id } }"
NODES = "query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"
DEFINITION = """
query Definition($by: DefinitionBy!) { definition(by: $by) { id version status term text
  establishedVersion { number } viewerCan viewerTransitions } }
"""
DEFINITION_EVENTS = """
subscription DefinitionEvents($filter: DefinitionEventFilter, $after: EventCursor) {
  definitionEvents(filter: $filter, after: $after) { cursor event { __typename
    ... on DefinitionCreated { definition { id term version } }
    ... on DefinitionUpdated { definition { id text version } version { number } }
    ... on DefinitionStatusChanged { definition { id status version } from to }
    ... on DefinitionRemoved { definitionId }
    ... on StreamCheckpoint { isFirst }
    ... on StreamGap { requestedAfter oldestAvailable } } } }
"""
VALIDATION_EVENTS = """
subscription ValidationEvents($filter: ValidationEventFilter, $after: EventCursor) {
  validationEvents(filter: $filter, after: $after) { cursor event { __typename
    ... on ValidationStatusChanged { run { id definition { id } } from to }
    ... on ValidationProgressed { run { id } evaluatedRuleCount ruleCount }
    ... on RuleSettingsChanged { glossary { id version } profileFingerprint }
    ... on FindingOpened { run { id } finding { id rule { code } } }
    ... on FindingChanged { previousFindingId finding { id } }
    ... on FindingResolved { findingId rule { code } definition { id } }
    ... on StreamCheckpoint { isFirst } } } }
"""
JOB_EVENTS = """
subscription JobEvents($jobId: ID!, $after: EventCursor) {
  jobEvents(jobId: $jobId, after: $after) { cursor event { __typename
    ... on JobStatusChanged { job { id } from to }
    ... on JobProgressed { job { id } doneCount totalCount }
    ... on StreamCheckpoint { isFirst } } } }
"""
READ = """
query Read($id: ID!) { definition(by: {id: $id}) { id version status term text establishedVersion { number text }
  findings(first: 50) { nodes { rule { code } severity } } viewerCan viewerTransitions
  gate(transition: APPROVE) { outcome conditions { code isMet isOverridable } }
  versions(first: 50) { nodes { number status note changes { path before after }
    decision { transition overrideReason decidedBy { displayName } consents { organisation note } validationRun { id } } } } } }
"""

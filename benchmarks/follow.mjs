// Follows one live stream with the reference client and writes a line per event: seq-less, in the order received.
// node benchmarks/follow.mjs URL TOKEN STREAM OUTPUT [AFTER]   (STREAM: definitionEvents, validationEvents)
// After any cut it resumes by its last cursor. Ends on SIGTERM.
import { createRequire } from 'node:module';
import { createWriteStream } from 'node:fs';

const find = createRequire(new URL('../web/package.json', import.meta.url));
const { createClient } = find('graphql-ws');
const WebSocket = find('ws');

const [url, token, stream, output, after] = process.argv.slice(2);
const BODY = {
  definitionEvents: `... on DefinitionCreated { definition { id } } ... on DefinitionUpdated { definition { id } }
    ... on DefinitionStatusChanged { definition { id } to } ... on DefinitionRemoved { definitionId }`,
  validationEvents: `... on ValidationStatusChanged { run { id } to } ... on FindingOpened { finding { id } }
    ... on FindingResolved { findingId } ... on FindingChanged { finding { id } }`,
}[stream];
const QUERY = `subscription Follow($after: EventCursor) { ${stream}(after: $after) {
  cursor event { __typename ${BODY} ... on StreamGap { requestedAfter } ... on StreamCheckpoint { isFirst } } } }`;

const lines = createWriteStream(output, { flags: 'a' });
let cursor = after ?? null;
let cuts = 0;

const client = createClient({
  url,
  webSocketImpl: WebSocket,
  connectionParams: token ? { authorization: `Bearer ${token}` } : {},
  retryAttempts: 0,
});

function follow() {
  client.subscribe({ query: QUERY, variables: { after: cursor } }, {
    next({ data, errors }) {
      if (errors) { lines.write(`${JSON.stringify({ errors })}\n`); return; }
      const { cursor: seen, event } = data[stream];
      cursor = seen;
      if (event.__typename === 'StreamCheckpoint') {
        process.stdout.write(`checkpoint ${event.isFirst}\n`);
        return;
      }
      const subject = event.definition?.id ?? event.definitionId ?? event.run?.id ?? event.finding?.id ?? event.findingId;
      lines.write(`${JSON.stringify({ type: event.__typename, subject, to: event.to })}\n`);
    },
    error(problem) { again(problem); },
    complete() { again('complete'); },
  });
}

function again(problem) {
  cuts += 1;
  process.stdout.write(`cut ${cuts}: ${problem?.reason ?? problem?.code ?? problem?.message ?? JSON.stringify(problem)}\n`);
  setTimeout(follow, 200);
}

process.on('SIGTERM', () => lines.end(() => process.exit(0)));
follow();

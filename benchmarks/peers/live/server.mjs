// The peer of `make bench-live`: graphql-ws over ws, as its documentation shows it. Executes each event once per subscriber.
// It reads the same Redis stream as our server, and a definition once per event, however many subscribers ask for it.
// node server.mjs PORT REDIS STREAM_KEY DATABASE_URL
import { createHmac } from 'node:crypto';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { Redis } from 'ioredis';
import pg from 'pg';
import { WebSocketServer } from 'ws';

const [port, redisUrl, key, databaseUrl] = process.argv.slice(2);
const epoch = key.slice(key.lastIndexOf(':') + 1);
const redis = redisUrl.startsWith('unix:') ? new Redis(redisUrl.slice('unix://'.length).split('?')[0]) : new Redis(redisUrl);
const database = new pg.Pool({ connectionString: databaseUrl, max: 4 });

const schema = buildSchema(`
  scalar DateTime
  scalar EventCursor
  enum DefinitionStatus { DRAFT IN_REVIEW APPROVED ESTABLISHED ARCHIVED }
  type Definition { id: ID! term: String! text: String! version: Int! status: DefinitionStatus! }
  type DefinitionUpdated { definition: Definition! }
  type DefinitionRemoved { definitionId: ID! }
  type StreamCheckpoint { isFirst: Boolean! }
  union DefinitionEvent = DefinitionUpdated | DefinitionRemoved | StreamCheckpoint
  type DefinitionEventMessage { cursor: EventCursor! occurredAt: DateTime! event: DefinitionEvent! }
  input DefinitionEventFilter { definitionIds: [ID!] glossaryIds: [ID!] }
  type Query { version: String }
  type Subscription { definitionEvents(filter: DefinitionEventFilter): DefinitionEventMessage! }
`);

const subscribers = new Set();

function globalId(kind, uuid) {
  return Buffer.concat([Buffer.from(`${kind}:`), Buffer.from(uuid.replaceAll('-', ''), 'hex')]).toString('base64url');
}

function cursor(seq) {
  const text = Buffer.from(`${epoch}.${seq}`);
  const mac = createHmac('sha256', 'a secret of the benchmark, 32 letters').update(text).digest().subarray(0, 12);
  return Buffer.concat([mac, text]).toString('base64url');
}

async function definition(uuid) {
  const found = await database.query({ name: 'one', text: 'SELECT term, text, version, status FROM definitions WHERE id = $1', values: [uuid] });
  return { id: globalId('Definition', uuid), ...found.rows[0] };
}

function message(seq, entry) {
  const data = JSON.parse(entry.data);
  const occurredAt = entry.time.replace('+00:00', 'Z');
  let reading;
  const event = {
    __typename: entry.type.replace('begrip.', ''),
    definition: () => (reading ??= definition(data.definition_id)),
    definitionId: globalId('Definition', data.definition_id),
  };
  return { keys: { definition: event.definitionId, glossary: globalId('Glossary', data.glossary_id) }, value: { cursor: cursor(seq), occurredAt, event } };
}

async function* definitionEvents({ filter }) {
  const waiting = [{ cursor: cursor(last), occurredAt: new Date().toISOString(), event: { __typename: 'StreamCheckpoint', isFirst: true } }];
  let wake = () => {};
  const subscriber = {
    wants: ({ definition: one, glossary }) => (filter?.definitionIds?.includes(one) ?? true) && (filter?.glossaryIds?.includes(glossary) ?? true),
    push(value) { waiting.push(value); wake(); },
  };
  subscribers.add(subscriber);
  try {
    while (true) {
      while (waiting.length) yield { definitionEvents: waiting.shift() };
      await new Promise((resolve) => { wake = resolve; });
    }
  } finally {
    subscribers.delete(subscriber);
  }
}

let last = 0;
async function follow() {
  const newest = await redis.xrevrange(key, '+', '-', 'COUNT', 1);
  last = newest.length ? Number(newest[0][0].split('-')[0]) : 0;
  while (true) {
    const found = await redis.xread('COUNT', 200, 'BLOCK', 1000, 'STREAMS', key, `${last}-0`);
    for (const [id, fields] of found?.[0][1] ?? []) {
      last = Number(id.split('-')[0]);
      const entry = {};
      for (let at = 0; at < fields.length; at += 2) entry[fields[at]] = fields[at + 1];
      const { keys, value } = message(last, entry);
      for (const subscriber of subscribers) if (subscriber.wants(keys)) subscriber.push(value);
    }
  }
}

const sockets = new WebSocketServer({ port: Number(port), host: '127.0.0.1', path: '/graphql', perMessageDeflate: false, backlog: 4096 });
useServer({ schema, roots: { subscription: { definitionEvents } } }, sockets);
sockets.on('listening', () => process.stdout.write('ready\n'));
follow();

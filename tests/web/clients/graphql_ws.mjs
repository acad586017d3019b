// The reference client of graphql-transport-ws: a query, then a stream from which it takes the first messages.
// node graphql_ws.mjs URL TOKEN COUNT: prints a JSON line per message of the stream, and first the answer of the query.
import { createRequire } from 'node:module';

const find = createRequire(new URL('../../../web/package.json', import.meta.url));
const { createClient } = find('graphql-ws');
const [url, token, count] = process.argv.slice(2);

const client = createClient({
  url,
  webSocketImpl: find('ws'),
  retryAttempts: 0,
  connectionParams: token ? { authorization: `Bearer ${token}` } : {},
});

for await (const answer of client.iterate({ query: '{ viewer { user { role } } }' })) console.log(JSON.stringify(answer));

const stream = client.iterate({
  query: `subscription { definitionEvents { cursor event {
    __typename ... on StreamCheckpoint { isFirst } ... on DefinitionCreated { definition { term } } } } }`,
});
let seen = 0;
for await (const { data, errors } of stream) {
  console.log(JSON.stringify(errors ?? data.definitionEvents.event));
  seen += 1;
  if (seen === Number(count)) break;
}
await client.dispose();

// The reference client of graphql-sse, distinct connections mode. node sse.mjs URL: prints a JSON line per observation.
import { createClient } from 'graphql-sse';

const [url] = process.argv.slice(2);
const client = createClient({ url, retryAttempts: 0 });
const say = (what, value) => console.log(JSON.stringify({ what, value }));

const stream = client.iterate({ query: 'subscription { definitionEvents { event { __typename } } }' });
for await (const result of stream) {
  say('subscription', result);
  break;
}
for await (const result of client.iterate({ query: '{ __typename }' })) say('query', result);
for await (const result of client.iterate({ query: '{ nope }' })) say('invalid', result.errors.map((one) => one.extensions.code));
for await (const result of client.iterate({ query: '{' })) say('syntax', result.errors.map((one) => one.extensions.code));
client.dispose();

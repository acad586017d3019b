// urql with graphql-ws as its subscription exchange: after a cut it goes on right behind the last message dealt with.
// node urql.mjs URL EMAIL PASSWORD [CURSOR]
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';
import { toAsyncIterable } from 'wonka';
import WebSocket from 'ws';
import { FOLLOW, Session } from './session.mjs';

const session = new Session(process.argv.slice(2));

// No retries by the library: it would send the old `after` again, and everything since would come twice.
const socket = createClient({
  url: session.socketUrl,
  webSocketImpl: WebSocket,
  retryAttempts: 0,
  connectionParams: async () => ({ authorization: await session.authorization() }),
});

const client = new Client({
  url: session.url,
  preferGetMethod: false,
  exchanges: [
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: (operation) => ({
        subscribe: (sink) => ({
          unsubscribe: socket.subscribe({ ...operation, query: operation.query ?? '' }, {
            ...sink,
            // urql wraps what it is given here and asks it for a message; a close event has a code and a reason.
            error: (problem) => sink.error(Object.assign(new Error(problem.reason ?? problem.message ?? 'cut'), { code: problem.code })),
          }),
        }),
      }),
    }),
  ],
});

for (;;) {
  let problem;
  // Another cursor is another operation to urql, so nothing of the stream that was cut is shared with the next.
  for await (const { data, error } of toAsyncIterable(client.subscription(FOLLOW, { after: session.cursor }))) {
    if (error) {
      problem = error.networkError ?? error;
      break;
    }
    await session.take(data.definitionEvents);
  }
  await session.pause(problem);
}

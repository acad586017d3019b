// graphql-ws: follows definitions, and after a cut goes on right behind the last message that was dealt with.
// node graphql_ws.mjs URL EMAIL PASSWORD [CURSOR]
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { FOLLOW, Session } from './session.mjs';

const session = new Session(process.argv.slice(2));

// No retries by the library: it would send the old `after` again, and everything since would come twice.
const client = createClient({
  url: session.socketUrl,
  webSocketImpl: WebSocket,
  retryAttempts: 0,
  connectionParams: async () => ({ authorization: await session.authorization() }),
});

for (;;) {
  try {
    const messages = client.iterate({ query: FOLLOW, variables: { after: session.cursor } });
    for await (const { data, errors } of messages) {
      if (errors) throw new Error(errors[0].message);
      await session.take(data.definitionEvents);
    }
    await session.pause();
  } catch (problem) {
    await session.pause(problem);
  }
}

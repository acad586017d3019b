// The workbench: GraphiQL over our own endpoint, with a sign-in that the requests of every tab use.
import './styles.js';
import './workers.js';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createClient } from 'graphql-ws';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { answered, followed } from './answers.js';
import { Bar } from './bar.jsx';
import { Foot } from './foot.jsx';
import { filled } from './placeholders.js';
import { Session } from './session.js';
import { tabs } from './tabs.js';
import './workbench.css';

const session = new Session();
const socketUrl = new URL('/graphql', location.href);
socketUrl.protocol = socketUrl.protocol.replace('http', 'ws');

const sockets = createClient({
  url: socketUrl.href,
  lazyCloseTimeout: 1_000,
  connectionParams: () => session.headers(),
});

async function ask(url, init) {
  const began = performance.now();
  const response = await fetch(url, { ...init, headers: { ...(await session.headers()), ...init.headers } });
  if (!init.body.includes('IntrospectionQuery')) answered(response, Math.round(performance.now() - began));
  return response;
}

const plain = createGraphiQLFetcher({ url: '/graphql', wsClient: sockets, fetch: ask });

// The operation that runs is a subscription: the one named, else the only one.
function isStream({ operationName }, { documentAST } = {}) {
  const operations = (documentAST?.definitions ?? []).filter((one) => one.kind === 'OperationDefinition');
  const chosen = operations.find((one) => !operationName || one.name?.value === operationName);
  return chosen?.operation === 'subscription';
}

async function fetcher(parameters, options) {
  const result = await plain(parameters, options);
  return isStream(parameters, options) && Symbol.asyncIterator in Object(result) ? followed(result) : result;
}

function Workbench({ firstTabs }) {
  const [, redraw] = useState(0);
  const [bar, setBar] = useState(null);

  // A socket keeps the identity that it was opened with: streams start again as whoever is signed in now.
  function changed() {
    redraw((count) => count + 1);
    sockets.terminate();
  }

  return (
    <div className="bench">
      <header className="bar" ref={setBar} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          defaultTabs={firstTabs}
          defaultEditorToolsVisibility="variables"
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
        >
          <GraphiQL.Logo><span hidden /></GraphiQL.Logo>
          <GraphiQL.Footer>
            <Foot />
            {bar && createPortal(<Bar session={session} onChange={changed} />, bar)}
          </GraphiQL.Footer>
        </GraphiQL>
      </main>
    </div>
  );
}

await session.resume();
const headers = await session.headers();
const firstTabs = await Promise.all(
  tabs.map(async (tab) => ({ ...tab, variables: tab.variables && (await filled(tab.variables, headers)) })),
);
createRoot(document.getElementById('workbench')).render(<Workbench firstTabs={firstTabs} />);

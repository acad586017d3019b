// The workbench: GraphiQL over our own endpoint, with a sign-in that the requests of every tab use.
import './workers.js';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createClient } from 'graphql-ws';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
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

const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  wsClient: sockets,
  fetch: async (url, init) => fetch(url, { ...init, headers: { ...(await session.headers()), ...init.headers } }),
});

function SignIn() {
  const [, redraw] = useState(0);
  const [problem, setProblem] = useState('');

  async function attempt(work) {
    try {
      await work();
      setProblem('');
    } catch (error) {
      setProblem(error.message);
    }
    redraw((count) => count + 1);
  }

  function submit(event) {
    event.preventDefault();
    const form = event.currentTarget;
    const { email, password } = Object.fromEntries(new FormData(form));
    attempt(() => session.signIn(email, password).then(() => form.reset()));
  }

  if (session.isSignedIn) {
    return (
      <div className="sign-in">
        <span role="status">Signed in as {session.name}</span>
        <button type="button" onClick={() => attempt(() => session.signOut())}>Sign out</button>
      </div>
    );
  }
  return (
    <form className="sign-in" onSubmit={submit}>
      <label>E-mail <input name="email" type="email" autoComplete="username" required /></label>
      <label>Password <input name="password" type="password" autoComplete="current-password" required /></label>
      <button type="submit">Sign in</button>
      <span role="alert">{problem}</span>
    </form>
  );
}

createRoot(document.getElementById('workbench')).render(
  <GraphiQL fetcher={fetcher} defaultTabs={tabs} shouldPersistHeaders={false} showPersistHeadersSettings={false}>
    <GraphiQL.Logo>Begrip</GraphiQL.Logo>
    <GraphiQL.Footer><SignIn /></GraphiQL.Footer>
  </GraphiQL>,
);

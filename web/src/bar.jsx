// The bar above the workbench: the examples, and who is signed in.
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import examples from 'begrip:examples';
import { useState } from 'react';
import { filled } from './placeholders.js';

const KINDS = { query: 'Queries', mutation: 'Mutations', subscription: 'Subscriptions' };

export function Bar({ session, onChange }) {
  return (
    <>
      <h1 className="bar-name">Begrip <span>workbench</span></h1>
      <Examples session={session} />
      <SignIn session={session} onChange={onChange} />
    </>
  );
}

function Examples({ session }) {
  const { addTab } = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);

  async function open(event) {
    const example = examples.find((one) => one.name === event.target.value);
    event.target.value = '';
    const variables = await filled(example.variables, await session.headers());
    addTab();
    queryEditor.setValue(example.query);
    variableEditor.setValue(variables);
    queryEditor.focus();
  }

  return (
    <select className="examples" aria-label="Open an example in a new tab" defaultValue="" onChange={open}>
      <option value="" disabled hidden>Examples …</option>
      {Object.entries(KINDS).map(([kind, label]) => (
        <optgroup key={kind} label={label}>
          {examples.filter((one) => one.kind === kind).map(({ name }) => <option key={name}>{name}</option>)}
        </optgroup>
      ))}
    </select>
  );
}

function SignIn({ session, onChange }) {
  const { introspect } = useGraphiQLActions();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function attempt(work) {
    setBusy(true);
    try {
      await work();
      setProblem('');
    } catch (error) {
      setProblem(error.message);
    }
    setBusy(false);
    onChange();
    introspect();
  }

  function submit(event) {
    event.preventDefault();
    const { email, password, remember } = Object.fromEntries(new FormData(event.currentTarget));
    attempt(() => session.signIn(email, password, remember === 'on'));
  }

  if (session.isSignedIn) {
    return (
      <div className="sign-in">
        <span role="status">Signed in as <strong>{session.user.displayName}</strong> <small>{session.user.role}</small></span>
        <button type="button" disabled={isBusy} onClick={() => attempt(() => session.signOut())}>Sign out</button>
      </div>
    );
  }
  return (
    <form className="sign-in" aria-label="Sign in" onSubmit={submit}>
      <span className="problem" role="alert">{problem}</span>
      <input name="email" type="text" inputMode="email" autoComplete="username" placeholder="E-mail" aria-label="E-mail" required />
      <input name="password" type="password" autoComplete="current-password" placeholder="Password" aria-label="Password" required />
      <label title="Keeps a refresh token in this browser; without it, closing the page signs you out.">
        <input name="remember" type="checkbox" /> Remember me
      </label>
      <button type="submit" disabled={isBusy}>Sign in</button>
    </form>
  );
}

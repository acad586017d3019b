// What the three examples in JavaScript have in common: signing in, and what a message means to the application.

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { tokens { accessToken } errors { message } } }';
const READ = '{ definitions(first: 100) { nodes { id } } }';

export const FOLLOW = `subscription Follow($after: EventCursor) { definitionEvents(after: $after) { cursor event { __typename
  ... on DefinitionCreated { definition { id term } }
  ... on DefinitionUpdated { definition { id term } }
  ... on DefinitionStatusChanged { definition { id } to }
  ... on DefinitionRemoved { definitionId }
  ... on StreamCheckpoint { isFirst }
  ... on StreamGap { requestedAfter } } } }`;

const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

/** The account of the application, and its place in the stream: all that has to survive a cut. */
export class Session {
  constructor([url, email, password, after]) {
    Object.assign(this, { url, email, password, cursor: after ?? null, token: null });
  }

  get socketUrl() { return this.url.replace(/^http/, 'ws'); }

  async ask(query, variables, headers = {}) {
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await answer.json();
    if (errors) throw new Error(errors[0].message);
    return data;
  }

  /** `Bearer …`; access tokens live ten minutes, so a session that was refused forgets its token and signs in anew. */
  async authorization() {
    if (!this.token) {
      const { signIn } = await this.ask(SIGN_IN, { input: { email: this.email, password: this.password } });
      if (!signIn.tokens) throw new Error(signIn.errors[0].message);
      this.token = signIn.tokens.accessToken;
    }
    return `Bearer ${this.token}`;
  }

  /** One message of the stream. Its cursor counts only once the message has been dealt with. */
  async take({ cursor, event }) {
    say({ event: event.__typename, id: event.definition?.id ?? event.definitionId });
    if (event.__typename === 'StreamGap') await this.readAnew();
    this.cursor = cursor;
  }

  /** Events are gone for good: what the application shows is read again, and the stream goes on behind the gap. */
  async readAnew() {
    const { definitions } = await this.ask(READ, {}, { authorization: await this.authorization() });
    say({ read: definitions.nodes.map((one) => one.id) });
  }

  /** After a cut: sign in anew when the credential was the reason, wait a moment, not in step with all others. */
  async pause(problem) {
    const status = problem?.code ?? problem?.response?.status;
    if (status === 4403 || status === 401) this.token = null;
    say({ cut: String(problem?.reason || problem?.code || problem?.message || 'complete') });
    await new Promise((resolve) => setTimeout(resolve, 200 + 300 * Math.random()));
  }
}

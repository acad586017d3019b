// Who is signed in. Tokens live in memory only: closing the page ends them here.
const SIGN_IN = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { user { displayName } tokens { accessToken accessTokenExpiresAt refreshToken } errors { message } }
}`;
const REFRESH = `mutation Refresh($input: RefreshSessionInput!) {
  refreshSession(input: $input) { user { displayName } tokens { accessToken accessTokenExpiresAt refreshToken } errors { message } }
}`;
const SIGN_OUT = `mutation SignOut($input: SignOutInput!) { signOut(input: $input) { revokedCount errors { message } } }`;

async function post(query, variables, headers = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const result = await response.json();
  if (result.errors?.length) throw new Error(result.errors[0].message);
  return result.data;
}

export class Session {
  tokens = null;
  name = null;

  get isSignedIn() {
    return this.tokens !== null;
  }

  async signIn(email, password) {
    const { signIn } = await post(SIGN_IN, { input: { email, password } });
    this.#take(signIn);
  }

  async signOut() {
    const { refreshToken } = this.tokens;
    this.tokens = null;
    this.name = null;
    await post(SIGN_OUT, { input: { refreshToken } });
  }

  // The headers of a request: a fresh access token, or nothing for an anonymous visitor.
  async headers() {
    if (!this.tokens) return {};
    if (Date.parse(this.tokens.accessTokenExpiresAt) - Date.now() < 30_000) await this.#renew();
    return this.tokens ? { authorization: `Bearer ${this.tokens.accessToken}` } : {};
  }

  async #renew() {
    const { refreshToken } = this.tokens;
    try {
      this.#take((await post(REFRESH, { input: { refreshToken } })).refreshSession);
    } catch {
      this.tokens = null;
    }
  }

  #take(payload) {
    if (payload.errors.length) throw new Error(payload.errors[0].message);
    this.tokens = payload.tokens;
    this.name = payload.user.displayName;
  }
}

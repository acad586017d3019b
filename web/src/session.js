// Who is signed in. Tokens live in memory only; whoever asks to be remembered leaves a refresh token in this browser.
import { post } from './post.js';

const TOKENS = 'user { displayName role } tokens { accessToken accessTokenExpiresAt refreshToken } errors { message }';
const SIGN_IN = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { ${TOKENS} } }`;
const REFRESH = `mutation Refresh($input: RefreshSessionInput!) { refreshSession(input: $input) { ${TOKENS} } }`;
const SIGN_OUT = `mutation SignOut($input: SignOutInput!) { signOut(input: $input) { revokedCount errors { message } } }`;
const REMEMBERED = 'begrip:refresh-token';
const EARLY_MS = 30_000;

export class Session {
  tokens = null;
  user = null;
  isRemembered = false;

  get isSignedIn() {
    return this.tokens !== null;
  }

  async signIn(email, password, isRemembered) {
    const { signIn } = await post(SIGN_IN, { input: { email, password } });
    this.isRemembered = isRemembered;
    this.#take(signIn);
  }

  async signOut() {
    const { refreshToken } = this.tokens;
    this.#forget();
    await post(SIGN_OUT, { input: { refreshToken } });
  }

  // Whoever was remembered is signed in again.
  async resume() {
    if (localStorage.getItem(REMEMBERED) === null) return;
    this.isRemembered = true;
    await this.#renew();
  }

  // The headers of a request: a fresh access token, or nothing for an anonymous visitor.
  async headers() {
    if (!this.tokens) return {};
    if (Date.parse(this.tokens.accessTokenExpiresAt) - Date.now() < EARLY_MS) await this.#renew();
    return this.tokens ? { authorization: `Bearer ${this.tokens.accessToken}` } : {};
  }

  // One page at a time: a refresh token that is used twice ends the whole session.
  async #renew() {
    await navigator.locks.request(REMEMBERED, async () => {
      const refreshToken = this.isRemembered ? localStorage.getItem(REMEMBERED) : this.tokens.refreshToken;
      try {
        this.#take((await post(REFRESH, { input: { refreshToken } })).refreshSession);
      } catch {
        this.#forget();
      }
    });
  }

  #take(payload) {
    if (payload.errors.length) throw new Error(payload.errors[0].message);
    this.tokens = payload.tokens;
    this.user = payload.user;
    if (this.isRemembered) localStorage.setItem(REMEMBERED, this.tokens.refreshToken);
  }

  #forget() {
    this.tokens = null;
    this.user = null;
    this.isRemembered = false;
    localStorage.removeItem(REMEMBERED);
  }
}

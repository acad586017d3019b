// What came back last: status, time and points of an answer, or the events of a stream, newest first.
const KEPT_EVENTS = 50;
const listeners = new Set();
let now = { kind: 'nothing' };

function set(next) {
  now = next;
  listeners.forEach((listener) => listener());
}

export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const snapshot = () => now;

export function answered(response, milliseconds) {
  const left = /;r=(\d+)/.exec(response.headers.get('ratelimit') ?? '');
  set({ kind: 'answer', status: response.status, milliseconds, left: left && Number(left[1]) });
}

// The stream as it is, each event noted. Not an async generator: one that waits cannot be stopped.
export function followed(stream) {
  const inner = stream[Symbol.asyncIterator]();
  let events = [];
  const tell = (isOpen) => set({ kind: 'stream', isOpen, events });
  tell(true);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      try {
        const step = await inner.next();
        if (!step.done) events = [noted(step.value), ...events].slice(0, KEPT_EVENTS);
        tell(!step.done);
        return step;
      } catch (error) {
        tell(false);
        throw error;
      }
    },
    async return(value) {
      tell(false);
      return inner.return ? inner.return(value) : { done: true, value };
    },
  };
}

let count = 0;

function noted(result) {
  const envelope = Object.values(result.data ?? {})[0];
  const { __typename: name, ...rest } = envelope?.event ?? {};
  count += 1;
  return {
    id: count,
    at: new Date().toLocaleTimeString(),
    name: name ?? (result.errors ? 'error' : 'event'),
    text: result.errors?.[0]?.message ?? [...leaves(rest)].join(', '),
  };
}

function* leaves(value, name = '') {
  if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, key);
  } else {
    yield `${name} ${value}`;
  }
}

// The line below an answer: how it went; for a stream, its events as they come.
import { useSyncExternalStore } from 'react';
import { snapshot, subscribe } from './answers.js';

export function Foot() {
  const now = useSyncExternalStore(subscribe, snapshot);
  if (now.kind === 'answer') {
    return (
      <p className="foot" role="status">
        <b className={now.status < 300 ? 'good' : 'bad'}>{now.status}</b>
        <span>{now.milliseconds} ms</span>
        {now.left !== null && <span>{now.left.toLocaleString('en')} points left</span>}
      </p>
    );
  }
  if (now.kind === 'stream') return <Stream {...now} />;
  return (
    <p className="foot" role="status">
      Answers appear here. <span><kbd>Ctrl</kbd>+<kbd>Enter</kbd> runs</span> <span><kbd>Ctrl</kbd>+<kbd>Space</kbd> completes</span>
    </p>
  );
}

function Stream({ isOpen, events }) {
  return (
    <section className="foot stream" aria-label="Events">
      <p role="status">
        <b className={isOpen ? 'good live' : 'bad'}>{isOpen ? 'Live' : 'Ended'}</b>
        <span>{events.length === 1 ? '1 event' : `${events.length} events`}</span>
      </p>
      <ol role="log" aria-label="Events, newest first" tabIndex={0}>
        {events.map(({ id, at, name, text }) => (
          <li key={id}><time>{at}</time> <strong>{name}</strong> <span title={text}>{text}</span></li>
        ))}
      </ol>
    </section>
  );
}

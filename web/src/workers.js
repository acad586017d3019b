// Where the editor finds its workers: beside this script, on our own host.
const names = { json: 'json.worker.js', graphql: 'graphql.worker.js' };

globalThis.MonacoEnvironment = {
  getWorker(_id, label) {
    return new Worker(new URL(names[label] ?? 'editor.worker.js', import.meta.url));
  },
};

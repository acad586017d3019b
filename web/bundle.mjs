// Bundles the workbench and its three editor workers into web/dist; nothing in them refers to another host.
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';

const here = fileURLToPath(new URL('.', import.meta.url));
const find = createRequire(import.meta.url).resolve;
const outdir = `${here}dist`;

const shared = {
  bundle: true,
  minify: true,
  outdir,
  target: 'es2022',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.ttf': 'file', '.woff2': 'file', '.svg': 'dataurl' },
  assetNames: '[name]',
  logLevel: 'warning',
};

await rm(outdir, { recursive: true, force: true });
await build({ ...shared, format: 'esm', entryPoints: { workbench: `${here}src/workbench.jsx` }, jsx: 'automatic' });
await build({
  ...shared,
  format: 'iife',
  entryPoints: {
    'editor.worker': find('monaco-editor/esm/vs/editor/editor.worker.js'),
    'json.worker': find('monaco-editor/esm/vs/language/json/json.worker.js'),
    'graphql.worker': find('monaco-graphql/esm/graphql.worker.js'),
  },
});

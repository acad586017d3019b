// Bundles the workbench and its three editor workers into web/dist; nothing in them refers to another host.
import { build } from 'esbuild';
import { cp, readFile, readdir, rm } from 'node:fs/promises';
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

// The operations of examples/, as the module `begrip:examples`.
const examples = {
  name: 'examples',
  setup(building) {
    building.onResolve({ filter: /^begrip:examples$/ }, ({ path }) => ({ path, namespace: 'examples' }));
    building.onLoad({ filter: /.*/, namespace: 'examples' }, async () => ({
      contents: JSON.stringify(await read(`${here}../examples/`)),
      loader: 'json',
    }));
  },
};

async function read(folder) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const name = file.replace('.graphql', '');
      const query = await readFile(`${folder}${file}`, 'utf8');
      const variables = await readFile(`${folder}${name}.json`, 'utf8');
      return { name, kind: /^(query|mutation|subscription)\b/m.exec(query)[1], query, variables };
    }),
  );
}

await rm(outdir, { recursive: true, force: true });
await build({
  ...shared,
  format: 'esm',
  entryPoints: { workbench: `${here}src/workbench.jsx` },
  jsx: 'automatic',
  plugins: [examples],
});
await cp(`${here}src/icon.svg`, `${outdir}/icon.svg`);
await build({
  ...shared,
  format: 'iife',
  entryPoints: {
    'editor.worker': find('monaco-editor/esm/vs/editor/editor.worker.js'),
    'json.worker': find('monaco-editor/esm/vs/language/json/json.worker.js'),
    'graphql.worker': find('monaco-graphql/esm/graphql.worker.js'),
  },
});
